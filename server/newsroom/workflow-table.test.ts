import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ERROR_STATUS } from '#shared/contract/errors.ts';
import type { CommandKind } from '#shared/contract/http.ts';
import { rolesAt } from '#shared/domain/roles.ts';
import {
  askWorkflow,
  STORY_STATES,
  type Condition,
  type StoryState,
} from '#shared/domain/workflow.ts';
import {
  openTestNewsroom,
  STAFF_NAMES,
  type Laptop,
  type StaffName,
  type TestNewsroom,
} from '../testing/newsroom-kit.ts';
import { KLATEN, orderFor, storyAt, type Desk } from '../testing/story-kit.ts';
import { REFUSALS } from './refusals.ts';

const KINDS = [
  'submit',
  'recall',
  'return',
  'approve',
  'publish',
  'withdraw',
  'spike',
  'revive',
] as const satisfies readonly CommandKind[];

/**
 * Written by hand from the issue, not from the workflow's table: who may do what to laili's story at the Klaten desk.
 * Everything else is refused. (dewi is an editor who also reports; zainal edits; putri publishes.)
 */
const EDITORS = ['zainal', 'dewi'] as const;
const ALLOWED: Readonly<Record<StoryState, Partial<Record<CommandKind, readonly StaffName[]>>>> = {
  draft: { submit: ['laili', ...EDITORS], spike: ['laili', ...EDITORS] },
  submitted: {
    submit: EDITORS,
    recall: ['laili'],
    return: EDITORS,
    approve: EDITORS,
    spike: EDITORS,
  },
  returned: { submit: ['laili', ...EDITORS], spike: ['laili', ...EDITORS] },
  approved: { return: EDITORS, approve: EDITORS, publish: ['putri'], spike: EDITORS },
  published: { approve: EDITORS, publish: ['putri'], withdraw: ['putri'] },
  updated: { approve: EDITORS, publish: ['putri'], withdraw: ['putri'] },
  withdrawn: {},
  spiked: { revive: ['laili', ...EDITORS] },
};

/** Rows that each command adds when it is taken: counted by hand. A publication runs on to "seen live". */
const ROWS: Readonly<Record<CommandKind, Readonly<Record<string, number>>>> = {
  submit: { command: 1, event: 1, audit: 1 },
  recall: { command: 1, event: 1, audit: 1 },
  return: { command: 1, event: 1, audit: 1 },
  approve: { command: 1, event: 1, audit: 1, seal: 1 },
  publish: { command: 1, event: 4, audit: 4, publication: 1 },
  withdraw: { command: 1, event: 1, audit: 1 },
  spike: { command: 1, event: 1, audit: 1 },
  revive: { command: 1, event: 1, audit: 1 },
};

let room: TestNewsroom;
let desk: Desk;
const laptops = new Map<StaffName, Laptop>();
beforeAll(async () => {
  room = await openTestNewsroom();
  for (const name of STAFF_NAMES) laptops.set(name, await room.signIn(name));
  desk = { writer: laptop('laili'), editor: laptop('zainal'), publisher: laptop('putri') };
});
afterAll(() => room.end());

function laptop(name: StaffName): Laptop {
  const found = laptops.get(name);
  if (found === undefined) throw new Error(`${name} is not here`);
  return found;
}

function counts(dump: Readonly<Record<string, readonly unknown[]>>): Record<string, number> {
  return Object.fromEntries(Object.entries(dump).map(([table, rows]) => [table, rows.length]));
}

function added(
  before: Readonly<Record<string, readonly unknown[]>>,
  after: Readonly<Record<string, readonly unknown[]>>,
): Record<string, number> {
  const [had, has] = [counts(before), counts(after)];
  return Object.fromEntries(
    Object.keys(has)
      .map((table): [string, number] => [table, (has[table] ?? 0) - (had[table] ?? 0)])
      .filter(([, more]) => more !== 0),
  );
}

/** What the workflow's own table says. */
function oracle(name: StaffName, state: StoryState, kind: CommandKind) {
  const holds = new Set<Condition>(['has-reason', 'fresh-sign-in']);
  holds.add(name === 'laili' ? 'own-story' : 'not-own-story');
  if (['approved', 'published', 'updated'].includes(state)) holds.add('sealed');
  return askWorkflow({
    state,
    command: kind,
    roles: rolesAt(laptop(name).person, KLATEN),
    holds,
  });
}

describe('every state x command x person, against the real server', () => {
  for (const state of STORY_STATES) {
    it(`${state}: only the right people, with the right effect; refusals leave no trace`, async () => {
      let at = await storyAt(state, desk);
      await room.server.settleOutlets();
      let before = room.dump();
      let tried = 0;
      for (const kind of KINDS) {
        for (const name of STAFF_NAMES) {
          tried += 1;
          const where = `${name}: ${kind} in ${state}`;
          const mayByHand = ALLOWED[state][kind]?.includes(name) ?? false;
          const answer = oracle(name, state, kind);
          expect(answer.allowed, where).toBe(mayByHand);

          const got = await laptop(name).ask('command', orderFor(kind, at));
          await room.server.settleOutlets();
          const after = room.dump();
          expect(got.ok, where).toBe(mayByHand);
          if (got.ok && answer.allowed) {
            expect(got.output.receipt.state, where).toBe(answer.next);
            expect(added(before, after), where).toEqual(ROWS[kind]);
            at = await storyAt(state, desk);
            await room.server.settleOutlets();
            before = room.dump();
          } else if (!got.ok && !answer.allowed) {
            expect(got.error.code, where).toBe(REFUSALS[answer.because]);
            expect(got.status, where).toBe(ERROR_STATUS[got.error.code]);
            expect(got.error.details?.['because'], where).toBe(answer.because);
            expect(after, where).toEqual(before);
            before = after;
          }
        }
      }
      expect(tried).toBe(KINDS.length * 8);
    }, 120_000);
  }
});
