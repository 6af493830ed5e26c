/** Law 2: a well-formed article, printed in any house's form and read again, is the same article. */
import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import {
  articleSchema,
  emptyArticle,
  type Article,
  type Block,
  type PhotoUse,
  type Run,
} from '../article.ts';
import type { BlockId, PhotoUseId } from '../ids.ts';
import { STORY_TEXT_FORMS } from './houses.ts';
import { parseStoryText } from './parse.ts';
import { printStoryText } from './print.ts';

const numRuns = Number(process.env['STORY_TEXT_RUNS'] ?? 100);

/** Shared machines are slow at times; a run that hangs still ends. */
vi.setConfig({ testTimeout: 120_000 });

const oneOf = (...texts: string[]) => fc.constantFrom(...texts);
const some = <T>(of: fc.Arbitrary<T>, max: number) => fc.uniqueArray(of, { maxLength: max });
const name = oneOf(
  'Rina Ambarwati',
  'M Zainal Arifin',
  'Budi Santoso, S.Sos',
  'Siti',
  'Agus Wibowo',
  'Ketut Sudana',
);
const place = oneOf('KLATEN', 'Kota Solo', 'Semarang', 'KABUPATEN PATI');
const title = oneOf(
  'Harga Cabai di Kudus Turun Jelang Akhir Pekan',
  'Warga Menanam Pohon Jambu, Ini Alasannya',
  'Apakah Pasar Akan Pindah?',
  'Kereta Uap 1.200 Tenaga Kembali Berjalan',
);
const sentence = oneOf(
  'Pemerintah kabupaten menyiapkan dua puluh bus yang akan melintasi jalan desa.',
  '"Kami senang karena jalan ini sudah lama ditunggu," kata Ketua RT 4, Sumarno.',
  'Mereka belajar mengenali jenis awan (mendung dan cerah) di lapangan desa itu.',
  'Hadir pula Kepala Dinas Perhubungan Klaten - Boyolali, Suharto, dengan stafnya.',
  'Sumber air di desa itu tidak pernah kering, kata warga yang tinggal di sana.',
);
const dated = fc.constant(
  'Acara itu digelar pada Selasa (24/6/2025) di balai desa dan dibuka untuk umum.',
);

const marked = fc
  .tuple(
    sentence,
    fc.constantFrom('bold', 'italic'),
    oneOf('tidak pernah', 'Sister City', 'dua kali'),
  )
  .map(([text, look, words]): Run[] => [
    { text: `${text} Hal itu ` },
    { text: words, [look]: true as const },
    { text: ' disebut oleh warga.' },
  ]);
const linked = fc.constant<Run[]>([
  { text: 'Pendaftaran dibuka di ' },
  { text: 'https://desa.example/daftar_hadir', link: 'https://desa.example/daftar_hadir' },
  { text: ', kata panitia kepada warga.' },
]);
const plain = sentence.map((text): Run[] => [{ text }]);
const paragraph = fc
  .oneof({ weight: 4, arbitrary: plain }, marked, linked)
  .map((runs) => ({ kind: 'paragraph' as const, runs }));

const photo = fc.record({
  creditLead: oneOf('', 'Istimewa', 'tribunsolo.com/mardon'),
  slug: oneOf('TANDATANGAN KERJASAMA', 'BANJIR 2025', 'PASAR JOHAR'),
  caption: oneOf(
    'Warga berdiri di tepi jalan desa. Mereka menunggu bus.',
    'Bupati, Hamenang, hadir.',
  ),
  credit: oneOf(
    'Dok/Prokopim Setda Klaten',
    'Istimewa',
    'TRIBUNJATENG.COM/RINA',
    'REUTERS/Agus Wibowo',
  ),
});
type Words = typeof photo extends fc.Arbitrary<infer T> ? T : never;

type WithoutId<B> = B extends unknown ? Omit<B, 'id'> : never;
type Piece =
  | WithoutId<Exclude<Block, { kind: 'photo' | 'quote' }>>
  | { kind: 'photo'; photo: Words };
/** What may stand between two paragraphs. */
const between = fc.oneof(
  { weight: 3, arbitrary: paragraph },
  oneOf('Tiga Ribu Karung', 'Dua halte baru').map((text) => ({
    kind: 'heading' as const,
    level: 2 as const,
    runs: [{ text }],
  })),
  fc.record({
    kind: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(
      oneOf('kadar air', 'karung goni baru', 'Solo: dua bus').map((text) => [{ text }]),
      { minLength: 2, maxLength: 4 },
    ),
  }),
  fc.record({
    kind: fc.constant('related' as const),
    label: oneOf('Baca juga', 'BACA JUGA', 'Simak juga Video'),
    link: fc.oneof(
      title.map((text) => ({ title: text })),
      title.map((text) => ({ title: text, url: 'https://koran.example/a' })),
    ),
  }),
  photo.map((words) => ({ kind: 'photo' as const, photo: words })),
) as fc.Arbitrary<Piece>;
const body = fc
  .tuple(
    plain,
    fc.array(fc.tuple(between, plain), { maxLength: 6 }),
    fc.option(dated, { nil: null }),
  )
  .map(([first, pairs, date]): Piece[] => [
    { kind: 'paragraph', runs: first },
    ...pairs.flatMap(([piece, runs]): Piece[] => [piece, { kind: 'paragraph', runs }]),
    ...(date === null ? [] : [{ kind: 'paragraph' as const, runs: [{ text: date }] }]),
  ]);

const dateline = fc.oneof(
  fc.record({
    form: fc.constant('brand-first' as const),
    brand: oneOf('TRIBUNJATENG.COM', 'suarabaru.id'),
    place,
    date: fc.constant(''),
    separator: oneOf('-', '–', '—'),
  }),
  fc.record({
    form: fc.constant('place-first' as const),
    brand: oneOf('KOMPAS.com', 'CNN Indonesia'),
    place,
    date: fc.constant(''),
    separator: oneOf('–', '--'),
  }),
  fc.record({
    form: fc.constant('place-brackets' as const),
    brand: oneOf('ANTARA', 'Reuters'),
    place: oneOf('JAKARTA', 'Temanggung, Jawa Tengah'),
    date: oneOf('', 'June 24'),
    separator: fc.constant('-'),
  }),
  fc.record({
    form: fc.constant('place-first' as const),
    brand: fc.constant(''),
    place: oneOf('Jakarta', 'MAGELANG'),
    date: fc.constant(''),
    separator: fc.constant('-'),
  }),
);
const signoffs = fc.constantFrom(
  [],
  [{ short: 'Laili S', code: '***' }],
  [
    { short: '', code: 'abc' },
    { short: '', code: 'def' },
  ],
  [{ short: '', code: '*' }],
  [
    { short: 'Rina A', code: '' },
    { short: 'Bagus S', code: 'bgs' },
  ],
);

const article: fc.Arbitrary<Article> = fc
  .record({
    section: oneOf('', 'Berita Klaten', 'Regional'),
    headline: title,
    deck: fc.oneof(fc.constant(''), sentence),
    writers: some(name, 3).map((names) => names.map((text) => ({ name: text }))),
    editors: some(name, 2).map((names) => names.map((text) => ({ name: text }))),
    dateline,
    signoffs,
    source: oneOf('', 'Tribun Jateng', 'Dinas Pertanian Sragen'),
    related: some(title, 3).map((titles) => titles.map((text) => ({ title: text }))),
    latest: some(title, 3).map((titles) => titles.map((text) => ({ title: text }))),
    tags: some(oneOf('banjir', 'Sungai Gelis', 'posyandu_lansia'), 3),
    copyright: oneOf(
      '',
      '© 2025 Koran Contoh',
      '© 2025 Koran Contoh, a subsidiary.\nAll Right Reserved',
    ),
    leadPhotos: fc.array(photo, { maxLength: 3 }),
    body,
  })
  .map(({ leadPhotos, body, ...furniture }) => build(furniture, leadPhotos, body));

function build(
  furniture: Partial<Article>,
  leadPhotos: readonly Words[],
  pieces: readonly Piece[],
): Article {
  let last = 0;
  const id = () => `b${(last += 1)}`;
  const photoUses: PhotoUse[] = [];
  const use = (words: Words): PhotoUseId => {
    photoUses.push({ ...words, id: id() as PhotoUseId, photo: null, alt: '' });
    return photoUses.at(-1)!.id;
  };
  for (const words of leadPhotos) use(words);
  const blocks = pieces.map((piece): Block =>
    piece.kind === 'photo'
      ? { id: id() as BlockId, kind: 'photo', photoUse: use(piece.photo) }
      : { ...piece, id: id() as BlockId },
  );
  const eventDate = JSON.stringify(blocks).includes('24/6/2025') ? '2025-06-24' : null;
  return { ...emptyArticle(), ...furniture, eventDate, photoUses, blocks };
}

/** Ids are new after reading; a photo block is compared by its photo's words. */
function withoutIds(read: Article): unknown {
  const uses = new Map(read.photoUses.map(({ id, ...use }) => [id, use]));
  const blocks = read.blocks.map(({ id: _id, ...block }) =>
    block.kind === 'photo' ? uses.get(block.photoUse) : block,
  );
  return { ...read, photoUses: [...uses.values()], blocks };
}

test.each(STORY_TEXT_FORMS)('an article printed in the form %s reads as itself', (form) => {
  fc.assert(
    fc.property(article, (written) => {
      expect(articleSchema.safeParse(written).success).toBe(true);
      const printed = printStoryText(written, form);
      const read = parseStoryText(printed).article;
      expect(withoutIds(read), printed).toEqual(withoutIds(written));
    }),
    { numRuns },
  );
});

test('an empty article prints as nothing, and nothing reads as an empty article', () => {
  expect(printStoryText(emptyArticle())).toBe('');
  expect(parseStoryText('').article).toEqual(emptyArticle());
});
