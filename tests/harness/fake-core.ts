/** Core in memory, for looking at the window in a plain browser. The contract is real; disk and network are not. */
import type { CoreHandlers, StorySummary, StoryView, SyncStatus } from '#shared/contract/core.ts';
import { RedaksiError } from '#shared/contract/errors.ts';
import type { WindowSession, Workspace } from '#shared/contract/workspace.ts';
import { blockText, emptyArticle, leadPhotoUses, type Article } from '#shared/domain/article.ts';
import { applyChange } from '#shared/domain/change.ts';
import { newId, type StoryId } from '#shared/domain/ids.ts';
import { rolesAt, type Person } from '#shared/domain/roles.ts';
import { contentHash } from '#shared/domain/version.ts';
import {
  askWorkflow,
  WORKFLOW_COMMANDS,
  type Condition,
  type StoryState,
  type WorkflowCommand,
} from '#shared/domain/workflow.ts';
import { blocksHandIn, preflight } from '#shared/preflight/index.ts';
import type { CoreNews } from '#shared/rpc/server.ts';
import { COURSES, LAILI, NEWSROOM, PHOTOS } from './newsroom.ts';
import { fakeFiles } from './fake-files.ts';
import { photoOf } from './fake-photo.ts';
import { fakeRelated } from './fake-related.ts';
import { fakePublication, fakeSeal } from './fake-seal.ts';
import { OUT, storedStories, type Stored } from './fake-stories.ts';
import { fakeWords } from './fake-words.ts';

export interface FakeCore {
  readonly handlers: CoreHandlers;
  readonly onEvent: (listener: (news: CoreNews) => void) => () => void;
  readonly article: (story: StoryId) => Article | undefined;
}

export interface FakeOptions {
  readonly person: Person | null;
  readonly sync: 'sent' | 'pending' | 'offline' | 'paused';
  readonly empty: boolean;
}

const HOUR = 3_600_000;
const words = (article: Article): number =>
  article.blocks.map(blockText).join(' ').split(/\s+/u).filter(Boolean).length;

export function createFakeCore({ person: first, sync, empty }: FakeOptions): FakeCore {
  let person = first;
  const listeners = new Set<(news: CoreNews) => void>();
  const tell = (news: CoreNews): void => {
    for (const listener of listeners) listener(news);
  };
  const stories = storedStories(empty ? [] : COURSES);

  const status = (): SyncStatus => ({
    state: sync === 'offline' ? 'offline' : sync === 'paused' ? 'paused' : 'idle',
    pending: sync === 'sent' ? 0 : 3,
    setAside: 0,
    lastContact: new Date(Date.now() - HOUR).toISOString(),
    problem: null,
  });
  const session = () => ({
    person,
    server: 'http://127.0.0.1:4600',
    signedIn: person !== null && sync !== 'paused',
    tokenInMemoryOnly: false,
  });
  const find = (story: StoryId): Stored => {
    const stored = stories.get(story);
    if (stored === undefined) throw new RedaksiError('NOT_FOUND', 'no such story');
    return stored;
  };
  const changed = (stored: Stored): boolean =>
    stored.sealed !== null && contentHash(stored.sealed) !== contentHash(stored.article);

  const summaryOf = (stored: Stored): StorySummary => ({
    id: stored.id,
    desk: stored.desk,
    headline: stored.article.headline,
    writers: stored.article.writers.map((writer) => writer.name),
    state: stored.state,
    createdBy: stored.writer.id,
    words: words(stored.article),
    photo: leadPhotoUses(stored.article)[0]?.photo ?? null,
    updatedAt: new Date(stored.updatedAt).toISOString(),
    unsent: stored.unsent,
    changedSinceSeal: changed(stored),
    reason: stored.reason,
    url: stored.published === null ? null : `http://127.0.0.1:4600/berita/${stored.id}`,
  });

  function ask(stored: Stored, command: WorkflowCommand) {
    const me = person ?? LAILI;
    const own = stored.writer.id === me.id;
    const holds = new Set<Condition>([own ? 'own-story' : 'not-own-story']);
    if (stored.sealed !== null) holds.add('sealed');
    return askWorkflow({ state: stored.state, command, roles: rolesAt(me, stored.desk), holds });
  }

  function viewOf(stored: Stored): StoryView {
    const findings = preflight(stored.article);
    const permissions = Object.fromEntries(
      WORKFLOW_COMMANDS.map((command) => {
        const answer = ask(stored, command);
        if (!answer.allowed) return [command, { allowed: false, because: answer.because }];
        if (command === 'submit' && blocksHandIn(findings)) {
          return [command, { allowed: false, because: 'preflight' }];
        }
        if (command === 'approve' && stored.sealed !== null && !changed(stored)) {
          return [command, { allowed: false, because: 'sealed-already' }];
        }
        return [command, { allowed: true }];
      }),
    ) as StoryView['permissions'];
    return {
      summary: summaryOf(stored),
      article: stored.article,
      revision: stored.revision,
      content: contentHash(stored.article),
      editing: stored.editing,
      permissions,
      findings: [...findings],
      seal: stored.sealed === null ? null : fakeSeal(stored.id, stored.sealed, stored.updatedAt),
      sealedBy: stored.sealed === null ? null : 'M Zainal Arifin',
      publications:
        stored.published === null
          ? []
          : [
              fakePublication(
                stored.id,
                stored.published,
                stored.updatedAt,
                stored.state === 'withdrawn' ? stored.reason : null,
              ),
            ],
      mergeNotes: [],
      waiting: [],
      refused: null,
    };
  }

  function give(
    command: WorkflowCommand,
    { story, reason = '' }: { story: StoryId; reason?: string },
  ): StoryView {
    const stored = find(story);
    const answer = ask(stored, command);
    const asked =
      !answer.allowed && (answer.because === 'has-reason' || answer.because === 'fresh-sign-in');
    if (!answer.allowed && !asked) throw new RedaksiError('WRONG_STATE', 'not now');
    const next: Partial<Record<WorkflowCommand, StoryState>> = {
      submit: 'submitted',
      recall: 'draft',
      return: 'returned',
      approve: stored.state === 'submitted' ? 'approved' : stored.state,
      publish: stored.state === 'approved' ? 'published' : 'updated',
      withdraw: 'withdrawn',
      spike: 'spiked',
      revive: 'draft',
    };
    stored.state = next[command] ?? stored.state;
    if (reason !== '') stored.reason = reason;
    if (command === 'approve') stored.sealed = stored.article;
    if (command === 'publish') stored.published = stored.sealed;
    stored.updatedAt = Date.now();
    tell({ event: 'stories.changed', payload: {} });
    return viewOf(stored);
  }

  const VIEWS: Readonly<Record<string, (stored: Stored) => boolean>> = {
    mine: (stored) => stored.writer.id === person?.id,
    review: (stored) => stored.state === 'submitted',
    ready: (stored) => stored.state === 'approved',
    published: (stored) => OUT.has(stored.state),
    all: () => true,
  };

  let workspace: Workspace = {};
  let windowTabs: WindowSession | null = null;
  const handlers: CoreHandlers = {
    'session.get': session,
    'session.signIn': ({ username, password }) => {
      if (password === 'salah') throw new RedaksiError('WRONG_PASSWORD', 'no');
      if (password === 'luring') throw new RedaksiError('OFFLINE', 'no');
      person = NEWSROOM.people.find((each) => each.username === username) ?? LAILI;
      return { ...session(), signedIn: true };
    },
    'session.signOut': () => {
      person = null;
      tell({ event: 'session.changed', payload: session() });
      return session();
    },
    'newsroom.get': () => NEWSROOM,
    'sync.get': status,
    'sync.now': status,
    'stories.list': ({ view, query }) => {
      const all = [...stories.values()].toSorted((a, b) => b.updatedAt - a.updatedAt);
      const wanted = query.toLowerCase();
      return {
        stories: all
          .filter((stored) => VIEWS[view]?.(stored) === true)
          .filter((stored) =>
            [stored.article.headline, stored.article.deck, ...stored.article.blocks.map(blockText)]
              .join(' ')
              .toLowerCase()
              .includes(wanted),
          )
          .map(summaryOf),
        counts: Object.fromEntries(
          Object.entries(VIEWS).map(([name, holds]) => [name, all.filter(holds).length]),
        ),
      };
    },
    ...fakeRelated(
      () =>
        [...stories.values()].map((each) => ({ summary: summaryOf(each), article: each.article })),
      (story) => find(story).article,
    ),
    'story.create': ({ desk }) => {
      const id = newId<StoryId>();
      const me = person ?? LAILI;
      const of = NEWSROOM.desks.find((each) => each.id === desk);
      stories.set(id, {
        id,
        writer: me,
        desk,
        article: {
          ...emptyArticle(),
          section: of?.section ?? '',
          writers: [{ name: me.fullName, person: me.id }],
          signoffs: [{ short: me.shortName, code: me.signoffCode }],
          source: 'Tribun Jateng',
          dateline: {
            form: 'brand-first',
            brand: 'TRIBUNJATENG.COM',
            place: of?.datelinePlace ?? '',
            date: '',
            separator: '-',
          },
        },
        state: 'draft',
        updatedAt: Date.now(),
        revision: 0,
        unsent: true,
        reason: '',
        sealed: null,
        published: null,
        editing: null,
        versions: [],
      });
      tell({ event: 'stories.changed', payload: {} });
      return { story: id };
    },
    'story.open': ({ story, forEditing }) => {
      const stored = find(story);
      if (forEditing && (ask(stored, 'edit').allowed || ask(stored, 'edit-photos').allowed)) {
        stored.editing = newId<string>();
      }
      return forEditing ? viewOf(stored) : { ...viewOf(stored), editing: null };
    },
    'story.save': ({ story, editing, change }) => {
      const stored = find(story);
      if (stored.editing !== editing) throw new RedaksiError('STALE_EDITOR', 'another window');
      if (new URLSearchParams(globalThis.location?.search).has('nodisk'))
        throw new RedaksiError('DISK_FULL', 'full');
      const applied = applyChange(stored.article, change);
      if (!applied.ok) throw new RedaksiError('INVALID', applied.problem);
      stored.article = applied.article;
      stored.revision += 1;
      stored.updatedAt = Date.now();
      tell({ event: 'stories.changed', payload: {} });
      return {
        revision: stored.revision,
        content: contentHash(stored.article),
        savedAt: new Date().toISOString(),
      };
    },
    'story.cut': () => ({}),
    'story.history': ({ story }) => ({
      versions: find(story).versions.map((version, index) => ({
        id: version.id,
        parents: [],
        at: new Date(version.at).toISOString(),
        person: version.reason === 'seal' ? 'M Zainal Arifin' : find(story).writer.fullName,
        device: 'laptop-klaten-02',
        reason: version.reason,
        content: contentHash(version.article),
        words: words(version.article),
        head: index === 0,
        sealed: version.reason === 'seal',
      })),
    }),
    'story.version': ({ story, version }) => ({
      article: find(story).versions.find((each) => each.id === version)?.article ?? emptyArticle(),
    }),
    'story.submit': (input) => give('submit', input),
    'story.recall': (input) => give('recall', input),
    'story.return': (input) => give('return', input),
    'story.approve': (input) => {
      if (input.password === 'salah') throw new RedaksiError('WRONG_PASSWORD', 'no');
      return give('approve', input);
    },
    'story.publish': (input) => give('publish', input),
    'story.withdraw': (input) => give('withdraw', input),
    'story.spike': (input) => give('spike', input),
    'story.revive': (input) => give('revive', input),
    'photo.import': () => photoOf([...PHOTOS.keys()][0]!),
    ...fakeWords({
      person: () => (person ?? LAILI).id,
      unsent: sync !== 'sent',
      onChanged: () => tell({ event: 'words.changed', payload: {} }),
    }),
    ...fakeFiles,
    'photo.get': ({ hash }) => (PHOTOS.has(hash) ? photoOf(hash) : null),
    'workspace.get': () => workspace,
    'workspace.set': (fields) => {
      workspace = { ...workspace, ...fields };
      tell({ event: 'workspace.changed', payload: {} });
      return workspace;
    },
    'window.get': () => windowTabs,
    'window.set': (input) => {
      windowTabs = input.session;
      return {};
    },
  };
  return {
    handlers,
    onEvent: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    article: (story) => stories.get(story)?.article,
  };
}
