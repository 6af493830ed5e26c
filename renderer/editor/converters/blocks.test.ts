import fc from 'fast-check';
import { $copyNode, $createParagraphNode, $getRoot } from 'lexical';
import { describe, expect, it } from 'vitest';
import { blockSchema, type Block, type Run } from '#shared/domain/article.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
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
/** Any JSON whose texts may stand in an article: no NUL, no half characters. */
const plainJson = fc
  .json({ stringUnit: fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' }) })
  .map((json): unknown => JSON.parse(json.replaceAll('\\u0000', '')));
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
  fc.record({ kind: fc.constant('pull-quote'), runs, speaker: line }),
  fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 })).chain(([y, x]) =>
    fc.record({
      kind: fc.constant('table'),
      caption: text,
      header: fc.boolean(),
      rows: fc.array(fc.array(runs, { minLength: x, maxLength: x }), {
        minLength: y,
        maxLength: y,
      }),
    }),
  ),
  fc.record({
    kind: fc.constant('embed'),
    url: fc.constantFrom(
      'https://www.youtube.com/watch?v=a1b2c3d4',
      'https://x.com/klaten/status/1234567890',
      'http://instagram.com/p/AbC-d_1/',
    ),
    title: text,
  }),
  fc.record({ kind: fc.constant('info-box'), title: text, paragraphs: fc.array(runs) }),
  fc.record({ kind: fc.constant('divider') }),
  // A kind that this Redaksi does not know, with whatever JSON a newer one may write.
  fc
    .tuple(fc.constantFrom('peta', 'jajak-pendapat', '__proto__'), fc.dictionary(text, plainJson))
    .map(([kind, fields]) => ({ ...fields, kind })),
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

  it('of a newer Redaksi come back to the letter, also under another id', () => {
    const json =
      '{"id":"n","kind":"peta","runs":{"a":[1,null,{"__proto__":"x"}]},"title":"Klaten"}';
    const newer = blockSchema.parse(JSON.parse(json));
    const manuscript = openTestManuscript();
    manuscript.show([newer]);
    expect(canonicalJson(manuscript.read()[0])).toBe(json);
    // Copied: everything but the id is the same.
    manuscript.update(() => {
      const node = $getRoot().getFirstChildOrThrow();
      node.insertAfter($copyNode(node));
    });
    const copy = manuscript.read()[1];
    expect(canonicalJson({ ...copy, id: 'n' })).toBe(json);
    expect(copy?.id).not.toBe('n');
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
