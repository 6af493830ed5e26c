/** The main job, with the real pieces: the reporter hands in, the editor seals and publishes, the page is read back. */
import { randomBytes } from 'node:crypto';
import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '#core/host.ts';
import type { StoryView } from '#shared/contract/core.ts';
import { RedaksiError } from '#shared/contract/errors.ts';
import { incomingPath } from '#shared/contract/media-paths.ts';
import { changeBetween } from '#shared/domain/change.ts';
import type { StoryId } from '#shared/domain/ids.ts';
import type { Proof, Publication, Seal } from '#shared/domain/seal.ts';
import type { LocalNewsroom } from './local-newsroom.ts';
import type { Illustrated } from './photo-words.ts';
import { failed } from './refusal.ts';

export interface Published {
  readonly story: StoryId;
  readonly seal: Seal;
  readonly publication: Publication;
  readonly proof: Proof;
  readonly url: string;
  /** The page as a reader gets it. */
  readonly html: string;
}

/** Takes a story the whole way. Throws a Refusal that says at which step it stopped. */
export async function takeTheWay(
  newsroom: LocalNewsroom,
  illustrated: Illustrated,
): Promise<Published> {
  const { server, reporter, editor } = newsroom;
  const story = await at('reporter', () => handIn(newsroom, illustrated));
  const { core } = editor;
  const signIn = { server: server.url, username: editor.username, password: editor.password };
  await at('editor', () => core.handlers['session.signIn'](signIn));
  await at('editor', () => settle(core));
  const seen = await at('editor', () => core.handlers['story.open']({ story, forEditing: false }));
  const { content } = seen;
  const { password } = editor;
  await at('seal', () =>
    core.handlers['story.approve']({ story, content, password, overrides: [] }),
  );
  await at('publish', () => core.handlers['story.publish']({ story, content }));
  await at('publish', () => settle(core));
  await server.settleOutlets();
  await at('read-back', () => settle(core));
  await at('reporter', () => settle(reporter.core));
  const view: StoryView = await core.handlers['story.open']({ story, forEditing: false });
  const publication = view.publications.at(-1);
  const [seal, proof, url] = [view.seal, publication?.proof, publication?.url];
  if (publication === undefined || !seal || !proof || !url) {
    throw stopped('read-back', view.refused?.code ?? publication?.state ?? 'no publication');
  }
  const answer = await fetch(url);
  if (answer.status !== 200) throw stopped('read-back', `HTTP ${String(answer.status)}`);
  return { story, seal, publication, proof, url, html: await answer.text() };
}

async function handIn(
  { server, desk, reporter }: LocalNewsroom,
  { article, photos }: Illustrated,
): Promise<StoryId> {
  const { handlers } = reporter.core;
  const { username, password } = reporter;
  await handlers['session.signIn']({ server: server.url, username, password });
  for (const { offered } of photos) {
    if (offered === null) continue;
    const ticket = randomBytes(16).toString('hex');
    const incoming = path.join(reporter.dataDir, incomingPath(ticket));
    await mkdir(path.dirname(incoming), { recursive: true });
    await copyFile(offered.file, incoming);
    await handlers['photo.import']({ admitted: ticket, fileName: path.basename(offered.file) });
  }
  const { story } = await handlers['story.create']({ desk });
  const opened = await handlers['story.open']({ story, forEditing: true });
  await handlers['story.save']({
    story,
    editing: opened.editing ?? '',
    revision: opened.revision,
    change: changeBetween(opened.article, article),
  });
  await handlers['story.submit']({ story });
  await settle(reporter.core);
  return story;
}

const ROUNDS = 5;

/** Syncs until nothing waits. Throws when something was refused or stays. */
async function settle({ handlers }: Core): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { pending, setAside, state } = await handlers['sync.now']({});
    if (setAside > 0) throw new RedaksiError('CONFLICT', 'the server refused something');
    if (pending === 0 && state === 'idle') return;
  }
  throw new RedaksiError('OFFLINE', 'the server did not take everything');
}

const STEPS = {
  reporter: ['penyerahan oleh reporter', 'the hand-in by the reporter'],
  editor: ['pembacaan oleh editor', 'the reading by the editor'],
  seal: ['penyegelan', 'the seal'],
  publish: ['penerbitan', 'the publication'],
  'read-back': ['pembacaan ulang', 'the read-back'],
} as const;

async function at<Result>(
  step: keyof typeof STEPS,
  act: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    const reason =
      error instanceof RedaksiError ? `${error.code}, ${error.message}` : String(error);
    throw stopped(step, reason);
  }
}

function stopped(step: keyof typeof STEPS, reason: string) {
  const [id, en] = STEPS[step];
  return failed(`Berhenti pada ${id}: ${reason}.`, `Stopped at ${en}: ${reason}.`);
}
