import fc from 'fast-check';
import { $getRoot, $getSelection, $isRangeSelection, $isTextNode, type TextNode } from 'lexical';
import { describe, expect, it } from 'vitest';
import { printedText } from '../../../tests/fixtures/clipboard/printed-words.ts';
import { words } from '../../../tests/fixtures/clipboard/visible-words.ts';
import { blockSchema, type Block, type Run } from '#shared/domain/article.ts';
import { blockIdSchema, newBlockId, newId, type StoryId } from '#shared/domain/ids.ts';
import { openTestManuscript } from '../test-editor.ts';
import { $placeBlocks } from './place.ts';

type Sketch = { readonly kind: Block['kind'] } & Record<string, unknown>;
const block = (sketch: Sketch): Block => blockSchema.parse({ id: newBlockId(), ...sketch });
const paragraph = (text: string): Block =>
  block({ kind: 'paragraph', runs: text === '' ? [] : [{ text }] });
const list = (...items: readonly string[]): Block =>
  block({ kind: 'list', ordered: false, items: items.map((text) => [{ text }]) });

/** Blocks, with the caret at `|`; what stands there after the paste, and the text before the caret in its block. */
function pasteAt(before: readonly Block[], pasted: readonly Block[]) {
  const manuscript = openTestManuscript();
  manuscript.show(before);
  manuscript.update(() => {
    const at = texts().find((node) => node.getTextContent().includes('|'));
    const offset = at?.getTextContent().indexOf('|') ?? 0;
    at?.spliceText(offset, 1, '').select(offset, offset);
    if (at === undefined) $getRoot().selectEnd();
  });
  manuscript.update(() => $placeBlocks(pasted));
  manuscript.update(() => {
    const selection = $getSelection();
    if ($isRangeSelection(selection)) selection.insertText('¶');
  });
  return manuscript;
}

function texts(): TextNode[] {
  return $getRoot().getAllTextNodes().filter($isTextNode);
}

describe('a paste', () => {
  it('of one line goes into the line where the caret is', () => {
    expect(pasteAt([paragraph('Satu | tiga')], [paragraph('dua')]).texts()).toEqual([
      'Satu dua¶ tiga',
    ]);
  });

  it('of several paragraphs joins the first to what stands before the caret, the last to what stands behind', () => {
    const { texts: after } = pasteAt(
      [paragraph('Satu |lima')],
      [paragraph('dua'), paragraph('tiga'), paragraph('empat')],
    );
    expect(after()).toEqual(['Satu dua', 'tiga', 'empat¶ lima']);
  });

  it('into an empty line takes its place', () => {
    const { texts: after } = pasteAt(
      [],
      [block({ kind: 'heading', level: 2, runs: [{ text: 'Sub' }] }), paragraph('Isi')],
    );
    expect(after()).toEqual(['Sub', 'Isi¶']);
  });

  it('of a list between two halves of a paragraph leaves both', () => {
    const manuscript = pasteAt([paragraph('Satu |empat')], [list('dua', 'tiga')]);
    expect(manuscript.read().map(({ kind }) => kind)).toEqual(['paragraph', 'list', 'paragraph']);
    expect(words(printedText(manuscript.read()))).toEqual(['Satu', 'dua', 'tiga', 'empat']);
  });

  it('of paragraphs into a list is entries of it', () => {
    const manuscript = pasteAt([list('a', 'b |c', 'd')], [paragraph('x'), paragraph('y')]);
    expect(manuscript.read()).toMatchObject([
      {
        kind: 'list',
        items: [[{ text: 'a' }], [{ text: 'b x' }], [{ text: 'y¶ c' }], [{ text: 'd' }]],
      },
    ]);
  });

  it('of a table into a list stands between its entries', () => {
    const table = block({
      kind: 'table',
      caption: '',
      header: false,
      rows: [[[{ text: 'x' }], [{ text: 'y' }]]],
    });
    const manuscript = pasteAt([list('a', 'b |c', 'd')], [table]);
    expect(manuscript.read().map(({ kind }) => kind)).toEqual([
      'list',
      'table',
      'paragraph',
      'list',
    ]);
    expect(words(printedText(manuscript.read()).replace('¶', ''))).toEqual([
      'a',
      'b',
      'x',
      'y',
      'c',
      'd',
    ]);
  });

  it('of paragraphs into a quotation stays one quotation, with its speaker', () => {
    const quote = block({
      kind: 'quote',
      runs: [{ text: 'Kami | senang' }],
      speaker: 'Ani',
      verb: 'ujar',
    });
    const manuscript = pasteAt([quote], [paragraph('sangat'), paragraph('amat')]);
    expect(manuscript.read()).toMatchObject([
      { kind: 'quote', runs: [{ text: 'Kami sangat\namat¶ senang' }], speaker: 'Ani' },
    ]);
  });

  it('into a cell is text in that cell; a card goes below the table', () => {
    const table = block({
      kind: 'table',
      caption: '',
      header: false,
      rows: [[[{ text: 'x |z' }], [{ text: 'y' }]]],
    });
    const related = block({ kind: 'related', label: 'Baca juga', link: { title: 'Lain' } });
    const manuscript = pasteAt(
      [table, paragraph('Akhir')],
      [paragraph('satu'), list('dua'), related],
    );
    const [cells, card] = manuscript.read();
    expect(cells).toMatchObject({
      kind: 'table',
      rows: [[[{ text: 'x satu\ndua¶ z' }], [{ text: 'y' }]]],
    });
    expect(card?.kind).toBe('related');
  });

  it('never makes two words one', () => {
    const { texts: after } = pasteAt(
      [paragraph('Satu|enam')],
      [paragraph('dua'), paragraph('lima')],
    );
    expect(after()).toEqual(['Satu dua', 'lima¶ enam']);
  });
});

const runs: fc.Arbitrary<readonly Run[]> = fc.array(
  fc.record(
    {
      text: fc.constantFrom('satu ', 'dua \ntiga ', 'ꦏꦸꦭ ', '👩‍🌾 ', '“x” '),
      bold: fc.constant(true as const),
      link: fc.constant('https://contoh.id/a'),
    },
    { requiredKeys: ['text'] },
  ),
  { minLength: 1, maxLength: 3 },
);
const anyBlock: fc.Arbitrary<Block> = fc
  .oneof(
    fc.record({ kind: fc.constant('paragraph' as const), runs }),
    fc.record({ kind: fc.constant('paragraph' as const), runs }),
    fc.record({ kind: fc.constant('heading' as const), level: fc.constantFrom(2, 3), runs }),
    fc.record({
      kind: fc.constant('quote' as const),
      runs,
      speaker: fc.constantFrom('', 'Ani'),
      verb: fc.constant(''),
    }),
    fc.record({
      kind: fc.constant('pull-quote' as const),
      runs,
      speaker: fc.constantFrom('', 'Budi'),
    }),
    fc.record({
      kind: fc.constant('list' as const),
      ordered: fc.constant(false),
      items: fc.array(runs, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('table' as const),
      caption: fc.constantFrom('', 'Judul tabel'),
      header: fc.boolean(),
      rows: fc.array(fc.tuple(runs, runs), { minLength: 1, maxLength: 2 }),
    }),
    fc.record({
      kind: fc.constant('info-box' as const),
      title: fc.constantFrom('', 'Kotak'),
      paragraphs: fc.array(runs, { minLength: 1, maxLength: 2 }),
    }),
    fc.record({
      kind: fc.constant('embed' as const),
      url: fc.constant('https://youtu.be/abcDEF12345'),
      title: fc.constant('Film'),
    }),
    fc.record({ kind: fc.constant('divider' as const) }),
    fc.record({
      kind: fc.constant('related' as const),
      label: fc.constant('Baca juga'),
      link: fc.record({ title: fc.constant('Lain'), story: fc.constant(newId<StoryId>()) }),
    }),
  )
  .map(block);

describe('a paste anywhere', () => {
  it('keeps every word: those that were there, and those that came', () => {
    fc.assert(
      fc.property(
        fc.array(anyBlock, { minLength: 1, maxLength: 4 }),
        fc.array(anyBlock, { minLength: 1, maxLength: 4 }),
        fc.nat(),
        (before, pasted, where) => {
          const manuscript = openTestManuscript();
          manuscript.show(before);
          const there = words(printedText(manuscript.read()));
          manuscript.update(() => {
            const all = texts();
            const node = all[where % Math.max(all.length, 1)];
            // Between words: a caret inside one would cut it, as it should.
            const offset = node === undefined ? 0 : where % 2 === 0 ? 0 : node.getTextContentSize();
            if (node === undefined) $getRoot().selectEnd();
            else node.select(offset, offset);
          });
          manuscript.update(() =>
            $placeBlocks(pasted.map((each) => ({ ...each, id: newBlockId() }))),
          );
          const after = words(printedText(manuscript.read()));
          expect(after.toSorted()).toEqual([...there, ...words(printedText(pasted))].toSorted());
          for (const each of manuscript.read())
            expect(blockSchema.safeParse(each).error).toBeUndefined();
          expect(blockIdSchema.safeParse(manuscript.read()[0]?.id).success).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  }, 60_000);
});
