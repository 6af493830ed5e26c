/** The composition root: a data folder and the world go in, the contract's handlers come out. */
import { join } from 'node:path';
import type { CoreHandlers, StoryView } from '#shared/contract/core.ts';
import { newId as newUuid, type StoryId } from '#shared/domain/ids.ts';
import type { CoreNews } from '#shared/rpc/server.ts';
import { systemClock, type Clock } from './clock.ts';
import { openStore } from './db/store.ts';
import { exportStory } from './files/export-story.ts';
import { openStoryFile } from './files/open-file.ts';
import { silentLogger, type Logger } from './logger.ts';
import { createNews } from './news.ts';
import { importPhoto } from './photos/import-photo.ts';
import { memorySecrets, type Secrets } from './secrets.ts';
import { approveStory } from './services/approving.ts';
import { giveCommand, type GivenCommand } from './services/commands.ts';
import { cutStory } from './services/cutting.ts';
import { createPauses } from './services/pauses.ts';
import { demandStory, openStory, readVersion } from './services/opening.ts';
import { draftPage } from './services/preview.ts';
import { listStories, newsroom, storyHistory } from './services/reading.ts';
import { linkedStories } from './services/linked.ts';
import { relatedStories } from './services/related.ts';
import { createSessionState } from './services/session-state.ts';
import { signIn, signOut } from './services/signing-in.ts';
import { storyView } from './services/view.ts';
import { listWords, putWord } from './services/word-list.ts';
import { createWorkings } from './services/workings.ts';
import { createStory, saveStory } from './services/writing.ts';
import { readWindow, readWorkspace, writeWindow, writeWorkspace } from './services/workspace.ts';
import { createApi } from './sync/api.ts';
import { createSync } from './sync/engine.ts';
import { networkHttp, type Http } from './sync/http.ts';
import { webSocketLive, type Live } from './sync/live.ts';
import type { SyncContext } from './sync/sync-context.ts';

export interface CoreOptions {
  readonly dataDir: string;
  /** What the newsroom calls this laptop. */
  readonly deviceName: string;
  readonly clock?: Clock;
  /** In [0, 1). */
  readonly random?: () => number;
  /** UUIDv7. */
  readonly newId?: () => string;
  /** The network; without it, the real one. */
  readonly http?: Http;
  /** null does without pokes: polling finds the news. */
  readonly live?: Live | null;
  readonly logger?: Logger;
  readonly secrets?: Secrets;
  /** How far the database may grow, in pages: a full disk, for tests. */
  readonly pageLimit?: number;
  /** The program of the thread that reads and writes files; without it, its source. */
  readonly filesWorker?: string;
}

export interface Core {
  readonly handlers: CoreHandlers;
  readonly onEvent: (listener: (news: CoreNews) => void) => () => void;
  /** A story's page as a reader would see it, from this laptop's text; null when it has no such story. */
  draftPage(story: StoryId): string | null;
  /** Where this laptop is signed in. */
  server(): string | null;
  /** The file that was damaged and stands aside since this start; null when all is well. */
  damagedFile(): string | null;
  /** Cuts what was typed, ends the round that runs, closes the file. */
  close(): Promise<void>;
}

/** Opens the laptop's newsroom. Throws when the data folder can't be written or a newer program wrote it. */
export function createCore(options: CoreOptions): Core {
  const clock = options.clock ?? systemClock;
  const logger = options.logger ?? silentLogger;
  const filesWorker = options.filesWorker ?? join(import.meta.dirname, 'files/worker.ts');
  const network = networkHttp();
  const http = options.http ?? network.http;
  const store = openStore({ dataDir: options.dataDir, clock, logger });
  const deviceName = options.deviceName.slice(0, 200);
  if (store.meta.get('device-name') !== deviceName) store.meta.set('device-name', deviceName);
  if (options.pageLimit !== undefined) store.db.limitPages(options.pageLimit);
  const news = createNews(clock);
  const newId = options.newId ?? newUuid;
  const session = createSessionState({
    store,
    news,
    newId,
    secrets: options.secrets ?? memorySecrets(),
  });
  const context: SyncContext = {
    dataDir: options.dataDir,
    store,
    clock,
    logger,
    news,
    newId,
    session,
    random: options.random ?? Math.random,
    workings: createWorkings(store),
    api: createApi(http),
    outboxGrew: () => sync.kick(),
  };
  const sync = createSync(context, options.live === undefined ? webSocketLive : options.live);
  const pauses = createPauses(context);

  const command = (story: StoryId, given: GivenCommand): StoryView => {
    pauses.callOff(story);
    giveCommand(context, story, given);
    return storyView(context, story);
  };
  const handlers: CoreHandlers = {
    'session.get': async () => {
      await session.ready;
      return session.view();
    },
    'session.signIn': (input) => signIn(context, sync, input),
    'session.signOut': () => signOut(context, sync),
    'newsroom.get': () => newsroom(context),
    'sync.get': () => sync.status(),
    'sync.now': () => {
      // What was typed is part of what goes now.
      pauses.cutAll();
      return sync.now();
    },
    'stories.list': (input) => listStories(context, input),
    'stories.related': (input) => relatedStories(context, input),
    'stories.linked': (input) => linkedStories(context, input),
    'story.create': ({ desk }) => {
      const story = createStory(context, desk);
      pauses.typed(story);
      return { story };
    },
    'story.open': ({ story, forEditing }) =>
      openStory(context, story, forEditing ? 'editing' : 'reading'),
    'story.save': (save) => {
      const saved = saveStory(context, save);
      pauses.typed(save.story);
      return saved;
    },
    'story.cut': ({ story, reason }) => {
      demandStory(context, story);
      pauses.callOff(story);
      cutStory(context, story, reason);
      return {};
    },
    'story.history': ({ story }) => {
      demandStory(context, story);
      return storyHistory(context, story);
    },
    'story.version': (input) => readVersion(context, input),
    'story.submit': ({ story }) => command(story, { kind: 'submit' }),
    'story.recall': ({ story }) => command(story, { kind: 'recall' }),
    'story.return': ({ story, reason }) => command(story, { kind: 'return', reason }),
    'story.approve': async (input) => {
      pauses.callOff(input.story);
      await approveStory(context, sync, input);
      return storyView(context, input.story);
    },
    'story.publish': ({ story, content }) => command(story, { kind: 'publish', content }),
    'story.withdraw': ({ story, reason }) => command(story, { kind: 'withdraw', reason }),
    'story.spike': ({ story, reason }) => command(story, { kind: 'spike', reason }),
    'story.revive': ({ story }) => command(story, { kind: 'revive' }),
    'story.export': (input) => exportStory(context, filesWorker, input),
    'files.read': (input) => {
      session.requirePerson();
      return openStoryFile(context, filesWorker, input);
    },
    'photo.import': (input) => importPhoto(context, input),
    'photo.get': ({ hash }) => store.photos.get(hash),
    'words.list': () => listWords(context),
    'words.put': (wish) => {
      putWord(context, wish);
      return {};
    },
    'workspace.get': () => readWorkspace(context),
    'workspace.set': (fields) => writeWorkspace(context, fields),
    'window.get': ({ window }) => readWindow(context, window),
    'window.set': ({ window, session: tabs }) => {
      writeWindow(context, window, tabs);
      return {};
    },
  };
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    pauses.cutAll();
    await sync.close();
    news.close();
    await network.close();
    store.db.close();
  };
  pauses.resume();
  sync.start();
  return {
    handlers,
    onEvent: news.onEvent,
    draftPage: (story) => draftPage(context, story),
    server: () => session.server(),
    damagedFile: () => store.db.damagedFile,
    close: () => (closing ??= close()),
  };
}
