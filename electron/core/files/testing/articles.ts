/** Random articles of every kind of block, as newsrooms write them and as nobody would. */
import fc from 'fast-check';
import { articleSchema, emptyArticle, type Article, type Run } from '#shared/domain/article.ts';
import type { OwnPiece } from '../read/filed.ts';

const word = fc.constantFrom(
  'Bupati',
  'Klaten',
  'warga',
  'jalan',
  'desa',
  'Rp1.250.000',
  'COVID-19',
  'e-KTP',
  'naïve',
  '工作',
  'سلام',
  '😀',
);
const nasty = fc.constantFrom(
  '*',
  '**',
  '_',
  '__',
  '`',
  '```',
  '[x]',
  '](y)',
  '<b>',
  '</p>',
  '&amp;',
  '&',
  '|',
  '\\',
  '~~',
  '#',
  '##',
  '-',
  '+',
  '1.',
  '2)',
  '=',
  '---',
  '>',
  '!',
  '![',
  ':',
  ': ',
  '<!--',
  '-->',
  'https://koran.example/a_b',
  'www.koran.example',
  'a@b.example',
  '[^1]',
  '[!info]',
  '$x$',
  '—',
  '“',
  '”',
);

/** `plain` stays within the letters and signs of prose. */
export type Taste = 'plain' | 'nasty';

function textOf(taste: Taste): fc.Arbitrary<string> {
  const piece = taste === 'plain' ? word : fc.oneof({ weight: 3, arbitrary: word }, nasty);
  return fc
    .array(fc.tuple(piece, fc.constantFrom(' ', ' ', ', ', '. ', taste === 'plain' ? ' ' : '')), {
      minLength: 1,
      maxLength: 7,
    })
    .map((parts) => parts.flat().join('').replace(/ +/g, ' ').trim())
    .filter((text) => /[\p{L}\p{N}]/u.test(text));
}

/** Runs as an editor leaves them: joined, with spaces at either side of a look. */
function runsOf(taste: Taste, lines: 'one' | 'some' = 'some'): fc.Arbitrary<Run[]> {
  const breaks = lines === 'one' ? fc.constant('') : fc.constantFrom('', '', '', '\n');
  const run = fc.record({
    text: textOf(taste),
    after: breaks,
    look: fc.constantFrom('', '', 'bold', 'italic', 'both', 'link'),
  });
  return fc.array(run, { minLength: 1, maxLength: 4 }).map((runs) => {
    const all = runs.flatMap(({ text, after, look }, at): Run[] => {
      const gap = at === runs.length - 1 ? '' : after || ' ';
      return [
        {
          text,
          ...((look === 'bold' || look === 'both') && { bold: true as const }),
          ...((look === 'italic' || look === 'both') && { italic: true as const }),
          ...(look === 'link' && { link: 'https://koran.example/berita_(1)?a=b&c=*d' }),
        },
        ...(gap === '' ? [] : [{ text: gap }]),
      ];
    });
    return all.reduce<Run[]>((joined, each) => {
      const last = joined.at(-1);
      if (last && last.bold === each.bold && last.italic === each.italic && last.link === each.link)
        joined[joined.length - 1] = { ...last, text: last.text + each.text };
      else joined.push(each);
      return joined;
    }, []);
  });
}

const embedUrl = fc.constantFrom(
  'https://www.youtube.com/watch?v=abcdef12345',
  'https://x.com/redaksi/status/1234567890',
  'https://www.tiktok.com/@redaksi/video/1234567890',
);
const storyId = fc.constant('01890a5d-ac96-774b-bcce-b302099a8057');

function pieceOf(taste: Taste): fc.Arbitrary<OwnPiece> {
  const text = textOf(taste);
  const runs = runsOf(taste);
  const orNone = fc.oneof(fc.constant(''), text);
  return fc.oneof(
    { weight: 4, arbitrary: runs.map((each) => ({ kind: 'paragraph' as const, runs: each })) },
    fc.record({
      kind: fc.constant('heading' as const),
      level: fc.constantFrom(2 as const, 3 as const),
      runs: runsOf(taste, 'one'),
    }),
    fc.record({
      kind: fc.constant('quote' as const),
      runs,
      speaker: text,
      verb: fc.constantFrom('', 'kata', 'ujar'),
    }),
    fc.record({ kind: fc.constant('pull-quote' as const), runs, speaker: orNone }),
    fc.record({
      kind: fc.constant('list' as const),
      ordered: fc.boolean(),
      items: fc.array(runs, { minLength: 1, maxLength: 4 }),
    }),
    fc
      .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 3 }), fc.boolean(), orNone)
      .chain(([rows, columns, header, caption]) =>
        fc
          .array(fc.array(runs, { minLength: columns, maxLength: columns }), {
            minLength: rows,
            maxLength: rows,
          })
          .map((cells) => ({ kind: 'table' as const, caption, header, rows: cells })),
      ),
    fc.record({ kind: fc.constant('embed' as const), url: embedUrl, title: orNone }),
    fc.record({
      kind: fc.constant('info-box' as const),
      title: orNone,
      paragraphs: fc.array(runs, { minLength: 1, maxLength: 3 }),
    }),
    fc.constant({ kind: 'divider' as const }),
    fc.record({
      kind: fc.constant('related' as const),
      label: fc.constantFrom('Baca juga', 'BACA JUGA', 'Simak juga'),
      link: fc.oneof(
        text.map((title) => ({ title })),
        text.map((title) => ({ title, url: 'https://koran.example/lain' })),
      ),
    }),
  ) as fc.Arbitrary<OwnPiece>;
}

const photoWords = fc.record({
  creditLead: fc.constantFrom('', 'Istimewa', 'tribunsolo.com/mardon'),
  slug: fc.constantFrom('', 'TANDATANGAN KERJASAMA', 'BANJIR 2025'),
  caption: fc.constantFrom(
    'Warga berdiri di tepi jalan desa.',
    'Bupati, Hamenang, hadir di balai desa.',
  ),
  credit: fc.constantFrom('', 'Dok/Prokopim Setda Klaten', 'Istimewa'),
  alt: fc.constantFrom('', 'Dua orang berjabat tangan'),
  photo: fc.constantFrom(null, 'a'.repeat(64)),
});

const sentence = fc.constantFrom(
  'Pemerintah kabupaten menyiapkan dua puluh bus untuk warga.',
  'Sumber air di desa itu tidak pernah kering sejak dahulu.',
);

/** An article that opens and ends with prose, so that dateline and code have their places. */
export function articles(taste: Taste): fc.Arbitrary<Article> {
  const middle = fc.array(
    fc.oneof(
      { weight: 6, arbitrary: pieceOf(taste).map((piece) => ({ piece, use: null })) },
      photoWords.map((use) => ({ piece: null, use })),
    ),
    { maxLength: 6 },
  );
  return fc
    .record({
      middle,
      lead: fc.array(photoWords, { maxLength: 2 }),
      first: sentence,
      last: sentence,
      headline: textOf('plain'),
      section: fc.constantFrom('', 'Berita Klaten'),
      deck: fc.constantFrom('', 'Dua kota menandatangani nota kerja sama.'),
      writers: fc.constantFrom(
        [],
        [{ name: 'Rina Ambarwati' }],
        [{ name: 'Laili S' }, { name: 'Agus Wibowo' }],
      ),
      editors: fc.constantFrom([], [{ name: 'M Zainal Arifin' }]),
      dateline: fc.constantFrom(null, {
        form: 'brand-first' as const,
        brand: 'TRIBUNJATENG.COM',
        place: 'KLATEN',
        date: '',
        separator: '-',
      }),
      signoffs: fc.constantFrom([], [{ short: 'Laili S', code: '***' }]),
      source: fc.constantFrom('', 'Tribun Jateng'),
      tags: fc.constantFrom([], ['Klaten', 'bus desa']),
      related: fc.constantFrom(
        [],
        [
          { title: 'Harga Cabai Turun Lagi', url: 'https://koran.example/cabai' },
          { title: 'Pasar Johar Dibuka' },
        ],
      ),
      copyright: fc.constantFrom('', '© 2025 Tribun Jateng'),
      eventDate: fc.constantFrom(null, '2025-06-24'),
      story: storyId,
    })
    .map(({ middle: pieces, lead, first, last, story: _story, ...furniture }): Article => {
      let count = 0;
      const id = () => `n${(count += 1)}`;
      const uses = lead.map((use) => ({ ...use, id: id() }));
      const blocks: unknown[] = [{ kind: 'paragraph', id: id(), runs: [{ text: first }] }];
      for (const { piece, use } of pieces) {
        if (use === null) blocks.push({ ...piece, id: id() });
        else {
          const photoUse = id();
          uses.push({ ...use, id: photoUse });
          blocks.push({ kind: 'photo', id: id(), photoUse });
        }
      }
      blocks.push({ kind: 'paragraph', id: id(), runs: [{ text: last }] });
      return articleSchema.parse({ ...emptyArticle(), ...furniture, photoUses: uses, blocks });
    });
}

/** The same article with ids counted from the beginning: what a round trip may change. */
export function withCountedIds(article: Article): unknown {
  const uses = new Map<string, string>(article.photoUses.map((use, at) => [use.id, `use-${at}`]));
  // Uses in the order in which they are printed: the lead first, the others as their blocks come.
  const inOrder = [
    ...article.photoUses.filter(
      (use) => !article.blocks.some((block) => block.kind === 'photo' && block.photoUse === use.id),
    ),
    ...article.blocks.flatMap((block) =>
      block.kind === 'photo' ? article.photoUses.filter((use) => use.id === block.photoUse) : [],
    ),
  ];
  inOrder.forEach((use, at) => uses.set(use.id, `use-${at}`));
  return {
    ...article,
    photoUses: inOrder.map((use) => ({ ...use, id: uses.get(use.id) })),
    blocks: article.blocks.map((block, at) => ({
      ...block,
      id: `block-${at}`,
      ...(block.kind === 'photo' && { photoUse: uses.get(block.photoUse) }),
    })),
  };
}
