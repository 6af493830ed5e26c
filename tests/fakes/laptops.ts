/** Laptops for tests: a real core on its own SQLite file, over a link that can fail in every way that links do. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CoreInput, CoreMethod, CoreOutput, StoryView } from '#shared/contract/core.ts';
import { CORE_METHODS } from '#shared/contract/core.ts';
import type { ArticleChange } from '#shared/domain/change.ts';
import { newBlockId, type BlockId, type DeskId, type StoryId } from '#shared/domain/ids.ts';
import type { CoreNews } from '#shared/rpc/server.ts';
import { systemClock, type Clock } from '#core/clock.ts';
import { createCore, type Core } from '#core/host.ts';
import { webSocketLive } from '#core/sync/live.ts';
import { memorySecrets } from '#core/secrets.ts';
import { networkHttp, type Http, type HttpRequest, type HttpResponse } from '#core/sync/http.ts';
import { PASSWORD, type StaffName } from '#server/testing/newsroom-kit.ts';

export const KLATEN = 'klaten' as DeskId;

/** What lies between a laptop and the server. */
export interface Link {
  /** Nothing passes. */
  down: boolean;
  /** Decides over each request; `next` sends it for real. */
  fault:
    | ((request: HttpRequest, next: () => Promise<HttpResponse>) => Promise<HttpResponse>)
    | null;
  /** Every request that passed, as `POST /v1/commands`. */
  readonly log: string[];
}

export interface TestLaptop {
  readonly dataDir: string;
  readonly link: Link;
  readonly news: CoreNews[];
  readonly core: Core;
  call<Method extends CoreMethod>(
    method: Method,
    input: CoreInput<Method>,
  ): Promise<CoreOutput<Method>>;
  signIn(name: StaffName, server: string): Promise<void>;
  /** A story with a headline and paragraphs, typed in. */
  write(headline: string, ...paragraphs: readonly string[]): Promise<StoryId>;
  /** Opens for editing, changes, saves: as the window does. */
  edit(story: StoryId, change: (view: StoryView) => ArticleChange): Promise<StoryView>;
  open(story: StoryId): Promise<StoryView>;
  sync(): Promise<CoreOutput<'sync.now'>>;
  /** Ends core and starts another one over the same folder, as after closing the program. */
  restart(): Promise<TestLaptop>;
  close(): Promise<void>;
}

export interface LaptopOptions {
  readonly clock?: Clock;
  readonly http?: Http;
  readonly dataDir?: string;
  /** A disk that is full. */
  readonly pageLimit?: number;
  /** Listens for the server's pokes, as outside of tests; without it a test decides when to sync. */
  readonly live?: boolean;
}

export function openLaptop(options: LaptopOptions = {}): TestLaptop {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'redaksi-laptop-'));
  const network = networkHttp();
  const link: Link = { down: false, fault: null, log: [] };
  const secrets = memorySecrets();
  const http: Http = async (request) => {
    if (link.down) throw new Error('no network');
    const next = async () => {
      link.log.push(`${request.method} ${new URL(request.url).pathname}`);
      return (options.http ?? network.http)(request);
    };
    return link.fault === null ? next() : link.fault(request, next);
  };
  const start = (): Core =>
    createCore({
      dataDir,
      deviceName: 'laptop uji',
      clock: options.clock ?? systemClock,
      http,
      live: options.live === true ? webSocketLive : null,
      secrets,
      ...(options.pageLimit !== undefined && { pageLimit: options.pageLimit }),
    });
  return laptop(start, { dataDir, link, end: () => network.close() });
}

interface Around {
  readonly dataDir: string;
  readonly link: Link;
  readonly end: () => Promise<void>;
}

function laptop(start: () => Core, around: Around): TestLaptop {
  const core = start();
  const news: CoreNews[] = [];
  core.onEvent((item) => void news.push(item));
  const call: TestLaptop['call'] = async (method, input) => {
    // As the rpc server does: nothing reaches a handler, or a window, that does not fit the contract.
    const handler = core.handlers[method] as (input: unknown) => unknown;
    const output = await handler(CORE_METHODS[method].input.parse(input));
    return CORE_METHODS[method].output.parse(output) as CoreOutput<typeof method>;
  };
  const open = (story: StoryId) => call('story.open', { story, forEditing: false });
  const edit: TestLaptop['edit'] = async (story, change) => {
    const view = await call('story.open', { story, forEditing: true });
    if (view.editing === null) throw new Error('this person may not edit');
    const { editing, revision } = view;
    await call('story.save', { story, editing, revision, change: change(view) });
    return open(story);
  };
  return {
    ...around,
    core,
    news,
    call,
    open,
    edit,
    signIn: async (username, server) => {
      await call('session.signIn', { server, username, password: PASSWORD });
      await call('sync.now', {});
    },
    write: async (headline, ...paragraphs) => {
      const { story } = await call('story.create', { desk: KLATEN });
      await edit(story, () => ({ furniture: { headline }, ...newParagraphs(paragraphs) }));
      return story;
    },
    sync: () => call('sync.now', {}),
    restart: async () => {
      await core.close();
      return laptop(start, around);
    },
    close: async () => {
      await core.close();
      await around.end();
      rmSync(around.dataDir, { recursive: true, force: true });
    },
  };
}

/** The whole body, of new paragraphs. */
export function newParagraphs(
  texts: readonly string[],
): Required<Pick<ArticleChange, 'blocks' | 'order'>> {
  const blocks = texts.map((text) => paragraph(text));
  return { blocks, order: blocks.map(({ id }) => id) };
}

export function paragraph(text: string, id: BlockId = newBlockId()) {
  return { id, kind: 'paragraph' as const, runs: [{ text }] };
}

/** One paragraph of a view rewritten. */
export function rewritten(view: StoryView, at: number, text: string): ArticleChange {
  const block = view.article.blocks[at];
  if (block === undefined) throw new Error(`the story has no paragraph ${at}`);
  return { blocks: [paragraph(text, block.id)] };
}

/** The words of the body, as a reader sees them. */
export function bodyText(view: Pick<StoryView, 'article'>): string {
  return view.article.blocks
    .map((block) => ('runs' in block ? block.runs.map((run) => run.text).join('') : ''))
    .join('\n');
}
