import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeUtf8, STORY_INPUT_LIMIT, validateStoryInput } from './input.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, order: 'le' | 'be') => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return new Uint8Array(order === 'le' ? bytes : bytes.swap16());
};

describe('bytes that are no story are refused with one clear sentence', () => {
  test.each([
    ['EMPTY', new Uint8Array()],
    ['TOO_LARGE', new Uint8Array(STORY_INPUT_LIMIT + 1).fill(0x61)],
    ['BINARY', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ['BINARY', utf8('%PDF-1.7 teks')],
    ['BINARY', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0])],
    ['BINARY', Uint8Array.from({ length: 500 }, (_, at) => (at * 37) % 256)],
    ['NUL', utf8('Klaten\0 Gaet Nanjing')],
    ['INVALID_UTF8', new Uint8Array([...utf8('Klaten '), 0xe9, 0x20, 0x61])],
    ['INVALID_UTF8', new Uint8Array([0xff, 0xfe, 0x41])],
    ['WHITESPACE', utf8(' \n\t\r\n\u00A0')],
    ['WHITESPACE', utf8('\uFEFF')],
    ['WHITESPACE', utf8('--- ***')],
  ])('%s', (code, bytes) => {
    const input = validateStoryInput(bytes);
    expect(input).toMatchObject({ ok: false, code });
    expect('message' in input && input.message).toMatch(/^The input [^\n]+\.$/);
  });
});

test('a text comes through without its byte order mark, with one kind of line end', () => {
  const expected = { ok: true, text: 'Klaten “Gaet” 😀\nNanjing\n' };
  const text = 'Klaten “Gaet” 😀\r\nNanjing\r';
  expect(validateStoryInput(utf8(text))).toEqual(expected);
  expect(validateStoryInput(utf8(`\uFEFF${text}`))).toEqual(expected);
  expect(validateStoryInput(utf16(text, 'le'))).toEqual(expected);
  expect(validateStoryInput(utf16(text, 'be'))).toEqual(expected);
});

test('the decoder agrees with the platform on any bytes', () => {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const platform = (bytes: Uint8Array) => {
    try {
      return strict.decode(bytes);
    } catch {
      return null;
    }
  };
  const sign = fc
    .constantFrom('a', 'é', '\u07FF', '\u0800', '\uFFFF', '\uFEFF', '😀', '\u{10FFFF}')
    .map(utf8);
  const mixed = fc
    .array(fc.oneof(sign, fc.uint8Array({ maxLength: 4 })), { maxLength: 8 })
    .map((parts) => Uint8Array.from(parts.flatMap((part) => Array.from(part))));
  fc.assert(
    fc.property(mixed, (bytes) => {
      expect(decodeUtf8(bytes)).toBe(platform(bytes));
    }),
    { numRuns: 500 },
  );
});
