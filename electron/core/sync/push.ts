/**
 * Pushing the outbox: story by story, each in its own order. Texts of all stories go first, then photos; a command goes
 * after the texts and photos that were there before it. Words for the newsroom's list belong to no story, and go in the
 * order in which they were wished. One refused thing stands aside alone.
 */
import type { StoryId } from '#shared/domain/ids.ts';
import { commit } from '../context.ts';
import type { OutboxEntry } from '../db/outbox.ts';
import { backoff } from './backoff.ts';
import { isFault, type Fault, type SyncFault } from './fault.ts';
import { nextToSend } from './next-to-send.ts';
import { pushCommand } from './push-command.ts';
import { pushStoryRow, pushVersions } from './push-texts.ts';
import { uploadPhoto } from './push-photo.ts';
import { pushWord } from './push-word.ts';
import type { SignedIn, SyncContext } from './sync-context.ts';

export interface PushHooks {
  /** Between the pieces of an upload. `stop` ends the push; the upload goes on where it stood. */
  readonly betweenPieces: () => Promise<'go-on' | 'stop'>;
}

/** @returns whether the server has taken anything, so that there is news to pull */
export async function push(
  context: SyncContext,
  peer: SignedIn,
  hooks: PushHooks,
): Promise<boolean> {
  const texts = await pushTexts(context, peer);
  const words = await pushWords(context, peer);
  const photos = await pushPhotos(context, peer, hooks);
  // Commands that waited for a photo.
  const rest = photos && (await pushTexts(context, peer));
  return texts || words || photos || rest;
}

/** Stories, versions, and the commands that wait for no photo. */
export async function pushTexts(context: SyncContext, peer: SignedIn): Promise<boolean> {
  const faults = faultCounter();
  let taken = false;
  for (const story of storiesIn(context)) {
    try {
      if (await pushStory(context, peer, story)) taken = true;
      faults.passed();
    } catch (thrown) {
      faults.met(thrown);
    }
  }
  return taken;
}

function storiesIn({ store }: SyncContext): StoryId[] {
  return [...new Set(store.outbox.all().flatMap(({ story }) => (story === null ? [] : [story])))];
}

/** Sends what can be sent of one story, in order, until something has to wait. */
async function pushStory(context: SyncContext, peer: SignedIn, story: StoryId): Promise<boolean> {
  const { store, clock } = context;
  const sent = new Set<number>();
  let taken = false;
  for (;;) {
    const rows = store.outbox.ofStory(story);
    const next = nextToSend(rows, { person: peer.person, now: clock.now() });
    // Whatever was sent and still waits is for the next round.
    if (next.length === 0 || next.some(({ n }) => sent.has(n))) return taken;
    for (const { n } of next) sent.add(n);
    taken = (await sendRows(context, peer, next)) || taken;
  }
}

async function sendRows(
  context: SyncContext,
  peer: SignedIn,
  rows: readonly OutboxEntry[],
): Promise<boolean> {
  const [first] = rows;
  if (first === undefined) return false;
  try {
    return await watched(context, rows, () => {
      if (first.kind === 'story') return pushStoryRow(context, peer, first);
      if (first.kind === 'command') return pushCommand(context, peer, first);
      return pushVersions(context, peer, rows);
    });
  } catch (thrown) {
    // One of several was refused: each for itself, so that only that one stands aside.
    if (!isFault(thrown) || thrown.fault.kind !== 'refused' || rows.length === 1) throw thrown;
    let taken = false;
    for (const row of rows) taken = (await sendRows(context, peer, [row])) || taken;
    return taken;
  }
}

/** The newsroom's word list, in the order in which it was wished. */
async function pushWords(context: SyncContext, peer: SignedIn): Promise<boolean> {
  const { store, clock } = context;
  const faults = faultCounter();
  let taken = false;
  for (const row of store.outbox.words()) {
    if (row.person !== peer.person || row.nextAt > clock.now()) continue;
    try {
      taken = (await watched(context, [row], () => pushWord(context, peer, row))) || taken;
      faults.passed();
    } catch (thrown) {
      faults.met(thrown);
    }
  }
  return taken;
}

async function pushPhotos(
  context: SyncContext,
  peer: SignedIn,
  hooks: PushHooks,
): Promise<boolean> {
  const { store, clock } = context;
  const faults = faultCounter();
  let taken = false;
  for (const row of store.outbox.all()) {
    const isOurs = row.kind === 'photo' && row.person === peer.person && row.state === 'waiting';
    if (!isOurs || row.nextAt > clock.now()) continue;
    try {
      const outcome = await watched(context, [row], () => uploadPhoto(context, peer, row, hooks));
      if (outcome === 'stopped') return taken;
      taken ||= outcome;
      faults.passed();
    } catch (thrown) {
      faults.met(thrown);
    }
  }
  return taken;
}

/** Sends, and writes down what a fault means for these rows. Rethrows what concerns more than them. */
async function watched<Result>(
  context: SyncContext,
  rows: readonly OutboxEntry[],
  send: () => Promise<Result>,
): Promise<Result | false> {
  try {
    return await send();
  } catch (thrown) {
    if (!isFault(thrown)) throw thrown;
    const { fault } = thrown;
    if (fault.kind === 'refused' && !waitsForOthers(context, rows, fault)) {
      if (rows.length > 1) throw thrown;
      setAside(context, rows, fault);
      return false;
    }
    if (fault.kind !== 'signed-out' && fault.kind !== 'protocol') waitAWhile(context, rows, fault);
    throw thrown;
  }
}

/**
 * What is named may still come: from a colleague's laptop after the server was restored, or with the next upload. But
 * what builds on a version that was refused here stands aside with it.
 */
function waitsForOthers(
  { store }: SyncContext,
  rows: readonly OutboxEntry[],
  { error }: Extract<Fault, { kind: 'refused' }>,
): boolean {
  if (error.code !== 'MISSING_DEPENDENCY') return false;
  const stories = new Set(rows.map(({ story }) => story));
  return !store.outbox.all().some(({ story, kind, state }) => {
    const isRefusedVersion = kind === 'version' && state === 'set-aside';
    return isRefusedVersion && stories.has(story);
  });
}

function setAside(
  context: SyncContext,
  rows: readonly OutboxEntry[],
  { error }: Extract<Fault, { kind: 'refused' }>,
): void {
  const { store, logger, news } = context;
  const because = typeof error.details?.['because'] === 'string' ? error.details['because'] : null;
  commit(context, () => {
    for (const { n } of rows) store.outbox.setAside(n, { code: error.code, because });
  });
  for (const { kind, ref, story } of rows) {
    logger.warn(
      { kind, ref, story, code: error.code, because },
      'the server refused this; it stands aside',
    );
    if (kind === 'word') news.tell({ event: 'words.changed', payload: {} });
    if (story === null) continue;
    const revision = store.stories.get(story)?.revision ?? 0;
    news.tell({ event: 'story.changed', payload: { story, revision } });
  }
}

/** The next round tries others first: one thing that always fails must not keep everything from moving. */
function waitAWhile(context: SyncContext, rows: readonly OutboxEntry[], fault: Fault): void {
  const { store, clock, random } = context;
  const given = fault.kind === 'later' ? fault.retryAfter : null;
  commit(context, () => {
    for (const { n, tries } of rows) {
      store.outbox.markTried(n);
      store.outbox.retryAt(n, clock.now() + (given ?? backoff(tries + 1, random())));
    }
  });
}

/** A server that fails for one story may take the next; one that fails twice in a row is left alone for now. */
function faultCounter() {
  let inARow = 0;
  return {
    passed: () => {
      inARow = 0;
    },
    met: (thrown: unknown) => {
      if (!isFault(thrown) || !isAboutOneThing(thrown)) throw thrown;
      inARow += 1;
      if (inARow >= 2) throw thrown;
    },
  };
}

function isAboutOneThing({ fault }: SyncFault): boolean {
  return fault.kind === 'later' || fault.kind === 'refused';
}
