/**
 * Taking versions of one story. A version whose parent is the head becomes the head; one whose parent is known but not
 * the head is kept beside it, for ever, and the laptop merges. Nothing that a writer wrote is turned away because the
 * story moved on in the meantime.
 */
import { RedaksiError } from '#shared/contract/errors.ts';
import type { HttpOutput } from '#shared/contract/http.ts';
import type { Article } from '#shared/domain/article.ts';
import type { VersionId } from '#shared/domain/ids.ts';
import { rolesAt } from '#shared/domain/roles.ts';
import { versionId, type Version } from '#shared/domain/version.ts';
import { askWorkflow, type Condition, type StoryState } from '#shared/domain/workflow.ts';
import { sessionByHash, type Session } from '../sessions.ts';
import type { Repositories, StoryRow, TakenBy } from '../store/store.ts';
import { articleOf } from './articles.ts';
import type { Newsroom } from './newsroom.ts';
import { sameButPhotos, writesStory } from './rights.ts';

type Taken = HttpOutput<'putVersions'>;

/** All or none. @throws as the contract says; see each check */
export async function takeVersions(
  { store, clock }: Newsroom,
  session: Session,
  versions: readonly Version[],
): Promise<Taken> {
  const storyId = oneStory(versions);
  const known = await store.read((records) => records.versions.known(versions.map(({ id }) => id)));
  const articles = new Map<VersionId, Article>();
  // Objects never change, so that the costly checks are made before the transaction.
  for (const version of versions)
    if (!known.has(version.id))
      articles.set(version.id, await checkVersion(store, session, version));
  const at = clock().toISOString();

  return store.write(async (records) => {
    // SECURITY: a token that was revoked meanwhile adds nothing.
    await sessionByHash(records, clock(), session.tokenHash);
    let story = await records.stories.get(storyId);
    if (story === undefined)
      throw new RedaksiError('MISSING_DEPENDENCY', 'the story is not here: send it first', {
        story: storyId,
      });
    const results: Taken['results'] = [];
    for (const version of versions) {
      if (await records.versions.get(version.id)) {
        results.push({ id: version.id, status: 'known' });
        continue;
      }
      const article = articles.get(version.id);
      if (article === undefined) throw new Error('a version was forgotten between two checks');
      await checkParents(records, version);
      const takenBy = await rightFor(records, session, story, version, article);
      const status = becomesHead(story, version, takenBy) ? 'head' : 'beside';
      await records.versions.add(version, takenBy, at);
      await records.events.append({ kind: 'version', version });
      if (status === 'head') story = { ...story, head: version.id, updatedAt: at };
      results.push({ id: version.id, status });
    }
    await tell(records, session, story, results, at);
    if (story.head === null) throw new Error('a story with versions has a head');
    return { results, head: story.head };
  });
}

function oneStory(versions: readonly Version[]): Version['story'] {
  const [first] = versions;
  if (first === undefined || versions.some((version) => version.story !== first.story))
    throw new RedaksiError('INVALID', 'the versions of one call are of one story');
  return first.story;
}

/** What can be said of a version alone. */
async function checkVersion(
  store: Newsroom['store'],
  session: Session,
  version: Version,
): Promise<Article> {
  // SECURITY: the id is the hash of what it names; the chain can't be forged.
  if (versionId(version) !== version.id)
    throw new RedaksiError('HASH_MISMATCH', 'the id is not the hash of this version', {
      version: version.id,
    });
  // SECURITY: nobody adds versions in another's name.
  if (version.person !== session.person.id) throw forbidden('other-person', version);
  if (version.device !== session.device) throw forbidden('other-device', version);
  return store.read((records) => articleOf(records, version));
}

async function checkParents(records: Repositories, version: Version): Promise<void> {
  if (new Set(version.parents).size !== version.parents.length)
    throw new RedaksiError('INVALID', 'a version names each parent once');
  for (const id of version.parents) {
    const parent = await records.versions.get(id);
    if (parent === undefined)
      throw new RedaksiError('MISSING_DEPENDENCY', 'a parent is not here: send it first', {
        versions: [id],
      });
    if (parent.story !== version.story)
      throw new RedaksiError('INVALID', 'a parent is of another story');
  }
}

/**
 * By which right is a version taken? In this order: whoever may edit now; whoever may touch the photos now, when only
 * photos differ; and late, whoever could have written it while the story was a draft (a reporter whose laptop was
 * offline when the desk sealed). What is late is kept and never becomes the head.
 */
async function rightFor(
  records: Repositories,
  session: Session,
  story: StoryRow,
  version: Version,
  article: Article,
): Promise<TakenBy> {
  const own = await writesStory(records, session.person, story);
  if (story.head === null && version.parents.length === 0 && story.createdBy !== session.person.id)
    throw forbidden('own-story', version);
  const roles = rolesAt(session.person, story.desk);
  const holds: ReadonlySet<Condition> = new Set(own ? ['own-story'] : []);
  const may = (command: 'edit' | 'edit-photos', state: StoryState) =>
    askWorkflow({ state, command, roles, holds });

  const now = may('edit', story.state);
  if (now.allowed) return 'edit';
  const photosOnly = await differsInPhotosOnly(records, story, version, article);
  if (photosOnly && may('edit-photos', story.state).allowed) return 'edit-photos';
  if (may('edit', 'draft').allowed) return 'late';
  if (photosOnly && may('edit-photos', 'draft').allowed) return 'late';
  throw forbidden(now.because, version);
}

/** Compared with the parent that is the head, or else with the first. */
async function differsInPhotosOnly(
  records: Repositories,
  story: StoryRow,
  version: Version,
  article: Article,
): Promise<boolean> {
  const [first] = version.parents;
  if (first === undefined) return false;
  const against = version.parents.find((id) => id === story.head) ?? first;
  const parent = await records.versions.get(against);
  return parent !== undefined && sameButPhotos(await articleOf(records, parent), article);
}

/** A story's first version is its head in any state: there is nothing that it could displace. */
function becomesHead(story: StoryRow, version: Version, takenBy: TakenBy): boolean {
  if (story.head === null) return true;
  return takenBy !== 'late' && version.parents.includes(story.head);
}

async function tell(
  records: Repositories,
  session: Session,
  story: StoryRow,
  results: Taken['results'],
  at: string,
): Promise<void> {
  const ids = (status: string) =>
    results.filter((result) => result.status === status).map((result) => result.id);
  const head = ids('head');
  const beside = ids('beside');
  if (head.length + beside.length === 0) return;
  if (head.length > 0) {
    await records.stories.update(story);
    await records.events.append({ kind: 'story', story: await records.stories.record(story.id) });
  }
  await records.audit.append({
    at,
    person: session.person.id,
    device: session.device,
    action: 'versions',
    story: story.id,
    detail: { head, beside },
  });
}

function forbidden(because: string, version: Version): RedaksiError {
  return new RedaksiError('FORBIDDEN', 'this person may not add this version', {
    because,
    version: version.id,
  });
}
