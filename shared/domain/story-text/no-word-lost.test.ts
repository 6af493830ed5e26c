/** Law 1: whatever comes in, every word of it is in the printed article or listed as left over. */
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { articleSchema, LIMITS } from '../article.ts';
import { HOUSES } from './houses.ts';
import { readStory } from './parse.ts';
import { printStoryText } from './print.ts';
import { countWords, storyWords, takeWords } from './words.ts';

const numRuns = Number(process.env['STORY_TEXT_RUNS'] ?? 400);

/** Lines of every house's furniture, whole, broken and out of place. */
const FURNITURE = `
Berita Klaten|Wonosobo Hebat|Selamat Datang di Superhub|Regional|Home > Regional > Klaten|Gempa|Subjudul pendek
Penulis|Editor|Penulis:|Editor:|PENULIS: a, b & c/d|Penulis: A dan B|Penulis: dan|Penulis: A dan dan B|Penulis: Penulis: A
Budi Santoso, S.Sos|Kontributor Klaten, Budi|Penulis: Kontributor Klaten, Budi|Pewarta: Budi|Uploader : Sari|Tim Redaksi
By Ananda Teresia|By: Ananda|Oleh Budi|Laporan Wartawan Tribun Jateng, Budi Setya|Andi Saputra - detikJateng
Reporting by A B and C D in Jakarta; Additional reporting by E; Editing by F|(Reporting by A; Editing by B)|Editing by Z
Istimewa|Dok. Pribadi|tribunsolo.com/mardon|Lihat Foto|Foto: Istimewa|Foto: Ani/detikJateng|Keterangan foto|Caption: Foto ini
TANDATANGAN KERJASAMA: Bupati hadir. (Dok/Prokopim)|SLUG: tanpa kredit|Petugas bekerja. (KOMPAS.com/NAMA)|(Dok (a) b)
Warga antre air. Foto: Andi/detikJateng|A worker walks, June 24, 2025. REUTERS/Ajeng
TRIBUNJATENG.COM, KLATEN - Pemerintah kota menggaet kota yang jauh sekali di sana.|SEMARANG, KOMPAS.com – Hujan
Semarang (ANTARA) - Kota|JAKARTA, June 24 (Reuters) - The government said|Jakarta - |KLATEN, KOMPAS.com –
Jakarta - Pemerintah kota akan membuka jalan baru pada hari Senin yang akan datang.|Klaten - Nanjing Jadi Kota Kembar
Baca juga: Judul lain yang panjang|Baca juga:|BACA JUGA|Read also: x https://a.example/b|Sumber: Tribun Jateng|Sumber Berita: X
Sumber:|Source: BMKG|Tags: a, b|Tag|Tags:|#Klaten #Sister_City|#a, #b c|Topik: #x|Berita Terkait|Berita Terkini
Related: a title of this|Judul berita lain yang menarik|Ikuti kami di|AA|© 2025 TRIBUNnews.com|All Right Reserved
COPYRIGHT © ANTARA 2025|(Laili S/***)|(abc/def)|(*)|"Ya," katanya. (abc/def)
[24/6 19.03] Budi: *Judul Tebal*|24/06/25 19.03 - Budi: halo|[24/6 19.03] Budi:|Diteruskan|Subject: Rilis|From: a@b.example
*Judul tebal sekali ini*|_miring_ dan *tebal* ~coret~ \`\`\`mono\`\`\`|_x_*y*|*a*b* c_d_ e|\`\`\`a\`\`\`b|***x***|* bintang
- satu|- dua|1. satu|2. dua|3) tiga|2. dua lagi|---|…|😀|https://a.example/x_y_z|(https://a.example)|dan|and
Selasa, 24 Juni 2025 19:03 WIB|Kompas.com - 24/06/2025, 19:03 WIB|Kalimat kedua pada Selasa (24/6/2025) di kota.
Ini kalimat panjang yang biasa saja dan selesai dengan titik.|Selamat pagi, 🙏`
  .split(/[\n|]/)
  .concat(
    '|',
    'Penulis: Laili Shofiyah | Editor: M Zainal Arifin',
    '\u200B',
    '\uFEFF',
    '\0',
    '\uD800',
  );

const furniture = fc.constantFrom(...FURNITURE);
const signs = fc.string({
  unit: fc.constantFrom(...'*_`~a ()/:-.#,"–|1\0\u00A0'.split(''), '\uD800', '\uDC00'),
});
const line = fc.oneof(
  { weight: 8, arbitrary: furniture },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: signs },
  {
    weight: 2,
    arbitrary: fc
      .tuple(furniture, fc.constantFrom(' ', '', '\t', '\u00A0', ': ', ' | ', ', '), furniture)
      .map((parts) => parts.join('')),
  },
);
const lineEnd = fc.constantFrom('\n', '\n\n', '\n\n', '\r\n', '\r', '\u2028');
const storyish = fc
  .array(fc.tuple(line, lineEnd), { maxLength: 30, size: 'max' })
  .map((lines) => lines.map((parts) => parts.join('')).join(''));

/** Reads a text and checks the law without using the parser's own balance. */
function expectNoWordLost(text: string): void {
  const { article, report, added, missing } = readStory(text, { newId: countingIds() });
  expect(missing, 'the net of parseStoryText was needed').toEqual([]);
  const counts = countWords(storyWords(text));
  takeWords(counts, storyWords(printStoryText(article, report.form)));
  for (const left of report.leftOver) takeWords(counts, storyWords(left.text));
  const lost = [...counts].filter(([, count]) => count > 0);
  const made = [...counts].filter(([, count]) => count < 0).map(([word]) => word);
  expect(lost).toEqual([]);
  expect(made.toSorted()).toEqual([...added].toSorted());
  const labels = new Set(
    storyWords([...Object.values(HOUSES[report.form].labels), 'and', 'Foto', 'Tags'].join(' ')),
  );
  expect(made.filter((word) => !labels.has(word))).toEqual([]);
  expect(articleSchema.safeParse(article).error?.issues ?? []).toEqual([]);
}

function countingIds(): () => string {
  let last = 0;
  return () => `b${(last += 1)}`;
}

/** Shared machines are slow at times; a run that hangs still ends. */
vi.setConfig({ testTimeout: 120_000 });

describe('no word of the input is ever missing, and none is invented but labels', () => {
  test('in any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), expectNoWordLost), {
      numRuns,
    });
  });

  test('in furniture of every house in any order', () => {
    fc.assert(fc.property(storyish, expectNoWordLost), { numRuns });
  });

  test('in ten thousand lines, more than an article holds', () => {
    const lines = Array.from({ length: 10_000 }, (_, at) => `Kalimat nomor ${at} selesai di sini.`);
    expectNoWordLost(lines.join('\n\n'));
    expectNoWordLost(
      lines.map((text, at) => `FOTO KE SEKIAN: ${text} (Dok/Humas ${at})`).join('\n'),
    );
    expectNoWordLost(lines.map((_, at) => `Penulis: Budi ${at}`).join('\n'));
    expectNoWordLost(lines.map((_, at) => `${at + 1}. butir`).join('\n'));
    expectNoWordLost(lines.map((_, at) => `- butir ${at}`).join('\n'));
    expectNoWordLost(`Berita Terkait\n${lines.map((_, at) => `Judul yang ke ${at}`).join('\n')}`);
    expectNoWordLost(lines.map((_, at) => `#tag${at}`).join('\n'));
  });

  test('in lines far longer than a field', () => {
    const long = (word: string, length: number) => `${word} `.repeat(length / (word.length + 1));
    fc.assert(
      fc.property(
        furniture,
        fc.constantFrom(2_100, LIMITS.text + 10, 3 * LIMITS.text),
        furniture,
        (before, length, after) => {
          expectNoWordLost(`${before} ${long('kata', length)}`);
          expectNoWordLost(`${before}\n${long('kata', length)} ${after}`);
        },
      ),
      { numRuns: 4 },
    );
    expectNoWordLost(`awal ${'a'.repeat(LIMITS.text + 1)} akhir`);
    expectNoWordLost('*a* '.repeat(LIMITS.blocks));
  });
});

test('parsing is deterministic', () => {
  fc.assert(
    fc.property(storyish, (text) => {
      expect(readStory(text, { newId: countingIds() })).toEqual(
        readStory(text, { newId: countingIds() }),
      );
    }),
    { numRuns: 100 },
  );
});

test('a word is what stands between spaces, punctuation and marks', () => {
  expect(storyWords('"Dimana," ujar *Nur* (24/6/2025) — © 2.000 😀\0')).toEqual([
    'Dimana',
    'ujar',
    'Nur',
    '24',
    '6',
    '2025',
    '©',
    '2',
    '000',
    '😀\uFFFD',
  ]);
});
