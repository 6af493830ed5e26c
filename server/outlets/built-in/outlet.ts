/**
 * The built-in outlet: queued -> sending -> accepted -> read back -> seen live. Each state is committed before the next
 * step, so that after a crash the work goes on where it stood; "accepted" is our own row, so nothing is ever sent twice.
 */
import type { PublicationId } from '#shared/domain/ids.ts';
import type { Proof, Publication } from '#shared/domain/seal.ts';
import { articlePhotos } from '#shared/domain/version.ts';
import { comparePage } from '#shared/render/read-back/compare.ts';
import { RedaksiError } from '#shared/contract/errors.ts';
import { articleOf } from '../../newsroom/articles.ts';
import { BUILT_IN_OUTLET, type Newsroom } from '../../newsroom/newsroom.ts';
import { storyPageOf } from '../../site/page-facts.ts';
import type { SiteReads } from '../../site/site-reads.ts';
import type { PublicationRow, Repositories } from '../../store/store.ts';
import type { Alarm } from '../outlet.ts';
import type { ReadPage } from './read-page.ts';
import { sitePublication } from './site-reads-from.ts';

export interface BuiltInOutletParts {
  readonly newsroom: Newsroom;
  readonly reads: SiteReads;
  readonly readPage: ReadPage;
  readonly alarm: Alarm;
}

/** Does all that can be done now. Returns how many publications still wait for their page to be reachable. */
export async function publishPending(parts: BuiltInOutletParts): Promise<number> {
  const { store } = parts.newsroom;
  let waiting = 0;
  for (const { id } of await store.read((records) =>
    records.publications.pending(BUILT_IN_OUTLET),
  )) {
    await send(parts, id);
    await accept(parts, id);
    if (!(await readBack(parts, id))) waiting += 1;
  }
  return waiting;
}

/** One step, if the publication is still where the step begins; it may have been withdrawn meanwhile. */
async function step(
  { newsroom: { store, clock } }: BuiltInOutletParts,
  id: PublicationId,
  from: Publication['state'],
  work: (
    records: Repositories,
    row: PublicationRow,
    at: string,
  ) => Promise<Record<string, string | boolean>>,
): Promise<void> {
  const at = clock().toISOString();
  await store.write(async (records) => {
    const row = await records.publications.get(id);
    if (row?.state !== from) return;
    const detail = await work(records, row, at);
    const after = await records.publications.get(id);
    await records.events.append({ kind: 'story', story: await records.stories.record(row.story) });
    await records.audit.append({
      at,
      person: null,
      device: null,
      action: `publication ${after?.state ?? ''}`,
      story: row.story,
      detail: { publication: id, version: row.version, content: row.content, ...detail },
    });
  });
}

async function send(parts: BuiltInOutletParts, id: PublicationId): Promise<void> {
  await step(parts, id, 'queued', async (records) => {
    await records.publications.setState(id, 'sending');
    return {};
  });
}

/** SECURITY: what goes out is put together again from its objects and checked against the sealed hash. */
async function accept(parts: BuiltInOutletParts, id: PublicationId): Promise<void> {
  await step(parts, id, 'sending', async (records, row, at) => {
    const problem = await whyNot(records, row);
    if (problem !== null) {
      await records.publications.setState(id, 'refused');
      parts.alarm('a sealed story could not be published', { publication: id, problem });
      return { problem };
    }
    const earlier = await records.publications.ofStory(row.story);
    const first = earlier.find(
      ({ outlet, firstPublishedAt }) => outlet === row.outlet && firstPublishedAt !== null,
    );
    await records.publications.accept(id, first?.firstPublishedAt ?? at, at);
    return { url: parts.reads.origin + row.path };
  });
}

async function whyNot(records: Repositories, row: PublicationRow): Promise<string | null> {
  const version = await records.versions.get(row.version);
  if (version === undefined || version.content !== row.content) return 'the version is not here';
  try {
    const photos = articlePhotos(await articleOf(records, version));
    const here = await records.photos.known(photos);
    return photos.every((photo) => here.has(photo)) ? null : 'a photo is not here';
  } catch (thrown) {
    if (thrown instanceof RedaksiError) return thrown.message;
    throw thrown;
  }
}

/** @returns false when the page could not be reached: then it is tried again */
async function readBack(parts: BuiltInOutletParts, id: PublicationId): Promise<boolean> {
  const { newsroom, reads, readPage, alarm } = parts;
  const found = await newsroom.store.read(async (records) => {
    const row = await records.publications.get(id);
    if (row?.state !== 'accepted' || row.proof !== null) return null;
    // A newer version is on the page by now: that one is proved.
    if (await records.publications.superseded(row)) return null;
    const publication = await sitePublication(records, row);
    const site = await records.registers.site(row.site);
    return publication === null || site === undefined ? null : { publication, site };
  });
  if (found === null) return true;
  const page = await storyPageOf(found.publication, found.site, reads);
  if (page === null) throw new Error('an accepted publication has its article');
  const live = await readPage(page.url);
  if (live === null) return false;
  const fields = comparePage(page.article, live, page);
  const proof: Proof = {
    url: page.url,
    at: newsroom.clock().toISOString(),
    content: found.publication.content,
    equal: fields.every(({ equal }) => equal),
    fields,
  };
  await step(parts, id, 'accepted', async (records) => {
    await records.publications.prove(id, proof.equal ? 'seen-live' : 'accepted', proof);
    return { equal: proof.equal };
  });
  if (!proof.equal)
    alarm('the published page is not what was sealed', {
      publication: id,
      differs: fields.filter(({ equal }) => !equal).map(({ field }) => field),
    });
  return true;
}
