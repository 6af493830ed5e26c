import type { Article } from '#shared/domain/article.ts';
import {
  newId,
  siteIdSchema,
  type DeviceId,
  type PublicationId,
  type SealId,
  type StoryId,
  type VersionId,
} from '#shared/domain/ids.ts';
import type { Publication, Seal } from '#shared/domain/seal.ts';
import { contentHash } from '#shared/domain/version.ts';
import { ZAINAL } from './newsroom.ts';

/** A seal that looks like one; its signature signs nothing. */
export function fakeSeal(story: StoryId, article: Article, at: number): Seal {
  const content = contentHash(article);
  return {
    id: newId<SealId>(),
    story,
    version: content as string as VersionId,
    content,
    person: ZAINAL.id,
    device: newId<DeviceId>(),
    at: new Date(at).toISOString(),
    preflight: [],
    key: 'contoh',
    signature: 'contoh',
  };
}

export function fakePublication(
  story: StoryId,
  article: Article,
  at: number,
  withdrawn: string | null,
): Publication {
  const url = `http://127.0.0.1:4600/berita/${story}`;
  const content = contentHash(article);
  const fields = [
    ['headline', article.headline],
    ['deck', article.deck],
    ['writers', article.writers.map((writer) => writer.name).join(', ')],
    ['source', article.source],
    ...article.blocks
      .slice(0, 8)
      .map((block, index) => [
        `block ${index + 1}`,
        'runs' in block ? block.runs.map((run) => run.text).join('') : block.kind,
      ]),
  ] as [string, string][];
  return {
    id: newId<PublicationId>(),
    story,
    version: content as string as VersionId,
    content,
    seal: newId<SealId>(),
    outlet: 'site',
    site: siteIdSchema.parse('tribun-jateng'),
    state: withdrawn === null ? 'seen-live' : 'withdrawn',
    url,
    firstPublishedAt: new Date(at).toISOString(),
    publishedAt: new Date(at).toISOString(),
    proof: {
      url,
      at: new Date(at + 4_000).toISOString(),
      content,
      equal: true,
      fields: fields.map(([field, text]) => ({ field, sealed: text, live: text, equal: true })),
    },
    withdrawnReason: withdrawn,
  };
}
