import { expect, it } from 'vitest';
import { newId, type StoryId } from '#shared/domain/ids.ts';
import { cutAt, tokenAt } from './field-words.ts';
import { ignoring } from './ignored.ts';

it('a word that is let stand is kept once, and the oldest stories go first', () => {
  const stories = Array.from({ length: 120 }, () => newId<StoryId>());
  const [first, second] = stories;
  if (first === undefined || second === undefined) throw new Error('no stories');
  let kept = ignoring(undefined, first, 'Tleter');
  for (const story of stories) kept = ignoring(kept, story, 'Trucuk');
  kept = ignoring(kept, second, 'Trucuk');
  expect(Object.keys(kept)).toHaveLength(100);
  expect(kept[first]).toBeUndefined();
  const last = stories.at(-1);
  expect(last !== undefined && kept[last]).toEqual(['Trucuk']);
  expect(Object.keys(kept).at(-1)).toBe(second);
});

it('a field’s copy holds every letter of its text, and marks whole words', () => {
  const text = 'Bupati tandatangan kerjasama';
  const words = [
    { word: 'tandatangan', at: 7, inside: true, foreign: false },
    { word: 'kerjasama', at: 19, inside: true, foreign: false },
  ];
  const pieces = cutAt(text, words);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  expect(pieces.filter(({ isMarked }) => isMarked).map((piece) => piece.text)).toEqual([
    'tandatangan',
    'kerjasama',
  ]);
  expect(tokenAt(words, 18)?.word).toBe('tandatangan');
  expect(tokenAt(words, 3)).toBeUndefined();
});
