import { describe, expect, test } from 'vitest';
import { runsText } from '../article.ts';
import { isAllBold, parseRuns, printRuns } from './marks.ts';

describe('marks become runs', () => {
  test.each([
    [
      'kata *tebal* dan _miring_',
      [
        { text: 'kata ' },
        { text: 'tebal', bold: true },
        { text: ' dan ' },
        { text: 'miring', italic: true },
      ],
    ],
    ['*_dua-duanya_*', [{ text: 'dua-duanya', bold: true, italic: true }]],
    ['"*Ya*," katanya.', [{ text: '"' }, { text: 'Ya', bold: true }, { text: '," katanya.' }]],
    ['```kode``` biasa', [{ text: 'kode biasa' }]],
    ['*a *b*', [{ text: '*a ' }, { text: 'b', bold: true }]],
    [
      'lihat https://a.example/x_y_z.',
      [
        { text: 'lihat ' },
        { text: 'https://a.example/x_y_z', link: 'https://a.example/x_y_z' },
        { text: '.' },
      ],
    ],
  ])('%s', (line, runs) => {
    expect(parseRuns(line)).toEqual(runs);
  });

  test.each([
    '5*3*2',
    'nama_berkas_foto',
    '* butir',
    '(*)',
    '(Laili S/***)',
    '~coret~',
    '_x_*y*z',
    '[situs](https://a.example)',
    'javascript:alert(1)',
  ])('what is no mark stays text: %s', (line) => {
    expect(runsText(parseRuns(line))).toBe(line);
  });
});

test('only a line that is bold from end to end is a bold line', () => {
  expect(isAllBold('*Pasar Pindah*')).toBe(true);
  expect(isAllBold('*Pasar* Pindah')).toBe(false);
  expect(isAllBold('Pasar *Pindah*')).toBe(false);
});

test('a mark that would cut a word is not printed', () => {
  expect(printRuns([{ text: 'Kla' }, { text: 'ten', bold: true }])).toBe('Klaten');
  expect(printRuns([{ text: 'ke ' }, { text: 'Klaten ', bold: true }, { text: 'lagi' }])).toBe(
    'ke *Klaten* lagi',
  );
  expect(printRuns([{ text: 'situs desa', link: 'https://desa.example' }])).toBe(
    'situs desa (https://desa.example)',
  );
});
