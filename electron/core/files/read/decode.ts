/**
 * Bytes of a text file as text. Decided in this order: a byte order mark; UTF-16 without one, by its zeros; strict
 * UTF-8; else Windows-1252, which old Word and Notepad write. Never a decoder that replaces what it can't read.
 */
import { STORY_INPUT_LIMIT } from '#shared/domain/story-text/input.ts';
import { hasWords } from '#shared/domain/story-text/words.ts';
import { unreadable } from './problems.ts';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface DecodedText {
  /** Line ends are `\n`. */
  readonly text: string;
  readonly encoding: TextEncoding;
}

const MARKS = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const satisfies readonly { encoding: TextEncoding; bytes: readonly number[] }[];

/** What people open by mistake, by its first bytes. */
const NO_TEXT = [
  { because: 'old-word', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { because: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { because: 'rtf', bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
  { because: 'picture', bytes: [0xff, 0xd8, 0xff] },
  { because: 'picture', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { because: 'picture', bytes: [0x47, 0x49, 0x46, 0x38] },
  { because: 'binary', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { because: 'binary', bytes: [0x1f, 0x8b] },
] as const;

/** Throws UNSUPPORTED_FILE or TOO_LARGE with the reason in `details.because`. */
export function decodeText(bytes: Uint8Array, limit = STORY_INPUT_LIMIT): DecodedText {
  if (bytes.byteLength === 0) throw unreadable('empty', 'the file is empty');
  if (bytes.byteLength > limit) {
    throw unreadable('too-large', 'the file is too large for one story');
  }
  const other = NO_TEXT.find((kind) => startsWith(bytes, kind.bytes));
  if (other !== undefined) throw unreadable(other.because, 'the file is no text');
  const decoded = decode(bytes);
  if (decoded === null) throw unreadable('binary', 'the file is no text');
  const text = decoded.text.replaceAll(/\r\n?/g, '\n');
  if (!hasWords(text)) throw unreadable('empty', 'the file has no words');
  return { ...decoded, text };
}

export function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

function decode(bytes: Uint8Array): DecodedText | null {
  const marked = MARKS.find((mark) => startsWith(bytes, mark.bytes));
  const encodings: readonly TextEncoding[] =
    marked !== undefined
      ? [marked.encoding]
      : [...utf16ByZeros(bytes), 'utf-8' as const, 'windows-1252' as const];
  for (const encoding of encodings) {
    const text = strictly(bytes, encoding);
    if (text !== null && !looksBinary(text)) return { text, encoding };
  }
  return null;
}

function strictly(bytes: Uint8Array, encoding: TextEncoding): string | null {
  // Bytes that Windows-1252 leaves open are no text of its.
  if (encoding === 'windows-1252' && bytes.some((byte) => OPEN_IN_1252.has(byte))) return null;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
const OPEN_IN_1252: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** In UTF-16 of Latin text every second byte is zero: more than a third of one side and almost none of the other. */
function utf16ByZeros(bytes: Uint8Array): readonly TextEncoding[] {
  if (bytes.byteLength % 2 === 1 || bytes.byteLength < 4) return [];
  const probe = bytes.subarray(0, 4_096);
  const zeros = [0, 0];
  probe.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const half = probe.byteLength / 2;
  const [even = 0, odd = 0] = zeros;
  if (odd > half / 3 && even < half / 50) return ['utf-16le'];
  if (even > half / 3 && odd < half / 50) return ['utf-16be'];
  return [];
}

/** A NUL, or one control character in fifty, is more than any text has. */
function looksBinary(text: string): boolean {
  if (text.includes('\0')) return true;
  const probe = text.slice(0, 8_192);
  const controls = probe.match(/(?![\t\n\v\f\r])\p{Cc}/gu)?.length ?? 0;
  return controls > 2 && controls * 50 > probe.length;
}
