/** What the people at the laptops do: one table, each row one thing that a person may try. */
import type { StoryView } from '#shared/contract/core.ts';
import { RedaksiError } from '#shared/contract/errors.ts';
import { changeBetween } from '#shared/domain/change.ts';
import type { StoryId } from '#shared/domain/ids.ts';
import { weighted } from './chance.ts';
import type { SimLaptop } from './laptop.ts';
import { DESK, PASSWORD } from './staff.ts';
import { typeFirst, typeSomething } from './typing.ts';
import type { World } from './world.ts';
import { articleWords } from './words.ts';

type Deed = (world: World, laptop: SimLaptop) => void;

const DEEDS = {
  create: (world, laptop) => {
    if (stories(laptop).length >= 2) return;
    const { story } = now(laptop.call('story.create', { desk: DESK }));
    openWindow(world, laptop, story);
    type(world, laptop, typeFirst);
  },
  type: (world, laptop) => {
    const story = pick(world, laptop);
    const { window } = laptop;
    // A window may have been open since before a merge came in; mostly people look again first.
    if (window === null || window.story !== story || world.chance.hits(0.6)) {
      if (story === null) return;
      openWindow(world, laptop, story);
    }
    if (laptop.window !== null) type(world, laptop, typeSomething);
  },
  leave: (world, laptop) => {
    const story = pick(world, laptop);
    if (story !== null) now(laptop.call('story.cut', { story, reason: 'leave' }));
    laptop.window = null;
  },
  sync: (world, laptop) => {
    later(world, laptop, 'sync', laptop.call('sync.now', {}));
  },
  order: (world, laptop) => {
    // Now and then people try what the button would not let them: the answer is a refusal, and no harm.
    const bold = world.chance.hits(0.05);
    const choices = stories(laptop).flatMap((story) => {
      const view = look(world, laptop, story);
      if (view === null) return [];
      const possible = ORDER_NAMES.filter((order) => bold || view.permissions[order].allowed);
      return possible.length === 0 ? [] : [{ view, possible }];
    });
    if (choices.length === 0) return;
    const { view, possible } = world.chance.oneOf(choices);
    const weights = Object.fromEntries(possible.map((order) => [order, ORDER_WEIGHTS[order]]));
    const order = weighted(world.chance, weights) as Order;
    world.trace.say(`  ${order} of ${view.summary.id.slice(-4)}`);
    ORDERS[order](world, laptop, view);
    world.saw(`order ${order}`);
    if (order !== 'approve') laptop.window = null;
  },
} as const satisfies Record<string, Deed>;

const WEIGHTS = {
  create: 1,
  type: 14,
  leave: 2,
  sync: 6,
  order: 10,
} as const satisfies Record<keyof typeof DEEDS, number>;

type Order =
  | 'submit'
  | 'recall'
  | 'return'
  | 'spike'
  | 'revive'
  | 'withdraw'
  | 'publish'
  | 'approve';

const ORDERS = {
  submit: (_world, laptop, { summary: { id: story } }) =>
    void now(laptop.call('story.submit', { story })),
  recall: (_world, laptop, { summary: { id: story } }) =>
    void now(laptop.call('story.recall', { story })),
  return: (_world, laptop, { summary: { id: story } }) =>
    void now(laptop.call('story.return', { story, reason: 'Mohon dilengkapi.' })),
  spike: (_world, laptop, { summary: { id: story } }) =>
    void now(laptop.call('story.spike', { story, reason: 'Tidak jadi.' })),
  revive: (_world, laptop, { summary: { id: story } }) =>
    void now(laptop.call('story.revive', { story })),
  withdraw: (_world, laptop, { summary: { id: story } }) =>
    void now(laptop.call('story.withdraw', { story, reason: 'Keliru.' })),
  publish: (_world, laptop, { summary: { id: story }, content, seal }) =>
    void now(laptop.call('story.publish', { story, content: seal?.content ?? content })),
  approve: (world, laptop, { summary: { id: story }, content }) => {
    world.approvals.add(`${laptop.username} ${content}`);
    const approval = { story, content, password: PASSWORD, overrides: [] };
    later(world, laptop, 'approve', laptop.call('story.approve', approval));
  },
} as const satisfies Record<Order, (world: World, laptop: SimLaptop, view: StoryView) => void>;

const ORDER_WEIGHTS = {
  submit: 6,
  recall: 0.3,
  return: 1,
  spike: 0.15,
  revive: 3,
  withdraw: 0.4,
  publish: 8,
  approve: 8,
} as const satisfies Record<Order, number>;

const ORDER_NAMES = Object.keys(ORDERS) as readonly Order[];

/** Somebody does something. A refusal in words is fine; anything else is a defect. */
export function doSomething(world: World): void {
  const laptop = world.chance.oneOf(world.laptops);
  const deed = weighted(world.chance, WEIGHTS);
  world.trace.say(`${laptop.name} ${deed}`);
  try {
    DEEDS[deed](world, laptop);
  } catch (error) {
    refused(world, laptop, deed, error);
  }
}

function type(world: World, laptop: SimLaptop, hands: typeof typeSomething): void {
  const { chance, ledger, plant } = world;
  const { window } = laptop;
  if (window === null) return;
  const next = hands(window.article, chance, ledger.coin);
  const change = changeBetween(window.article, next);
  const isFalse = plant.falseSaves !== undefined && chance.hits(plant.falseSaves);
  const { story, editing, revision } = window;
  if (!isFalse) {
    const saved = now(laptop.call('story.save', { story, editing, revision, change }));
    laptop.window = { ...window, revision: saved.revision, article: next };
  }
  ledger.acknowledge(story, laptop.name, window.article, next);
  world.trace.say(`  typed into ${story.slice(-4)}`);
  if (isFalse) return;
  // "Saved" is true at once: every word that this window now shows is in the laptop's text or in a merge note.
  const view = look(world, laptop, story);
  const words = view === null ? new Set<string>() : articleWords(view.article);
  for (const word of articleWords(next)) {
    const entry = ledger.typed.get(word);
    if (
      entry !== undefined &&
      !entry.deleted &&
      !words.has(word) &&
      !ledger.noted.has(word) &&
      isNew(word, window)
    )
      world.trouble(`${laptop.name}: "${word}" was saved and is not in the text`);
  }

  function isNew(word: string, before: { readonly article: StoryView['article'] }): boolean {
    return !articleWords(before.article).has(word);
  }
}

function openWindow(world: World, laptop: SimLaptop, story: StoryId): void {
  const view = now(laptop.call('story.open', { story, forEditing: true }));
  world.ledger.see(view);
  const { editing, revision, article, permissions } = view;
  const mayType = editing !== null && permissions.edit.allowed;
  laptop.window = mayType ? { story, editing, revision, article } : null;
  if (view.mergeNotes.length > 0) world.saw('merge note');
}

/** What a person sees of a story. */
export function look(world: World, laptop: SimLaptop, story: StoryId | null): StoryView | null {
  if (story === null) return null;
  const view = now(laptop.call('story.open', { story, forEditing: false }));
  world.ledger.see(view);
  return view;
}

export function stories(laptop: SimLaptop): readonly StoryId[] {
  const { stories: all } = now(laptop.call('stories.list', { view: 'all', query: '' }));
  return all.map(({ id }) => id).toSorted();
}

function pick(world: World, laptop: SimLaptop): StoryId | null {
  const all = stories(laptop);
  return all.length === 0 ? null : world.chance.oneOf(all);
}

/** What core answers at once, because it comes from the disk. */
function now<Output>(output: Output | Promise<Output>): Output {
  if (output instanceof Promise) throw new TypeError('this answer must not wait for anything');
  return output;
}

function later(world: World, laptop: SimLaptop, deed: string, promise: unknown): void {
  const life = laptop.life();
  void Promise.resolve(promise).then(
    () => {
      world.trace.say(`  ${laptop.name} ${deed}: done`);
      world.saw(`${deed} done`);
    },
    (error: unknown) => {
      if (laptop.life() === life) refused(world, laptop, deed, error);
    },
  );
}

function refused(world: World, laptop: SimLaptop, deed: string, error: unknown): void {
  if (error instanceof RedaksiError && error.code !== 'INTERNAL') {
    world.trace.say(`  ${laptop.name} ${deed}: ${error.code}`);
    world.saw(`${deed}: ${error.code}`);
    return;
  }
  world.trouble(
    `${laptop.name} ${deed} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
}
