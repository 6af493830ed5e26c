import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  type ElementNode,
} from 'lexical';
import { $isListNode } from '@lexical/list';
import { describe, expect, it } from 'vitest';
import type { Block } from '#shared/domain/article.ts';
import { blockIdSchema, photoUseIdSchema } from '#shared/domain/ids.ts';
import { $blockIdOf, $setBlockId } from '../nodes/block-id.ts';
import { $createPhotoNode } from '../nodes/PhotoNode.tsx';
import { openTestManuscript } from '../test-editor.ts';
import { changeLook } from './looks.ts';

const id = (name: string) => blockIdSchema.parse(name);
const paragraph = (name: string, text: string): Block => ({
  id: id(name),
  kind: 'paragraph',
  runs: text === '' ? [] : [{ text }],
});

function $block(index: number): ElementNode {
  const node = $getRoot().getChildAtIndex(index);
  if (!$isElementNode(node)) throw new Error(`no block ${index}`);
  return node;
}
function $caret(index: number, offset: number): void {
  const text = $block(index).getFirstChild();
  if (text === null) $block(index).select();
  else
    ($getRoot(),
    $block(index).getFirstDescendant() as unknown as {
      select: (a: number, b: number) => void;
    }).select(offset, offset);
}
function $enter(): void {
  const selection = $getSelection();
  if ($isRangeSelection(selection)) selection.insertParagraph();
}
const idsOf = (manuscript: ReturnType<typeof openTestManuscript>) =>
  manuscript.editor.getEditorState().read(() => $getRoot().getChildren().map($blockIdOf));

describe('the ids of blocks', () => {
  it('stay with the first half when a paragraph is split, and the second half gets a fresh one', () => {
    const manuscript = openTestManuscript();
    manuscript.show([paragraph('a', 'Satu dua'), paragraph('z', 'Akhir')]);
    manuscript.update(() => {
      $caret(0, 5);
      $enter();
    });
    const [first, second, third] = idsOf(manuscript);
    expect(manuscript.texts()).toEqual(['Satu ', 'dua', 'Akhir']);
    expect(first).toBe('a');
    expect(third).toBe('z');
    expect(['a', 'z']).not.toContain(second);
  });

  it('go down with the words when Enter is pressed before the first word', () => {
    const manuscript = openTestManuscript();
    manuscript.show([paragraph('a', 'Satu dua')]);
    manuscript.update(() => {
      $caret(0, 0);
      $enter();
    });
    expect(manuscript.texts()).toEqual(['', 'Satu dua']);
    expect(idsOf(manuscript)[1]).toBe('a');
  });

  it('of the upper block survive a join', () => {
    const manuscript = openTestManuscript();
    manuscript.show([paragraph('a', 'Satu'), paragraph('b', 'dua')]);
    manuscript.update(() => {
      const upper = $block(0);
      upper.append(...$block(1).getChildren());
      $block(1).remove();
    });
    expect(idsOf(manuscript)).toEqual(['a']);
  });

  it('are never shared: a pasted copy gets its own, and the block that was there first keeps its', () => {
    const manuscript = openTestManuscript();
    manuscript.show([paragraph('a', 'Satu'), paragraph('b', 'Dua')]);
    manuscript.update(() => {
      const copy = $setBlockId($createParagraphNode().append($createTextNode('Satu')), id('a'));
      $block(0).insertBefore(copy);
    });
    const ids = idsOf(manuscript);
    expect(new Set(ids).size).toBe(3);
    expect(ids[1]).toBe('a');
    expect(ids[2]).toBe('b');
  });

  it('stay when a paragraph becomes a subhead, a quote or a list, and back', () => {
    const manuscript = openTestManuscript();
    manuscript.show([paragraph('a', 'Satu'), paragraph('b', 'Dua')]);
    for (const look of ['h2', 'quote', 'number', 'bullet', 'paragraph'] as const) {
      manuscript.update(() => $getRoot().getFirstDescendant()?.selectEnd());
      changeLook(manuscript.editor, look);
      manuscript.update(() => undefined);
      expect(idsOf(manuscript)).toEqual(['a', 'b']);
      expect(manuscript.texts().map((text) => text.trim())).toEqual(['Satu', 'Dua']);
    }
  });

  it('are not made for the empty page', () => {
    const manuscript = openTestManuscript();
    manuscript.show([]);
    manuscript.update(() => $getRoot().selectEnd());
    expect(manuscript.read()).toEqual([]);
  });

  it('of a split list are two', () => {
    const manuscript = openTestManuscript();
    manuscript.show([
      {
        id: id('l'),
        kind: 'list',
        ordered: false,
        items: [[{ text: 'Satu' }], [{ text: 'Dua' }], [{ text: 'Tiga' }]],
      },
    ]);
    manuscript.update(() => {
      const list = $block(0);
      if (!$isListNode(list)) return;
      list.getChildAtIndex(1)?.selectEnd();
      list.getChildAtIndex(1)?.replace($createParagraphNode());
    });
    expect(new Set(idsOf(manuscript)).size).toBe(idsOf(manuscript).length);
  });
});

describe('photo blocks', () => {
  const use = photoUseIdSchema.parse('foto');
  const photo: Block = { id: id('p'), kind: 'photo', photoUse: use };

  it('stand once: a pasted second one is left out, and the writer is told', () => {
    let told = 0;
    const manuscript = openTestManuscript({ onPhotoLeftOut: () => (told += 1) });
    manuscript.show([photo, paragraph('a', 'Satu')]);
    manuscript.update(() => void $block(1).insertAfter($createPhotoNode(use)));
    expect(manuscript.read().filter((block) => block.kind === 'photo')).toEqual([photo]);
    expect(told).toBe(1);
  });

  it('of another story are left out: their words live there', () => {
    const manuscript = openTestManuscript({ knowsPhoto: (each) => each === use });
    manuscript.show([photo, paragraph('a', 'Satu')]);
    manuscript.update(
      () => void $block(1).insertAfter($createPhotoNode(photoUseIdSchema.parse('asing'))),
    );
    expect(manuscript.read().map((block) => block.id)).toEqual(['p', 'a']);
  });

  it('keep their id', () => {
    const manuscript = openTestManuscript();
    manuscript.show([photo, paragraph('a', 'Satu')]);
    expect(
      manuscript.editor.getEditorState().read(() => $blockIdOf($getRoot().getFirstChildOrThrow())),
    ).toBe('p');
  });
});
