/** The encoding of an HTML file: its byte order mark, what it says of itself, else as any text. */
import { STORY_INPUT_LIMIT } from '#shared/domain/story-text/input.ts';
import { decodeText } from './decode.ts';
import { unreadable } from './problems.ts';

/** A saved page carries its styles and pictures along: it may be larger than its text. */
const HTML_LIMIT = 10 * STORY_INPUT_LIMIT;

export function decodeHtml(bytes: Uint8Array): string {
  if (bytes.byteLength > HTML_LIMIT) throw unreadable('too-large', 'the page is too large');
  const said = saidEncoding(bytes);
  if (said !== null) {
    try {
      const text = new TextDecoder(said, { fatal: true }).decode(bytes);
      if (!text.includes('\0')) return text;
    } catch {
      // It says one thing and is another: decided by its bytes, as any text.
    }
  }
  return decodeText(bytes, HTML_LIMIT).text;
}

/** What `<meta charset>` says in the first kilobyte; a byte order mark is stronger. */
function saidEncoding(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (marked) return null;
  const start = String.fromCharCode(...bytes.subarray(0, 1_024));
  const said = /<meta[^>]{0,200}charset\s*=\s*["']?(?<name>[A-Za-z0-9:_-]{2,40})/i.exec(start);
  const name = said?.groups?.['name'] ?? null;
  // A page that was read as UTF-16 to find this is not UTF-16.
  return name === null || /^utf-?16/i.test(name) || !isKnown(name) ? null : name;
}

function isKnown(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== 'replacement';
  } catch {
    return false;
  }
}
