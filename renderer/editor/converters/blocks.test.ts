import fc from 'fast-check';
import { $createParagraphNode, $getRoot } from 'lexical';
import { describe, expect, it } from 'vitest';
import { blockSchema, type Block, type Run } from '#shared/domain/article.ts';
import { blockIdSchema, newId, photoUseIdSchema, type StoryId } from '#shared/domain/ids.ts';
import { openTestManuscript } from '../test-editor.ts';
import { normalBlock } from './blocks.ts';
import { isEmptyLine } from './body.ts';

/** Text of the hard kind: lines, tabs, other scripts, emoji of several code units, spaces at the edges. */
const text = fc
  .array(
    fc.constantFrom(
      'Klaten',
      ' ',
      '  ',
      '\n',
      '\t',
      'é',
      'ꦏ',
      '👩‍🌾',
      '“',
      '"',
      '/',
      '<b>',
      '&amp;',
      '*',
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(''));
const run: fc.Arbitrary<Run> = fc.record(
  {
    text,
    bold: fc.constant(true as const),
    italic: fc.constant(true as const),
    link: fc.constantFrom('https://contoh.id/a', 'mailto:meja@contoh.id'),
  },
  { requiredKeys: ['text'] },
);
const runs = fc.array(run, { maxLength: 5 });
const line = fc.constantFrom('', 'Nur Tjahjono', 'Baca juga', 'ujar');
const kinds: fc.Arbitrary<Record<string, unknown>> = fc.oneof(
  fc.record({ kind: fc.constant('paragraph'), runs }),
  fc.record({ kind: fc.constant('heading'), level: fc.constantFrom(2, 3), runs }),
  fc.record({ kind: fc.constant('quote'), runs, speaker: line, verb: line }),
  fc.record({
    kind: fc.constant('list'),
    ordered: fc.boolean(),
    items: fc.array(runs, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('photo') }),
  fc.record({
    kind: fc.constant('related'),
    label: line,
    link: fc.oneof(
      fc.record({ title: line }),
      fc.record({ title: line, story: fc.constant(newId<StoryId>()) }),
      fc.record({ title: line, url: fc.constant('https://contoh.id/b') }),
    ),
  }),
);
const body: fc.Arbitrary<readonly Block[]> = fc.array(kinds, { maxLength: 8 }).map((made) =>
  apart(made).map((block, index) =>
    blockSchema.parse({
      ...block,
      id: blockIdSchema.parse(`b${index}`),
      ...(block['kind'] === 'photo' && { photoUse: photoUseIdSchema.parse(`u${index}`) }),
    }),
  ),
);

/** Lexical joins lists of one kind that stand side by side; that is a promise of its own, below. */
function apart(made: readonly Record<string, unknown>[]): Record<string, unknown>[] {
  return made.filter((block, index) => {
    const before = made[index - 1];
    return block['kind'] !== 'list' || before?.['kind'] !== 'list';
  });
}

describe('blocks in the editor', () => {
  it('come back exactly as they went in', () => {
    fc.assert(
      fc.property(body, (blocks) => {
        const manuscript = openTestManuscript();
        manuscript.show(blocks);
        expect(manuscript.read()).toEqual(
          blocks.map(normalBlock).filter((block) => !isEmptyLine(block)),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('keep every entry when Lexical joins two lists that stand side by side', () => {
    const list = (id: string, ...items: readonly string[]): Block => ({
      id: blockIdSchema.parse(id),
      kind: 'list',
      ordered: false,
      items: items.map((text) => [{ text }]),
    });
    const manuscript = openTestManuscript();
    manuscript.show([list('a', 'Satu', 'Dua'), list('b', 'Tiga')]);
    expect(manuscript.read()).toEqual([list('a', 'Satu', 'Dua', 'Tiga')]);
  });

  it('keep the empty line with the caret when another text comes in around it', () => {
    const paragraph = (id: string, words: string): Block => ({
      id: blockIdSchema.parse(id),
      kind: 'paragraph',
      runs: [{ text: words }],
    });
    const manuscript = openTestManuscript();
    manuscript.show([paragraph('a', 'Satu'), paragraph('b', 'Dua')]);
    manuscript.update(() => {
      const line = $createParagraphNode();
      $getRoot().getFirstChildOrThrow().insertAfter(line);
      line.select();
    });
    expect(manuscript.read().map((block) => block.id)).toEqual(['a', 'b']);
    manuscript.show([paragraph('a', 'Satu'), paragraph('b', 'Dua dari sana')]);
    expect(manuscript.texts()).toEqual(['Satu', '', 'Dua dari sana']);
  });

  it('lose no word in normal form', () => {
    fc.assert(
      fc.property(runs, (some) => {
        const block = normalBlock({ id: blockIdSchema.parse('b'), kind: 'paragraph', runs: some });
        const words = (all: readonly Run[]): string => all.map((each) => each.text).join('');
        expect(block.kind === 'paragraph' && words(block.runs)).toBe(words(some));
      }),
    );
  });

  it('show another body without touching the nodes of blocks that stayed', () => {
    const paragraph = (id: string, words: string): Block => ({
      id: blockIdSchema.parse(id),
      kind: 'paragraph',
      runs: [{ text: words }],
    });
    const manuscript = openTestManuscript();
    manuscript.show([paragraph('a', 'Satu'), paragraph('b', 'Dua'), paragraph('c', 'Tiga')]);
    const before = manuscript.editor.getEditorState().read(() => keysById(manuscript));
    manuscript.show([
      paragraph('c', 'Tiga'),
      paragraph('b', 'Dua, diubah'),
      paragraph('a', 'Satu'),
    ]);
    const after = manuscript.editor.getEditorState().read(() => keysById(manuscript));
    expect(manuscript.texts()).toEqual(['Tiga', 'Dua, diubah', 'Satu']);
    expect(after.get('a')).toBe(before.get('a'));
    expect(after.get('c')).toBe(before.get('c'));
    expect(after.get('b')).not.toBe(before.get('b'));
  });
});

function keysById({ editor, read }: ReturnType<typeof openTestManuscript>): Map<string, string> {
  const keys = editor.getEditorState().read(() => $getRoot().getChildrenKeys());
  return new Map(read().map((block, index) => [block.id, keys[index] ?? '']));
}
