import { $getRoot, $isElementNode, HISTORY_PUSH_TAG } from 'lexical';
import { describe, expect, it } from 'vitest';
import type { Block } from '#shared/domain/article.ts';
import { blockIdSchema } from '#shared/domain/ids.ts';
import { openTestManuscript, type TestManuscript } from '../test-editor.ts';
import { $wordsOf, type PlacedWord } from './block-words.ts';
import type { WrongOf } from './marks.ts';
import { $wordAtCaret, nextWrong, replaceWord, selectWord } from './next-word.ts';

const id = (name: string) => blockIdSchema.parse(name);
type Runs = Extract<Block, { kind: 'paragraph' }>['runs'];
const paragraph = (name: string, runs: Runs): Block => ({ id: id(name), kind: 'paragraph', runs });

function wordsAt({ editor }: TestManuscript, index: number): readonly PlacedWord[] {
  return editor.getEditorState().read(() => {
    const block = $getRoot().getChildAtIndex(index);
    return block === null ? [] : $wordsOf(block);
  });
}

/** A language in which words with an x are wrong. */
const wrongOf: WrongOf = async (words) => words.filter(({ word }) => word.includes('x'));

describe('the words of a block', () => {
  it('go over changes of format, and in italics are foreign only as a whole', () => {
    const page = openTestManuscript();
    page.show([
      paragraph('a', [
        { text: 'Kota ', bold: true },
        { text: 'sister', italic: true },
        { text: ' ci' },
        { text: 'ty', italic: true },
        { text: ' dan ' },
        { text: 'Nanjing', link: 'https://example.com/' },
        { text: 'nya' },
      ]),
    ]);
    expect(wordsAt(page, 0).map(({ word, foreign }) => [word, foreign])).toEqual([
      ['Kota', false],
      ['sister', true],
      ['city', false],
      ['dan', false],
      ['Nanjingnya', false],
    ]);
  });

  it('do not run from one list entry into the next', () => {
    const page = openTestManuscript();
    page.show([
      {
        id: id('a'),
        kind: 'list',
        ordered: false,
        items: [[{ text: 'satu' }], [{ text: 'dua tiga' }]],
      },
    ]);
    expect(wordsAt(page, 0).map(({ word, inside }) => [word, inside])).toEqual([
      ['satu', false],
      ['dua', false],
      ['tiga', true],
    ]);
  });
});

describe('from one misspelt word to the next', () => {
  it('goes on behind the caret, over blocks, and around the end', async () => {
    const page = openTestManuscript();
    page.show([
      paragraph('a', [{ text: 'ax benar' }]),
      paragraph('b', [{ text: 'semua benar' }]),
      paragraph('c', [{ text: 'benar bx ' }, { text: 'cx', bold: true }]),
    ]);
    const seen: string[] = [];
    for (let step = 0; step < 4; step += 1) {
      const word = await nextWrong(page.editor, wrongOf);
      if (word === null || !selectWord(page.editor, word)) break;
      seen.push(word.word);
    }
    expect(seen).toEqual(['ax', 'bx', 'cx', 'ax']);
    expect(page.editor.getEditorState().read($wordAtCaret)?.word).toBe('ax');
  });

  it('ends when nothing is wrong', async () => {
    const page = openTestManuscript();
    page.show([paragraph('a', [{ text: 'semua benar' }])]);
    expect(await nextWrong(page.editor, wrongOf)).toBeNull();
    const empty = openTestManuscript();
    expect(await nextWrong(empty.editor, wrongOf)).toBeNull();
  });
});

describe('another word in its place', () => {
  it('has its look, changes nothing else, and is a step of its own in the history', async () => {
    const page = openTestManuscript();
    page.show([
      paragraph('a', [{ text: 'kata ' }, { text: 'salahx', italic: true }, { text: ' ini' }]),
    ]);
    const word = await nextWrong(page.editor, wrongOf);
    if (word === null) throw new Error('nothing is wrong');
    const tags: string[][] = [];
    page.editor.registerUpdateListener((update) => void tags.push([...update.tags]));
    expect(replaceWord(page.editor, word, 'betul sekali')).toBe(true);
    expect(page.read()).toEqual([
      paragraph('a', [{ text: 'kata ' }, { text: 'betul sekali', italic: true }, { text: ' ini' }]),
    ]);
    expect(tags.flat()).toContain(HISTORY_PUSH_TAG);
  });

  it('is refused when the text has changed under it', async () => {
    const page = openTestManuscript();
    page.show([paragraph('a', [{ text: 'kata salahx ini' }])]);
    const word = await nextWrong(page.editor, wrongOf);
    if (word === null) throw new Error('nothing is wrong');
    page.update(() => {
      const block = $getRoot().getFirstChild();
      if ($isElementNode(block)) block.getFirstChild()?.selectStart().insertText('Satu ');
    });
    const before = page.read();
    expect(replaceWord(page.editor, word, 'benar')).toBe(false);
    expect(selectWord(page.editor, word)).toBe(false);
    expect(page.read()).toEqual(before);
  });
});
