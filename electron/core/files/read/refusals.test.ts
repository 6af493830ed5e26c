/** Encodings, and files that are no story: each is read as what it is, or refused with its reason. */
import JSZip from 'jszip';
import { describe, expect, test, vi } from 'vitest';
import { blockText } from '#shared/domain/article.ts';
import { bytesOf, read, refusal } from '../testing/reading.ts';
import { paragraph, run, wordFile } from '../testing/word-file.ts';
import { decodeText } from './decode.ts';

vi.setConfig({ testTimeout: 120_000 });

describe('encodings', () => {
  const text = 'Café “Naïve” – Rp 5.000 dari Pemkot Klaten';
  const utf16 = (little: boolean, mark: boolean): Uint8Array => {
    const units = mark ? `\ufeff${text}` : text;
    const bytes = Buffer.from(units, 'utf16le');
    return new Uint8Array(little ? bytes : bytes.swap16());
  };
  const windows1252 = new Uint8Array(
    Array.from(
      text,
      (character) => ({ '“': 0x93, '”': 0x94, '–': 0x96 })[character] ?? character.charCodeAt(0),
    ),
  );
  test.each([
    ['UTF-8', bytesOf(text), 'utf-8'],
    ['UTF-8 with a mark', bytesOf(`\ufeff${text}`), 'utf-8'],
    ['UTF-16, little end first', utf16(true, true), 'utf-16le'],
    ['UTF-16, big end first', utf16(false, true), 'utf-16be'],
    ['UTF-16 without a mark', utf16(true, false), 'utf-16le'],
    ['UTF-16 without a mark, big end first', utf16(false, false), 'utf-16be'],
    ['Windows-1252', windows1252, 'windows-1252'],
  ])('%s is read as what it is', (_name, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ text, encoding });
  });
  test('a page says its own encoding, and is not believed when its bytes say another', async () => {
    const page = '<meta charset="ENCODING"><p>Kata “tegas” itu.</p>';
    const latin = Buffer.from(
      page.replace('ENCODING', 'windows-1252').replaceAll('“', '\u0093').replaceAll('”', '\u0094'),
      'latin1',
    );
    for (const bytes of [
      new Uint8Array(latin),
      bytesOf(page.replace('ENCODING', 'utf-8')),
      bytesOf(page.replace('ENCODING', 'shift_jis-nope')),
      bytesOf(page.replace('ENCODING', 'utf-16')),
    ]) {
      const { article } = await read(bytes, 'html');
      expect(article.blocks.map(blockText)).toEqual(['Kata “tegas” itu.']);
    }
  });
});

describe('a file that is no story says what it is', () => {
  test.each([
    ['an empty file', '', 'txt', 'empty'],
    ['blank lines', ' \n\n\t', 'txt', 'empty'],
    ['a PDF named as text', '%PDF-1.7 x', 'txt', 'pdf'],
    ['an RTF', '{\\rtf1 x}', null, 'rtf'],
    ['a text named as a Word file', 'bukan zip', 'docx', 'damaged'],
    ['an empty Word file', '', 'docx', 'empty'],
    ['a cut zip', 'PK\u0003\u0004abc', 'docx', 'damaged'],
  ] as const)('%s', async (_what, content, kind, because) => {
    expect(await refusal(bytesOf(content), kind)).toBe(because);
  });
  test('bytes of a program, a picture, an old and a locked Word file', async () => {
    const noise = new Uint8Array(4_000).map((_, at) => (at * 7_919) % 256);
    expect(await refusal(noise, 'txt')).toBe('binary');
    expect(await refusal(new Uint8Array([0xff, 0xd8, 0xff, 1]), 'txt')).toBe('picture');
    const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(await refusal(new Uint8Array(ole), 'docx')).toBe('old-word');
    const locked = Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await refusal(new Uint8Array(locked), 'docx')).toBe('locked');
    expect(await refusal(bytesOf('kata '.repeat(500_000)), 'txt')).toBe('too-large');
  });
  test('another program’s zip, and a Word file whose text is broken', async () => {
    const zipped = async (files: Readonly<Record<string, string>>) => {
      const zip = new JSZip();
      for (const [name, content] of Object.entries(files)) zip.file(name, content);
      return await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
    };
    expect(await refusal(await zipped({ 'a.txt': 'x' }), 'docx')).toBe('unknown');
    const odt = { mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' };
    expect(await refusal(await zipped(odt), 'docx')).toBe('open-document');
    const whole = await wordFile({ body: paragraph(run('kata')) });
    const zip = await JSZip.loadAsync(whole);
    zip.file('word/document.xml', '<w:document><w:body><w:p>');
    expect(await refusal(await zip.generateAsync({ type: 'uint8array' }), 'docx')).toBe('damaged');
  });
  test('a zip that unfolds into too much is stopped, whatever its directory says', async () => {
    const zip = await JSZip.loadAsync(await wordFile({ body: paragraph(run('kata')) }));
    zip.file('word/document.xml', new Uint8Array(61_000_000));
    const bomb = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
    expect(bomb.byteLength).toBeLessThan(200_000);
    expect(await refusal(bomb, 'docx')).toBe('bomb');
    // The size in the directory (central header, offset 24) is a claim: here it is one byte.
    const lying = Buffer.from(bomb);
    for (
      let at = lying.indexOf('PK\u0001\u0002');
      at >= 0;
      at = lying.indexOf('PK\u0001\u0002', at + 4)
    )
      lying.writeUInt32LE(1, at + 24);
    expect(['bomb', 'damaged']).toContain(await refusal(new Uint8Array(lying), 'docx'));
  });
  test('nesting beyond any reason ends in a refusal, not in a crash', async () => {
    const deep = `${'<div>'.repeat(60_000)}kata${'</div>'.repeat(60_000)}`;
    expect(['damaged', 'read']).toContain(await refusal(bytesOf(deep), 'html'));
    const quotes = `${'> '.repeat(5_000)}kata`;
    expect(['damaged', 'read']).toContain(await refusal(bytesOf(quotes), 'md'));
  });
});
