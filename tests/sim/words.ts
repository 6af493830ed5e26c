/** Every word that anybody types is new and written down here, so that it can be asked for at the end. */
import { blockText, type Article } from '#shared/domain/article.ts';
import type { StoryId } from '#shared/domain/ids.ts';
import type { StoryView } from '#shared/contract/core.ts';

export interface TypedWord {
  readonly story: StoryId;
  /** On which laptop it was acknowledged. */
  readonly laptop: string;
  /** Somebody took it out on purpose. */
  deleted: boolean;
}

export interface Ledger {
  /** A word that was never used before. */
  readonly coin: () => string;
  /** A laptop said "saved" to this change. */
  readonly acknowledge: (story: StoryId, laptop: string, before: Article, after: Article) => void;
  /** What a person sees of a story: its merge notes are remembered. */
  readonly see: (view: Pick<StoryView, 'mergeNotes'>) => void;
  readonly typed: ReadonlyMap<string, TypedWord>;
  readonly noted: ReadonlySet<string>;
}

export function createLedger(): Ledger {
  let count = 0;
  const typed = new Map<string, TypedWord>();
  const noted = new Set<string>();
  return {
    coin: () => `k${(count += 1).toString(36)}`,
    acknowledge: (story, laptop, before, after) => {
      const [old, now] = [articleWords(before), articleWords(after)];
      for (const word of now)
        if (isCoined(word) && !typed.has(word)) typed.set(word, { story, laptop, deleted: false });
      for (const word of old) {
        const entry = typed.get(word);
        if (entry !== undefined && !now.has(word)) entry.deleted = true;
      }
    },
    see: ({ mergeNotes }) => {
      for (const { kept, other } of mergeNotes)
        for (const word of `${kept} ${other}`.split(/\s+/)) noted.add(word);
    },
    typed,
    noted,
  };
}

/** Furniture that stories begin with is not ours to count. */
function isCoined(word: string): boolean {
  return /^k[0-9a-z]+$/.test(word);
}

export function articleWords(article: Article): ReadonlySet<string> {
  const texts = [article.headline, article.deck, ...article.blocks.map(blockText)];
  return new Set(texts.flatMap((text) => text.split(/\s+/)).filter((word) => word !== ''));
}
