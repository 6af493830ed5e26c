import { describe, expect, it } from 'vitest';
import { emptyArticle, type Article, type RelatedLink } from '../domain/article.ts';
import { newBlockId, newId, type StoryId } from '../domain/ids.ts';
import type { Facts, LinkedStory } from './facts.ts';
import { preflight } from './index.ts';
import { withNewTitles } from './related.ts';

const here = newId<StoryId>();
const there = newId<StoryId>();
const block = newBlockId();

const linking = (link: RelatedLink, fields: Partial<Article> = {}): Article => ({
  ...emptyArticle(),
  ...fields,
  blocks: [{ id: block, kind: 'related', label: 'Baca juga', link }],
});
const knowing = (linked: Partial<LinkedStory> = {}): Facts => ({
  story: here,
  linked: new Map([[there, { title: 'Judul', state: 'published', ...linked }]]),
});
const found = (article: Article, facts?: Facts): readonly string[] =>
  preflight(article, facts)
    .filter(({ rule }) => rule.startsWith('related-'))
    .map(({ rule, where }) => `${rule} ${where}`);

describe('a link to another story', () => {
  it('that prints its headline, and a link elsewhere, are right', () => {
    expect(found(linking({ title: 'Judul', story: there }), knowing())).toEqual([]);
    expect(found(linking({ title: 'Rilis', url: 'https://klaten.example/' }), knowing())).toEqual(
      [],
    );
  });

  it('to the story itself, to a withdrawn and to a dropped one are found, in body and lists', () => {
    expect(found(linking({ title: 'Judul', story: here }), knowing())).toEqual([
      `related-self block:${block}`,
    ]);
    for (const state of ['withdrawn', 'spiked'] as const) {
      const link = { title: 'Judul', story: there };
      expect(found(linking(link, { latest: [link] }), knowing({ state }))).toEqual([
        `related-gone block:${block}`,
        'related-gone latest',
      ]);
    }
  });

  it('whose story was renamed is found; a withdrawn one’s new headline is nobody’s to print', () => {
    const article = linking({ title: 'Judul lama', story: there }, {});
    expect(found(article, knowing())).toEqual([`related-changed block:${block}`]);
    expect(found(article, knowing({ state: 'withdrawn' }))).toEqual([
      `related-gone block:${block}`,
    ]);
    // An empty headline is one that is being written.
    expect(found(article, knowing({ title: '' }))).toEqual([]);
  });

  it('is judged by nothing but its title where nothing is known around the article', () => {
    expect(found(linking({ title: 'Judul lama', story: there }))).toEqual([]);
    expect(found(linking({ title: ' ', story: there }))).toEqual([
      `related-untitled block:${block}`,
    ]);
  });
});

describe('taking in new titles', () => {
  it('changes the renamed links in body and lists, and nothing else', () => {
    const kept = { title: 'Rilis', url: 'https://klaten.example/' };
    const old = { title: 'Judul lama', story: there };
    const article = linking(old, { headline: 'Tetap', related: [kept, old], latest: [old] });
    const renewed = withNewTitles(article, knowing().linked);
    const fresh = { ...old, title: 'Judul' };
    expect(renewed).toEqual(
      linking(fresh, { headline: 'Tetap', related: [kept, fresh], latest: [fresh] }),
    );
    expect(found(renewed, knowing())).toEqual([]);
    expect(withNewTitles(renewed, knowing().linked)).toEqual(renewed);
  });
});

describe('the length of headline and deck', () => {
  const lengths = (limits?: Facts['limits']): readonly string[] =>
    preflight(
      { ...emptyArticle(), headline: 'x'.repeat(90), deck: 'y'.repeat(200) },
      limits === undefined ? {} : { limits },
    )
      .map(({ rule }) => rule)
      .filter((rule) => rule.endsWith('-long'));

  it('is measured by the site’s limits, else by what search results show', () => {
    expect(lengths()).toEqual([]);
    expect(lengths({ headlineLimit: 80 })).toEqual(['headline-long']);
    expect(lengths({ headlineLimit: 100, deckLimit: 150 })).toEqual(['deck-long']);
  });
});
