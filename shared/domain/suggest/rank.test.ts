import { describe, expect, it } from 'vitest';
import { linkRefusal, rankRelated, relevanceOf, type Candidate } from './rank.ts';

interface Story extends Candidate {
  readonly name: string;
}
const story = (name: string, fields: Partial<Candidate> = {}): Story => ({
  name,
  relevance: 0,
  typed: 0,
  ageInDays: 10,
  sameDesk: false,
  state: 'published',
  ...fields,
});
const order = (...stories: readonly Story[]): string[] =>
  rankRelated(stories).map(({ name }) => name);

describe('relevance to the text being written', () => {
  it('of a story about the same regent is higher than of one that only shares the town', () => {
    const relevance = relevanceOf(
      [
        { weight: 2, stories: 2, hits: new Map([['regent', 1]]) },
        {
          weight: 2,
          stories: 400,
          hits: new Map([
            ['regent', 1],
            ['town', 2],
          ]),
        },
      ],
      500,
    );
    expect(relevance.get('regent')).toBeGreaterThan((relevance.get('town') ?? 0) * 2);
  });

  it('still counts what every story of a small newsroom shares', () => {
    const relevance = relevanceOf([{ weight: 1, stories: 3, hits: new Map([['a', 1]]) }], 3);
    expect(relevance.get('a')).toBeGreaterThan(0);
  });
});

describe('the order of the stories to link', () => {
  it('puts the more relevant story first, although it is much older', () => {
    expect(
      order(
        story('fresh', { relevance: 2, ageInDays: 0, sameDesk: true }),
        story('close', { relevance: 10, ageInDays: 900 }),
      ),
    ).toEqual(['close', 'fresh']);
  });

  it('parts equally relevant ones by recency, then by what readers can open, then by desk', () => {
    expect(
      order(
        story('old', { relevance: 5, ageInDays: 300 }),
        story('draft', { relevance: 5, state: 'draft' }),
        story('elsewhere', { relevance: 5 }),
        story('our desk', { relevance: 5, sameDesk: true }),
      ),
    ).toEqual(['our desk', 'elsewhere', 'draft', 'old']);
  });

  it('puts what was typed before what the text is about', () => {
    expect(order(story('about', { relevance: 10 }), story('typed', { typed: 3 }))).toEqual([
      'typed',
      'about',
    ]);
  });

  it('of nothing is nothing', () => {
    expect(order()).toEqual([]);
  });
});

describe('a story that can not be linked', () => {
  it('is the story itself, a withdrawn one and a dropped one, and no other', () => {
    expect(linkRefusal({ story: 'a', state: 'draft' }, 'a')).toBe('self');
    expect(linkRefusal({ story: 'b', state: 'withdrawn' }, 'a')).toBe('withdrawn');
    expect(linkRefusal({ story: 'b', state: 'spiked' }, 'a')).toBe('spiked');
    expect(linkRefusal({ story: 'b', state: 'published' }, 'a')).toBeNull();
    expect(linkRefusal({ story: 'b', state: 'draft' }, 'a')).toBeNull();
  });
});
