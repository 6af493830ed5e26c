/** Which of the newsroom's stories stand first when another one is to be linked. */
import type { StoryState } from '../workflow.ts';

/** What the full-text index found for one phrase. */
export interface PhraseHits<Id> {
  readonly weight: number;
  /** How many stories hold the phrase. */
  readonly stories: number;
  /** How strongly each of them does, by how often and where, as bm25 counts it but without its rarity. */
  readonly hits: ReadonlyMap<Id, number>;
}

/**
 * How close each story is to the text being written. A phrase counts the more the fewer stories hold it: in a Klaten
 * newsroom "Klaten" says little and the regent's name says much.
 * @param total how many stories there are
 */
export function relevanceOf<Id>(
  phrases: readonly PhraseHits<Id>[],
  total: number,
): ReadonlyMap<Id, number> {
  const relevance = new Map<Id, number>();
  for (const { weight, stories, hits } of phrases) {
    const rarity = Math.log(1 + (Math.max(total, stories) - stories + 0.5) / (stories + 0.5));
    for (const [story, strength] of hits)
      relevance.set(story, (relevance.get(story) ?? 0) + weight * rarity * strength);
  }
  return relevance;
}

export interface Candidate {
  /** To the text being written; 0 when nothing is shared. */
  readonly relevance: number;
  /** To the words typed into the search; 0 when nothing is typed. */
  readonly typed: number;
  readonly ageInDays: number;
  readonly sameDesk: boolean;
  readonly state: StoryState;
}

/** What is typed leads, then what the text is about; the rest only parts those that are close to each other. */
const SHARES = { typed: 2, relevance: 1, recent: 0.12, readable: 0.06, sameDesk: 0.04 } as const;
/** A story half as old as this has lost a good third of its freshness. */
const FADING_DAYS = 60;
const READABLE: ReadonlySet<StoryState> = new Set(['published', 'updated']);

/** Best first; equals keep their order. */
export function rankRelated<Story extends Candidate>(stories: readonly Story[]): readonly Story[] {
  const most = (of: (story: Story) => number) => Math.max(...stories.map(of), Number.MIN_VALUE);
  const [mostTyped, mostRelevant] = [
    most(({ typed }) => typed),
    most(({ relevance }) => relevance),
  ];
  const score = (story: Story): number =>
    SHARES.typed * (story.typed / mostTyped) +
    SHARES.relevance * (story.relevance / mostRelevant) +
    SHARES.recent * Math.exp(-Math.max(0, story.ageInDays) / FADING_DAYS) +
    (READABLE.has(story.state) ? SHARES.readable : 0) +
    (story.sameDesk ? SHARES.sameDesk : 0);
  return stories
    .map((story) => ({ story, score: score(story) }))
    .toSorted((a, b) => b.score - a.score)
    .map(({ story }) => story);
}

/** Why a story can't be linked from another one. Embargo joins these when a story can have one. */
export const LINK_REFUSALS = ['self', 'withdrawn', 'spiked'] as const;
type LinkRefusal = (typeof LINK_REFUSALS)[number];

export function linkRefusal<Id>(
  candidate: { readonly story: Id; readonly state: StoryState },
  writing: Id,
): LinkRefusal | null {
  if (candidate.story === writing) return 'self';
  const { state } = candidate;
  return state === 'withdrawn' || state === 'spiked' ? state : null;
}
