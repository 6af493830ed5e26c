// @vitest-environment happy-dom
import { $createParagraphNode, $createTextNode, $getRoot, $isElementNode } from 'lexical';
import { expect, it } from 'vitest';
import type { Block } from '#shared/domain/article.ts';
import type { BlockId } from '#shared/domain/ids.ts';
import { openTestManuscript } from '../test-editor.ts';

const heading = (id: string): Block => ({
  id: id as BlockId,
  kind: 'heading',
  level: 2,
  runs: [{ text: `Subjudul ${id}` }],
});
const paragraph = (id: string): Block => ({
  id: id as BlockId,
  kind: 'paragraph',
  runs: [{ text: id }],
});

function shown(blocks: readonly Block[]) {
  const manuscript = openTestManuscript();
  const page = document.createElement('div');
  manuscript.editor.setRootElement(page);
  manuscript.show(blocks);
  const marked = (name: string) =>
    [...page.querySelectorAll(`[data-${name}]`)].map((element) => element.textContent);
  return { ...manuscript, marked };
}

it('the dateline stands before the first paragraph, the sign-off after the last, whatever stands around them', () => {
  const { marked } = shown([heading('a'), paragraph('satu'), paragraph('dua'), heading('b')]);
  expect(marked('dateline')).toEqual(['satu']);
  expect(marked('signoff')).toEqual(['dua']);
});

it('an empty line at the end is no place for the sign-off until something is written in it', () => {
  const { marked, update } = shown([paragraph('satu')]);
  update(() => void $getRoot().append($createParagraphNode()));
  expect(marked('signoff')).toEqual(['satu']);
  update(() => {
    const line = $getRoot().getLastChild();
    if ($isElementNode(line)) line.append($createTextNode('dua'));
  });
  expect(marked('signoff')).toEqual(['dua']);
});

it('the dateline goes to the next paragraph when the first is deleted', () => {
  const { marked, update } = shown([paragraph('satu'), paragraph('dua')]);
  update(() => $getRoot().getFirstChild()?.remove());
  expect(marked('dateline')).toEqual(['dua']);
});
