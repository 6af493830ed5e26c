/** Fills an empty newsroom with the sample: its registers, then each story the way that real people would take it. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Article, RelatedLink } from '#shared/domain/article.ts';
import {
  newBlockId,
  newId,
  type PersonId,
  type PhotoHash,
  type StoryId,
} from '#shared/domain/ids.ts';
import type { Site } from '#shared/domain/roles.ts';
import { parseStoryText } from '#shared/domain/story-text/index.ts';
import type { Version } from '#shared/domain/version.ts';
import { addDesk, addPerson, addSite } from '../admin.ts';
import type { RunningServer } from '../start.ts';
import { DESKS, PEOPLE, SITES, type Username } from './newsroom.ts';
import { giveCommand, sendVersion, signIn, type Press } from './press.ts';
import { SAMPLE_STORIES, sampleText, type SampleStory, type Step } from './stories.ts';

/** A clock that the seeding sets, so that the sample's stories are spread over the last days. */
export interface SeedClock {
  readonly now: () => Date;
  readonly set: (time: Date) => void;
}

const MINUTE = 60_000;

export async function seedNewsroom(
  server: RunningServer,
  clock: SeedClock,
  today: Date,
): Promise<void> {
  clock.set(new Date(today.getTime() - 150 * 60 * MINUTE));
  for (const site of SITES) await addSite(server.newsroom, site as Site);
  for (const desk of DESKS) await addDesk(server.newsroom, desk);
  await Promise.all(PEOPLE.map((person) => addPerson(server.newsroom, person)));

  const staff = new Map<Username, Press>();
  const reach = async (username: Username): Promise<Press> => {
    const known = staff.get(username);
    if (known !== undefined) return known;
    const password = PEOPLE.find((person) => person.username === username)?.password ?? '';
    const press = await signIn(server.url, username, password);
    staff.set(username, press);
    return press;
  };
  const stories = await draftStories(server, today);
  for (const story of stories) await tellStory(server, clock, today, story, reach);
}

interface Draft {
  readonly sample: SampleStory;
  readonly id: StoryId;
  readonly article: Article;
}

/** Reads all texts first, so that "Baca juga" can name a story that comes later. */
async function draftStories(server: RunningServer, today: Date): Promise<readonly Draft[]> {
  const people = await server.store.read((records) => records.people.all());
  const personByName = (name: string): PersonId | undefined =>
    people.find((person) => person.fullName === name)?.id;
  const drafts = SAMPLE_STORIES.map((sample) => ({
    sample,
    id: newId<StoryId>(),
    article: parseStoryText(sampleText(sample.file, today), { personByName }).article,
  }));
  const byTitle = new Map(drafts.map(({ id, article }) => [article.headline, id]));
  const linked = (link: RelatedLink): RelatedLink => {
    const story = byTitle.get(link.title);
    return story === undefined ? link : { ...link, story };
  };
  return drafts.map((draft) => ({
    ...draft,
    article: {
      ...draft.article,
      blocks: draft.article.blocks.map((block) =>
        block.kind === 'related' ? { ...block, link: linked(block.link) } : block,
      ),
    },
  }));
}

async function tellStory(
  server: RunningServer,
  clock: SeedClock,
  today: Date,
  { sample, id, article }: Draft,
  reach: (username: Username) => Promise<Press>,
): Promise<void> {
  clock.set(new Date(today.getTime() - sample.hoursAgo * 60 * MINUTE));
  const pass = (minutes: number) => clock.set(new Date(clock.now().getTime() + minutes * MINUTE));
  const writer = await reach(sample.writer);
  await writer.ask('putStory', { id, desk: DESKS.find((desk) => desk.id === sample.desk)!.id });
  // A first go without the photo and the ending, as reporters save it.
  const first: Article = {
    ...article,
    photoUses: [],
    editors: [],
    blocks: article.blocks.filter((block) => block.kind !== 'photo').slice(0, 2),
  };
  let head = await sendVersion(writer, first, {
    story: id,
    parent: null,
    at: clock.now(),
    reason: 'pause',
  });
  pass(21);
  let current = await withPhoto(writer, sample, article);
  head = await sendVersion(writer, current, {
    story: id,
    parent: head,
    at: clock.now(),
    reason: 'leave',
  });

  let state: Parameters<typeof giveCommand>[1]['expectedState'] = 'draft';
  for (const step of sample.course) {
    pass(14);
    const actor = await reach(step.kind === 'submit' ? sample.writer : actorOf(step, sample));
    if (step.kind === 'add') {
      current = withParagraph(current, step.paragraph);
      head = await sendVersion(actor, current, {
        story: id,
        parent: head,
        at: clock.now(),
        reason: 'leave',
      });
      continue;
    }
    state = await takeStep(actor, step, { id, head, state });
    if (step.kind === 'publish') await server.settleOutlets();
  }
}

/** Sekar edits but does not publish: for that the newsroom has Ratna. */
function actorOf(step: Step, sample: SampleStory): Username {
  const publishes = step.kind === 'publish' || step.kind === 'withdraw';
  return publishes && sample.editor === 'sekar' ? 'ratna' : sample.editor;
}

async function takeStep(
  actor: Press,
  step: Exclude<Step, { kind: 'add' }>,
  {
    id,
    head,
    state,
  }: { id: StoryId; head: Version; state: Parameters<typeof giveCommand>[1]['expectedState'] },
): Promise<typeof state> {
  const common = { story: id, expectedState: state };
  const { id: version, content } = head;
  switch (step.kind) {
    case 'submit':
      return giveCommand(actor, { ...common, kind: 'submit', version, content });
    case 'return':
    case 'withdraw':
      return giveCommand(actor, { ...common, kind: step.kind, reason: step.reason });
    case 'approve': {
      const password =
        PEOPLE.find((person) => person.username === actor.person.username)?.password ?? '';
      await actor.ask('confirm', { password });
      return giveCommand(actor, { ...common, kind: 'approve', version, content, preflight: [] });
    }
    case 'publish':
      return giveCommand(actor, { ...common, kind: 'publish', content });
    default:
      return step satisfies never;
  }
}

/** The photo of the sample goes up, and stands in the article's first photo use. */
async function withPhoto(writer: Press, sample: SampleStory, article: Article): Promise<Article> {
  const [use, ...others] = article.photoUses;
  if (sample.photo === null || use === undefined) return { ...article, photoUses: [] };
  const { file, alt } = sample.photo;
  const bytes = await readFile(path.join(import.meta.dirname, 'photos', file));
  const photo = createHash('sha256').update(bytes).digest('hex') as PhotoHash;
  await writer.upload(photo, file, bytes);
  return { ...article, photoUses: [{ ...use, photo, alt }, ...others] };
}

function withParagraph(article: Article, text: string): Article {
  const last = article.blocks.length - 1;
  const added = { id: newBlockId(), kind: 'paragraph', runs: [{ text }] } as const;
  return { ...article, blocks: article.blocks.toSpliced(last, 0, added) };
}
