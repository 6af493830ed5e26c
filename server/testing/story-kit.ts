/** What a laptop sends, for tests: articles, versions, commands, and stories brought to a state by real commands. */
import { createHash } from 'node:crypto';
import { Upload } from 'tus-js-client';
import {
  BYTE_ROUTES,
  type Command,
  type CommandKind,
  type HttpOutput,
} from '#shared/contract/http.ts';
import { emptyArticle, type Article } from '#shared/domain/article.ts';
import {
  newBlockId,
  newId,
  newPhotoUseId,
  type CommandId,
  type DeskId,
  type PhotoHash,
  type StoryId,
  type VersionId,
} from '#shared/domain/ids.ts';
import type { Receipt } from '#shared/domain/seal.ts';
import { cutVersion, type Version } from '#shared/domain/version.ts';
import type { StoryState } from '#shared/domain/workflow.ts';
import type { Laptop } from './newsroom-kit.ts';

export const KLATEN = 'klaten' as DeskId;

export function article(words: string, over: Partial<Article> = {}): Article {
  return {
    ...emptyArticle(),
    section: 'Berita Klaten',
    headline: `Klaten dan Nanjing: ${words}`,
    writers: [{ name: 'Laili Shofiyah' }],
    dateline: {
      form: 'brand-first',
      brand: 'TRIBUNJATENG.COM',
      place: 'KLATEN',
      date: '',
      separator: '-',
    },
    blocks: [{ id: newBlockId(), kind: 'paragraph', runs: [{ text: `Isi berita: ${words}.` }] }],
    ...over,
  };
}

export function withPhoto(
  base: Article,
  photo: PhotoHash,
  caption = 'Bupati menandatangani.',
): Article {
  const use = {
    id: newPhotoUseId(),
    photo,
    creditLead: '',
    slug: 'TANDA TANGAN',
    caption,
    credit: 'Dok/Prokopim',
    alt: 'Dua orang berjabat tangan',
  };
  return { ...base, photoUses: [...base.photoUses, use] };
}

export async function newStory(by: Laptop, desk = KLATEN): Promise<StoryId> {
  const id = newId<StoryId>();
  await by.get('putStory', { id, desk });
  return id;
}

let minute = 0;

/** A version as a laptop cuts it, with its objects on the server; the version itself is not sent. */
export async function cut(
  by: Laptop,
  story: StoryId,
  content: Article,
  parents: readonly VersionId[] = [],
  over: Partial<Version> = {},
): Promise<Version> {
  minute += 1;
  const { version, objects } = cutVersion(content, {
    story,
    parents,
    person: by.person.id,
    device: by.device,
    at: new Date(Date.UTC(2025, 5, 24, 0, minute)).toISOString(),
    reason: 'pause',
    ...over,
  });
  await by.get('putObjects', { objects: [...objects] });
  return version;
}

export async function push(
  by: Laptop,
  ...versions: readonly Version[]
): Promise<HttpOutput<'putVersions'>> {
  return by.get('putVersions', { versions: [...versions] });
}

/** Cuts and sends. */
export async function write(
  by: Laptop,
  story: StoryId,
  content: Article,
  parents: readonly VersionId[] = [],
): Promise<Version> {
  const version = await cut(by, story, content, parents);
  await push(by, version);
  return version;
}

type Given<Kind extends CommandKind> = Omit<Extract<Command, { kind: Kind }>, 'id' | 'kind'>;

export function command<Kind extends CommandKind>(kind: Kind, given: Given<Kind>): Command {
  return { id: newId<CommandId>(), kind, ...given } as unknown as Command;
}

export async function give(by: Laptop, order: Command): Promise<Receipt> {
  return (await by.get('command', order)).receipt;
}

/** The people that a story needs on its way. */
export interface Desk {
  readonly writer: Laptop;
  readonly editor: Laptop;
  readonly publisher: Laptop;
}

export interface StoryAt {
  readonly story: StoryId;
  readonly state: StoryState;
  /** The newest version, which is the one that is submitted and sealed where the state has such. */
  readonly head: Version;
}

const PATHS: Readonly<Record<StoryState, readonly CommandKind[]>> = {
  draft: [],
  submitted: ['submit'],
  returned: ['submit', 'return'],
  approved: ['submit', 'approve'],
  published: ['submit', 'approve', 'publish'],
  updated: ['submit', 'approve', 'publish', 'approve', 'publish'],
  withdrawn: ['submit', 'approve', 'publish', 'withdraw'],
  spiked: ['spike'],
};

/** A new story, brought to a state by real commands. A published one has a newer version that is sealed and not out. */
export async function storyAt(state: StoryState, desk: Desk): Promise<StoryAt> {
  const story = await newStory(desk.writer);
  let at: StoryAt = {
    story,
    state: 'draft',
    head: await write(desk.writer, story, article('satu')),
  };
  for (const kind of PATHS[state]) {
    if (kind === 'approve' && at.state === 'published') at = await rewrite(desk, at);
    at = await next(kind, desk, at);
  }
  if (at.state === 'published' || at.state === 'updated')
    at = await next('approve', desk, await rewrite(desk, at));
  return at;
}

async function rewrite({ editor }: Desk, at: StoryAt): Promise<StoryAt> {
  return { ...at, head: await write(editor, at.story, article('baru'), [at.head.id]) };
}

async function next(kind: CommandKind, desk: Desk, at: StoryAt): Promise<StoryAt> {
  const { state } = await give(WHO[kind](desk), orderFor(kind, at));
  return { ...at, state };
}

const WHO: Readonly<Record<CommandKind, (desk: Desk) => Laptop>> = {
  submit: ({ writer }) => writer,
  recall: ({ writer }) => writer,
  return: ({ editor }) => editor,
  approve: ({ editor }) => editor,
  publish: ({ publisher }) => publisher,
  withdraw: ({ publisher }) => publisher,
  spike: ({ editor }) => editor,
  revive: ({ editor }) => editor,
};

/** A command that is right in all that the sender decides. */
export function orderFor(kind: CommandKind, { story, state, head }: StoryAt): Command {
  const given = { story, expectedState: state };
  const seen = { version: head.id, content: head.content };
  switch (kind) {
    case 'submit':
      return command('submit', { ...given, ...seen });
    case 'approve':
      return command('approve', { ...given, ...seen, preflight: [] });
    case 'publish':
      return command('publish', { ...given, content: head.content });
    case 'return':
      return command('return', { ...given, reason: 'Narasumber kedua belum ada.' });
    case 'withdraw':
      return command('withdraw', { ...given, reason: 'Menyebut nama anak di bawah umur.' });
    case 'spike':
      return command('spike', { ...given, reason: 'Sudah basi.' });
    case 'recall':
      return command('recall', given);
    case 'revive':
      return command('revive', given);
    default:
      return kind satisfies never;
  }
}

export function sha256(bytes: Buffer): PhotoHash {
  return createHash('sha256').update(bytes).digest('hex') as PhotoHash;
}

/** Uploads a photo with the client that laptops use. Rejects with the server's answer. */
export function upload(
  by: Laptop,
  bytes: Buffer,
  { hash = sha256(bytes), filename = 'foto.jpg', chunkSize = 200_000 } = {},
): Promise<PhotoHash> {
  return new Promise((resolve, reject) => {
    new Upload(bytes, {
      endpoint: `${by.url}${BYTE_ROUTES.uploads}`,
      headers: { authorization: `Bearer ${by.token}` },
      metadata: { sha256: hash, filename },
      chunkSize,
      retryDelays: null,
      onSuccess: () => resolve(hash),
      onError: reject,
    }).start();
  });
}
