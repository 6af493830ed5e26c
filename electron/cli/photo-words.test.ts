import { expect, test } from 'vitest';
import { firstSentence } from './photo-words.ts';

test.each([
  ['Warga menanam pohon. Bibitnya seribu.', 'Warga menanam pohon.'],
  ['Harga beras Rp14.500 per kilogram. Stok aman.', 'Harga beras Rp14.500 per kilogram.'],
  [
    'M. Zainal Arifin berbicara di Klaten. Ia hadir sendiri.',
    'M. Zainal Arifin berbicara di Klaten.',
  ],
  ['"Semua aman." Begitu kata warga.', '"Semua aman."'],
  ['Tanpa titik di akhir', 'Tanpa titik di akhir'],
  ['  ', ''],
])('the first sentence of %j is %j', (text, sentence) => {
  expect(firstSentence(text)).toBe(sentence);
});
