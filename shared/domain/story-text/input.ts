/** Bytes that claim to be a story text, judged once at the boundary. */
import { hasWords } from './words.ts';

/** 2 MB: a book's worth of words. */
export const STORY_INPUT_LIMIT = 2 * 1024 * 1024;

export type StoryInputProblem =
  | 'EMPTY'
  | 'TOO_LARGE'
  | 'BINARY'
  | 'NUL'
  | 'INVALID_UTF8'
  | 'WHITESPACE';

export type StoryInput =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly code: StoryInputProblem; readonly message: string };

/** Files that newsrooms send by mistake, by their first bytes. */
const FILE_KINDS = [
  { kind: 'a JPEG picture', bytes: [0xff, 0xd8, 0xff] },
  { kind: 'a PNG picture', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { kind: 'a GIF picture', bytes: [0x47, 0x49, 0x46, 0x38] },
  { kind: 'a PDF document', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { kind: 'a Word document or another zipped file', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { kind: 'an old Word document', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { kind: 'a compressed file', bytes: [0x1f, 0x8b] },
] as const;

/**
 * A story's bytes as text: UTF-8, or UTF-16 with its byte order mark; the mark goes, line ends become `\n`. Decoded
 * here and strictly, because `shared` has no TextDecoder and a decoder that replaces bytes would change words.
 */
export function validateStoryInput(bytes: Uint8Array): StoryInput {
  if (bytes.length === 0) return refuse('EMPTY', 'The input is empty: there is no story in it.');
  if (bytes.length > STORY_INPUT_LIMIT) {
    return refuse(
      'TOO_LARGE',
      `The input is larger than ${STORY_INPUT_LIMIT / 1024 / 1024} MB: that is not one story.`,
    );
  }
  const file = FILE_KINDS.find(({ bytes: first }) => first.every((byte, at) => bytes[at] === byte));
  if (file)
    return refuse(
      'BINARY',
      `The input is ${file.kind}, not text: save the story as plain text first.`,
    );
  const text = decode(bytes);
  if (text !== null && looksBinary(text)) {
    return refuse(
      'BINARY',
      'The input is binary data, not text: save the story as plain text first.',
    );
  }
  if (text === null) {
    if (looksBinary(String.fromCharCode(...bytes.subarray(0, PROBE)))) {
      return refuse(
        'BINARY',
        'The input is binary data, not text: save the story as plain text first.',
      );
    }
    return refuse(
      'INVALID_UTF8',
      'The input is not valid UTF-8: save the story with the encoding UTF-8.',
    );
  }
  if (text.includes('\0'))
    return refuse('NUL', 'The input contains a NUL character, which no story text has.');
  if (!hasWords(text))
    return refuse('WHITESPACE', 'The input has no words: only white space or signs.');
  return { ok: true, text: text.replaceAll(/\r\n?/g, '\n') };
}

function refuse(code: StoryInputProblem, message: string): StoryInput {
  return { ok: false, code, message };
}

const PROBE = 4_096;

/** One control character in twenty is more than any text has. */
function looksBinary(text: string): boolean {
  const probe = text.slice(0, PROBE);
  let controls = 0;
  for (let at = 0; at < probe.length; at += 1) {
    const code = probe.charCodeAt(at);
    if (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d && code !== 0x0c)
      controls += 1;
  }
  return controls > 2 && controls * 20 > probe.length;
}

function decode(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 1, 0);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 0, 1);
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return decodeUtf8(bytes.subarray(marked ? 3 : 0));
}

function decodeUtf16(bytes: Uint8Array, high: 0 | 1, low: 0 | 1): string | null {
  if (bytes.length % 2 === 1) return null;
  const units = textUnits();
  for (let at = 2; at < bytes.length; at += 2)
    units.push((bytes[at + high]! << 8) | bytes[at + low]!);
  const text = units.text();
  return text.isWellFormed() ? text : null;
}

/** Strict UTF-8 (Unicode 16, table 3-7): no overlong form, no surrogate, nothing cut off. Null when it is broken. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  const units = textUnits();
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at]!;
    const length =
      first < 0x80
        ? 1
        : first < 0xc2
          ? 0
          : first < 0xe0
            ? 2
            : first < 0xf0
              ? 3
              : first < 0xf5
                ? 4
                : 0;
    if (length === 0 || at + length > bytes.length) return null;
    let point = length === 1 ? first : first & (0x7f >> length);
    for (let next = 1; next < length; next += 1) {
      const byte = bytes[at + next]!;
      if (byte >> 6 !== 0b10) return null;
      point = (point << 6) | (byte & 0x3f);
    }
    if (point < (LEAST[length] ?? 0) || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff))
      return null;
    units.pushPoint(point);
    at += length;
  }
  return units.text();
}
const LEAST = [0, 0, 0x80, 0x800, 0x10000];

/** Collects UTF-16 units into a string, in chunks that a call's argument list can hold. */
function textUnits() {
  const parts: string[] = [];
  let chunk: number[] = [];
  const push = (unit: number) => {
    chunk.push(unit);
    if (chunk.length < 8_192) return;
    parts.push(String.fromCharCode(...chunk));
    chunk = [];
  };
  const pushPoint = (point: number) => {
    if (point < 0x10000) return push(point);
    push(0xd800 + ((point - 0x10000) >> 10));
    push(0xdc00 + ((point - 0x10000) & 0x3ff));
  };
  return { push, pushPoint, text: () => parts.join('') + String.fromCharCode(...chunk) };
}
