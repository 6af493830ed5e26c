/** A file of any kind we open, read as a story. Its content decides; its name only breaks ties. */
import type { ReadableKind } from '#shared/contract/files.ts';
import type { ReadFile } from '../jobs.ts';
import { decodeText, startsWith } from './decode.ts';
import { readDocx } from './docx.ts';
import { fileStory } from './file-story.ts';
import type { FilingOptions } from './filed.ts';
import { decodeHtml } from './html-encoding.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';
import { dataPicture } from './data-picture.ts';
import type { FileParts } from './pieces.ts';
import { unreadable } from './problems.ts';
import { fileText } from './plain-text.ts';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/** Throws UNSUPPORTED_FILE or TOO_LARGE with the reason; nothing else. */
export async function readStoryFile(
  bytes: Uint8Array,
  named: ReadableKind | null,
  options: FilingOptions,
): Promise<ReadFile> {
  try {
    return await read(bytes, named, options);
  } catch (thrown) {
    // So deeply nested that a walk over it runs out of stack.
    if (thrown instanceof RangeError) throw unreadable('damaged', 'nested too deeply');
    throw thrown;
  }
}

async function read(
  bytes: Uint8Array,
  named: ReadableKind | null,
  options: FilingOptions,
): Promise<ReadFile> {
  if (startsWith(bytes, OLE))
    throw unreadable(isEncrypted(bytes) ? 'locked' : 'old-word', 'OLE file');
  if (startsWith(bytes, ZIP)) return filed('docx', await readDocx(bytes), options);
  if (named === 'docx')
    throw unreadable(bytes.byteLength === 0 ? 'empty' : 'damaged', 'no zip, so no Word file');
  if (named === 'html') return filed('html', htmlParts(decodeHtml(bytes)), options);
  const { text } = decodeText(bytes);
  if (named === 'md') return filed('md', readMarkdown(text), options);
  // A page saved under the wrong name would be shown with all its tags.
  if (/^\s*(?:<!doctype html|<html[\s>])/i.test(text))
    return filed('html', htmlParts(text), options);
  return { kind: 'txt', ...fileText(text, options), pictures: [] };
}

function htmlParts(html: string): FileParts {
  const parts = readHtml(html, { roleOf: () => null, pictureOf: dataPicture });
  return { ...parts, fields: {}, ours: false };
}

function filed(kind: ReadableKind, parts: FileParts, options: FilingOptions): ReadFile {
  const { article, leftOver, pictures } = fileStory(parts, options);
  return {
    kind,
    article,
    leftOver,
    pictures: [...pictures].flatMap(([use, at]) => {
      const picture = parts.pictures[at];
      return picture === undefined ? [] : [{ ...picture, use }];
    }),
  };
}

/** An encrypted Word file is an old container around the new one, under this name in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
}
