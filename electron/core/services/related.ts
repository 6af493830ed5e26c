/** Stories to link from the one that is being written. */
import type { CoreOutput, CoreParsedInput } from '#shared/contract/core.ts';
import type { StoryId } from '#shared/domain/ids.ts';
import {
  linkRefusal,
  rankRelated,
  relevanceOf,
  type PhraseHits,
} from '#shared/domain/suggest/rank.ts';
import { salientPhrases } from '#shared/domain/suggest/salient.ts';
import { phraseExpression, searchExpression } from '../db/search.ts';
import type { CutContext } from './cutting.ts';
import { linkedView, outSince } from './linked.ts';
import { demandStory } from './opening.ts';

const SUGGESTED = 8;
const FOUND = 30;
/** Of a newsroom larger than the first number, a phrase in more than this share of all stories says nothing. */
const COMMON = { newsroom: 200, share: 0.3 } as const;
const DAY = 86_400_000;

/** NOT_FOUND when this laptop has no such story. */
export function relatedStories(
  context: CutContext,
  { story, query }: CoreParsedInput<'stories.related'>,
): CoreOutput<'stories.related'> {
  demandStory(context, story);
  const { store, clock } = context;
  const own = store.stories.get(story);
  const expression = searchExpression(query);
  // Signs alone find nothing, rather than everything.
  if (own === null || (expression === null && query.trim() !== '')) return { stories: [] };
  const relevance = closeness(context, story);
  const typed =
    expression === null ? new Map<number, number>() : store.search.strengths(expression);
  const numbers =
    expression === null
      ? new Set([...relevance.keys(), ...store.links.newestOut(SUGGESTED)])
      : new Set(typed.keys());
  const now = clock.now();
  const ranked = rankRelated(
    store.links.byNumber([...numbers]).map((row) => ({
      row,
      state: row.state,
      relevance: relevance.get(row.n) ?? 0,
      typed: typed.get(row.n) ?? 0,
      ageInDays: (now - Date.parse(outSince(row) ?? row.changedAt)) / DAY,
      sameDesk: row.desk === own.desk,
    })),
  );
  const stories = ranked.map(({ row }) => ({
    ...linkedView(store, row),
    refusal: linkRefusal(row, story),
  }));
  if (expression === null) {
    const open = stories.filter(({ refusal, title }) => refusal === null && title !== '');
    return { stories: open.slice(0, SUGGESTED) };
  }
  const found = stories.filter(({ title }) => title !== '').slice(0, FOUND);
  // What Enter would take stands first; the others are there to say why not.
  return {
    stories: found.toSorted((a, b) => Number(a.refusal !== null) - Number(b.refusal !== null)),
  };
}

/** How close every story is to the text of this one, by the words that say what it is about. */
function closeness({ store, workings }: CutContext, story: StoryId): ReadonlyMap<number, number> {
  const total = store.search.count(null);
  const most = total > COMMON.newsroom ? total * COMMON.share : total;
  const phrases = salientPhrases(workings.get(story).article).flatMap(
    ({ words, weight }): PhraseHits<number>[] => {
      const expression = phraseExpression(words);
      const stories = store.search.count(expression);
      if (stories === 0 || stories > most) return [];
      // bm25 counts rarity by its own measure, which is naught for what half of a small newsroom shares.
      const counted = Math.max(Math.log((total - stories + 0.5) / (stories + 0.5)), 1e-6);
      const hits = [...store.search.strengths(expression)].map(
        ([n, strength]) => [n, strength / counted] as const,
      );
      return [{ weight, stories, hits: new Map(hits) }];
    },
  );
  const relevance = new Map(relevanceOf(phrases, total));
  const own = store.stories.get(story);
  if (own !== null) relevance.delete(own.n);
  return relevance;
}
