/** What must always hold, and what must hold when everything has healed. Each promise says in words how it was broken. */
import type { ServerEvent, StoryRecord } from '#shared/contract/http.ts';
import type { Article } from '#shared/domain/article.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import type { StoryId, VersionId } from '#shared/domain/ids.ts';
import { rolesAt, type Person } from '#shared/domain/roles.ts';
import { contentHash, putTogether, type Version } from '#shared/domain/version.ts';
import { askWorkflow } from '#shared/domain/workflow.ts';
import { look, stories } from './people.ts';
import type { World } from './world.ts';
import { articleWords } from './words.ts';

/** Cheap enough for every step: what is sealed is what is published, from the first moment on. */
export async function checkAlways(world: World): Promise<void> {
  const { server } = world;
  if (!server.isUp()) return;
  const records = await storyRecords(world);
  for (const { id, seal, publications } of records) {
    if (seal !== null) await checkSeal(world, id, seal);
    for (const publication of publications) {
      const sealed = await server.inside().store.read(({ seals }) => seals.get(publication.seal));
      if (sealed?.content !== publication.content || sealed.version !== publication.version)
        world.trouble(`${id}: what is published is not what was sealed`);
    }
  }
}

async function storyRecords({ server }: World): Promise<readonly StoryRecord[]> {
  return server.inside().store.read(async ({ events, stories: all }) => {
    const ids = new Set<StoryId>();
    for (const event of await allEvents(events))
      if (event.kind === 'story') ids.add(event.story.id);
    const records: StoryRecord[] = [];
    for (const id of ids) records.push(await all.record(id));
    return records;
  });
}

async function checkSeal(
  world: World,
  story: StoryId,
  seal: NonNullable<StoryRecord['seal']>,
): Promise<void> {
  const people = await world.server.inside().store.read((records) => records.people.all());
  const editor = people.find(({ id }) => id === seal.person);
  if (editor === undefined || !world.approvals.has(`${editor.username} ${seal.content}`))
    world.trouble(`${story}: a seal of content that its editor never asked to seal`);
}

interface ServerText {
  readonly record: StoryRecord;
  readonly versions: ReadonlyMap<VersionId, Version>;
  readonly articles: ReadonlyMap<VersionId, Article>;
  readonly head: Article | null;
}

/** When everything has healed: all replicas are equal, nothing is lost, everything went out exactly once. */
export async function checkHealed(world: World): Promise<void> {
  const events = await world.server.inside().store.read(({ events: all }) => allEvents(all));
  events.forEach(({ seq }, n) => {
    if (seq !== n + 1)
      world.trouble(`the events have a gap: ${String(seq)} stands at ${String(n + 1)}`);
  });
  const people = await world.server.inside().store.read((records) => records.people.all());
  const texts = new Map<StoryId, ServerText>();
  for (const record of await storyRecords(world))
    texts.set(record.id, await serverText(world, record, events));
  for (const laptop of world.laptops) await checkLaptop(world, laptop, texts, people);
  for (const text of texts.values()) await checkPublished(world, text);
  checkWords(world, texts, people);
}

async function serverText(
  world: World,
  record: StoryRecord,
  events: readonly ServerEvent[],
): Promise<ServerText> {
  const versions = new Map<VersionId, Version>();
  for (const event of events)
    if (event.kind === 'version' && event.version.story === record.id)
      versions.set(event.version.id, event.version);
  const articles = new Map<VersionId, Article>();
  for (const version of versions.values()) {
    const hashes = [version.furniture, ...version.blocks];
    const objects = await world.server
      .inside()
      .store.read((records) => records.objects.get(hashes));
    const together = putTogether(version, (hash) => objects.get(hash));
    if (together.ok) articles.set(version.id, together.article);
    else world.trouble(`${record.id}: a version of the server can't be read: ${together.detail}`);
  }
  const head = record.head === null ? null : (articles.get(record.head) ?? null);
  return { record, versions, articles, head };
}

async function checkLaptop(
  world: World,
  laptop: World['laptops'][number],
  texts: ReadonlyMap<StoryId, ServerText>,
  people: readonly Person[],
): Promise<void> {
  const { pending } = await laptop.call('sync.get', {});
  if (pending > 0) world.trouble(`${laptop.name}: ${String(pending)} things still wait to be sent`);
  const here = stories(laptop);
  if (here.join() !== [...texts.keys()].toSorted().join())
    world.trouble(`${laptop.name} has other stories than the server`);
  for (const story of here) {
    const text = texts.get(story);
    const view = look(world, laptop, story);
    if (text === undefined || view === null) continue;
    const { record, head } = text;
    if (view.summary.state !== record.state)
      world.trouble(
        `${laptop.name} ${story}: state ${view.summary.state}, on the server ${record.state}`,
      );
    if (
      view.seal?.id !== record.seal?.id ||
      canonicalJson(view.publications) !== canonicalJson(record.publications)
    )
      world.trouble(`${laptop.name} ${story}: another seal or publication than on the server`);
    if (head === null || view.content === contentHash(head)) continue;
    // Text that came too late to be taken stays with its writer, who sees it; the server keeps it as a version.
    const isKept = [...text.versions.values()].some(({ content }) => content === view.content);
    const person = people.find(({ username }) => username === laptop.username);
    if (!isKept || person === undefined || mayEdit(person, text))
      world.trouble(`${laptop.name} ${story}: another text than the server's head`);
    else world.saw('late text kept');
  }
}

function mayEdit(person: Person, { record, versions }: ServerText): boolean {
  const wrote = [...versions.values()].some((version) => version.person === person.id);
  const isOwn = record.createdBy === person.id || wrote;
  const roles = rolesAt(person, record.desk);
  return askWorkflow({
    state: record.state,
    command: 'edit',
    roles,
    holds: new Set(isOwn ? ['own-story'] : []),
  }).allowed;
}

async function checkPublished(world: World, { record }: ServerText): Promise<void> {
  const live = record.publications.filter(
    ({ state }) => state !== 'withdrawn' && state !== 'refused',
  );
  const addresses = new Set(live.map(({ site, url }) => `${site} ${url ?? ''}`));
  if (addresses.size > new Set(live.map(({ site }) => site)).size)
    world.trouble(`${record.id}: more than one page of one story at one site`);
  const newest = record.publications.at(-1);
  if (newest === undefined) return;
  if (newest.url === null || (newest.state !== 'seen-live' && newest.state !== 'withdrawn'))
    return world.trouble(`${record.id}: a publication stays ${newest.state}`);
  world.saw(`publication ${newest.state}`);
  if (newest.state === 'withdrawn') return;
  if (newest.proof?.equal !== true) world.trouble(`${record.id}: the page was not read back equal`);
  const page = await world.server
    .inside()
    .app.inject({ method: 'GET', url: new URL(newest.url).pathname });
  if (page.statusCode !== 200 || !page.payload.includes(newest.content))
    world.trouble(`${record.id}: the page does not show the newest sealed content`);
}

/** The law: every word that was acknowledged is in the newest text or in a merge note, unless somebody took it out. */
function checkWords(
  world: World,
  texts: ReadonlyMap<StoryId, ServerText>,
  people: readonly Person[],
): void {
  const { ledger } = world;
  for (const [word, { story, laptop, deleted }] of ledger.typed) {
    const text = texts.get(story);
    const holders = [...(text?.articles ?? [])].filter(([, article]) =>
      articleWords(article).has(word),
    );
    if (text === undefined || holders.length === 0) {
      // Taken out again before any version was cut, or shown to its writer in a merge note: not lost.
      if (!deleted && !ledger.noted.has(word))
        world.trouble(`"${word}" of ${laptop} was acknowledged and is in no version of the server`);
      continue;
    }
    if (
      deleted ||
      ledger.noted.has(word) ||
      (text.head !== null && articleWords(text.head).has(word))
    )
      continue;
    const tips = [...text.versions.values()].filter(
      ({ id }) => isTip(id, text) && id !== text.record.head,
    );
    const isLate = tips.some((tip) => {
      const person = people.find(({ id }) => id === tip.person);
      const holds = holders.some(([id]) => id === tip.id || comesFrom(tip.id, id, text));
      return holds && person !== undefined && !mayEdit(person, text);
    });
    if (!isLate)
      world.trouble(`"${word}" of ${laptop} is neither in the newest text nor in a merge note`);
  }
}

function isTip(id: VersionId, { versions }: ServerText): boolean {
  return ![...versions.values()].some(({ parents }) => parents.includes(id));
}

function comesFrom(id: VersionId, ancestor: VersionId, { versions }: ServerText): boolean {
  const open = [id];
  const seen = new Set<VersionId>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === ancestor) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(versions.get(next)?.parents ?? []));
  }
  return false;
}

async function allEvents(events: {
  readonly after: (seq: number, limit: number) => Promise<readonly ServerEvent[]>;
}): Promise<readonly ServerEvent[]> {
  const all: ServerEvent[] = [];
  for (;;) {
    const page = await events.after(all.at(-1)?.seq ?? 0, 500);
    if (page.length === 0) return all;
    all.push(...page);
  }
}
