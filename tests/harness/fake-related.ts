/** Links to other stories, as the harness's core knows them: by shared words, newest first. */
import type { CoreHandlers, LinkedStoryView, StorySummary } from '#shared/contract/core.ts';
import { blockText, type Article } from '#shared/domain/article.ts';
import type { StoryId } from '#shared/domain/ids.ts';
import { linkRefusal, rankRelated } from '#shared/domain/suggest/rank.ts';
import { salientPhrases } from '#shared/domain/suggest/salient.ts';

interface Known {
  readonly summary: StorySummary;
  readonly article: Article;
}

export function fakeRelated(
  known: () => readonly Known[],
  article: (story: StoryId) => Article,
): Pick<CoreHandlers, 'stories.related' | 'stories.linked'> {
  const textOf = (of: Article): string =>
    [of.headline, of.deck, ...of.blocks.map(blockText)].join(' ').toLowerCase();
  const linked = ({ summary }: Known): LinkedStoryView => ({
    story: summary.id,
    title: summary.headline,
    state: summary.state,
    desk: summary.desk,
    writers: summary.writers,
    updatedAt: summary.updatedAt,
    publishedAt: summary.url === null ? null : summary.updatedAt,
    url: summary.url,
  });
  return {
    'stories.related': ({ story, query }) => {
      const phrases = salientPhrases(article(story));
      const words = query.toLowerCase().split(/\s+/u).filter(Boolean);
      const ranked = rankRelated(
        known()
          .filter(({ article: of }) => words.every((word) => textOf(of).includes(word)))
          .map((each) => ({
            each,
            state: each.summary.state,
            typed: words.length,
            relevance: phrases
              .filter((phrase) => textOf(each.article).includes(phrase.words.join(' ')))
              .reduce((sum, { weight }) => sum + weight, 0),
            ageInDays: (Date.now() - Date.parse(each.summary.updatedAt)) / 86_400_000,
            sameDesk: false,
          })),
      ).map(({ each }) => ({ ...linked(each), refusal: linkRefusal(linked(each), story) }));
      return {
        stories: ranked
          .filter(({ refusal }) => words.length > 0 || refusal === null)
          .toSorted((a, b) => Number(a.refusal !== null) - Number(b.refusal !== null))
          .slice(0, 8),
      };
    },
    'stories.linked': ({ stories }) => ({
      stories: known()
        .filter(({ summary }) => stories.includes(summary.id))
        .map(linked),
    }),
  };
}
