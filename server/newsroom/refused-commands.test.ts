import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  newId,
  type ContentHash,
  type PhotoHash,
  type StoryId,
  type VersionId,
} from '#shared/domain/ids.ts';
import { expectRefused, type Refused } from '../testing/expect-refused.ts';
import { openTestNewsroom, type Laptop, type TestNewsroom } from '../testing/newsroom-kit.ts';
import {
  article,
  command,
  give,
  newStory,
  orderFor,
  storyAt,
  withPhoto,
  write,
  type Desk,
} from '../testing/story-kit.ts';

const NOWHERE = 'f'.repeat(64);

let room: TestNewsroom;
let laili: Laptop, zainal: Laptop, dewi: Laptop, putri: Laptop;
let desk: Desk;
beforeAll(async () => {
  room = await openTestNewsroom();
  laili = await room.signIn('laili');
  zainal = await room.signIn('zainal');
  dewi = await room.signIn('dewi');
  putri = await room.signIn('putri');
  desk = { writer: laili, editor: zainal, publisher: putri };
});
afterAll(() => room.end());
beforeEach(() => room.server.settleOutlets());

/** Refused, without a trace. */
const refused: Refused = (by, route, input, code, details) =>
  expectRefused(room, by, route, input, code, details);

describe('seals', () => {
  it('a story without a seal is not published', async () => {
    for (const state of ['draft', 'submitted', 'returned', 'spiked'] as const) {
      const at = await storyAt(state, desk);
      await refused(putri, 'command', orderFor('publish', at), 'WRONG_STATE', {
        because: 'wrong-state',
      });
    }
  });

  it('content that is not sealed is not published, although the story is approved', async () => {
    const at = await storyAt('approved', desk);
    const newer = await write(zainal, at.story, article('lebih baru'), [at.head.id]);
    const order = command('publish', {
      story: at.story,
      expectedState: 'approved',
      content: newer.content,
    });
    await refused(putri, 'command', order, 'STALE_CONTENT', { because: 'sealed' });
  });

  it('an editor does not seal a story that they made', async () => {
    const story = await newStory(dewi);
    const head = await write(dewi, story, article('milik dewi'));
    await give(dewi, orderFor('submit', { story, state: 'draft', head }));
    const order = orderFor('approve', { story, state: 'submitted', head });
    await refused(dewi, 'command', order, 'FORBIDDEN', { because: 'not-own-story' });
    expect((await give(zainal, order)).state).toBe('approved');
  });

  it('an editor who is named in the byline does not seal, resolved in the register or by name alone', async () => {
    for (const writer of [
      { name: 'Z. Arifin', person: zainal.person.id },
      { name: ` ${zainal.person.fullName.toUpperCase()} ` },
    ]) {
      const story = await newStory(laili);
      const head = await write(laili, story, article('bersama', { writers: [writer] }));
      await give(laili, orderFor('submit', { story, state: 'draft', head }));
      const order = orderFor('approve', { story, state: 'submitted', head });
      await refused(zainal, 'command', order, 'FORBIDDEN', { because: 'not-own-story' });
    }
  });

  it('what is sealed is the version that was handed in, not a newer one', async () => {
    const at = await storyAt('submitted', desk);
    const newer = await write(zainal, at.story, article('selama ditinjau'), [at.head.id]);
    await refused(zainal, 'command', orderFor('approve', { ...at, head: newer }), 'STALE_CONTENT', {
      submitted: at.head.id,
      content: newer.content,
    });
  });

  it('what is sealed is the content that the editor saw', async () => {
    const at = await storyAt('submitted', desk);
    const seen = { ...at.head, content: NOWHERE as ContentHash };
    await refused(zainal, 'command', orderFor('approve', { ...at, head: seen }), 'STALE_CONTENT', {
      content: at.head.content,
    });
  });

  it('a new seal is of the newest version', async () => {
    const at = await storyAt('approved', desk);
    await write(zainal, at.story, article('disunting'), [at.head.id]);
    await refused(zainal, 'command', orderFor('approve', at), 'CONFLICT', { state: 'approved' });
  });

  it('a seal needs the password within five minutes', async () => {
    const at = await storyAt('submitted', desk);
    room.time.advance(5 * 60_000);
    await refused(zainal, 'command', orderFor('approve', at), 'FRESH_SIGN_IN_REQUIRED', {
      because: 'fresh-sign-in',
    });
    await refused(zainal, 'confirm', { password: 'bukan sandinya' }, 'WRONG_PASSWORD');
    for (const editor of [zainal, dewi]) await editor.get('confirm', { password: 'sandi rahasia' });
    room.time.advance(5 * 60_000 - 1);
    expect((await give(zainal, orderFor('approve', at))).state).toBe('approved');
    for (const editor of [zainal, dewi]) await editor.get('confirm', { password: 'sandi rahasia' });
  });

  it('a photo that is not here can not be sealed', async () => {
    const story = await newStory(laili);
    const head = await write(laili, story, withPhoto(article('foto hilang'), NOWHERE as PhotoHash));
    await give(laili, orderFor('submit', { story, state: 'draft', head }));
    await refused(
      zainal,
      'command',
      orderFor('approve', { story, state: 'submitted', head }),
      'MISSING_DEPENDENCY',
      { photos: [NOWHERE] },
    );
  });

  it('blocking findings stop a seal unless each is overridden with a reason, which the seal keeps', async () => {
    const story = await newStory(laili);
    const head = await write(laili, story, article('tanpa penulis', { writers: [] }));
    await give(laili, orderFor('submit', { story, state: 'draft', head }));
    const approve = (preflight: readonly unknown[]) =>
      ({ ...orderFor('approve', { story, state: 'submitted', head }), preflight }) as never;
    const finding = { rule: 'writer-missing', severity: 'blocks', where: 'writers' } as const;
    const code = 'PREFLIGHT';
    await refused(zainal, 'command', approve([]), code, { findings: [finding] });
    await refused(zainal, 'command', approve([finding]), code, { findings: [finding] });
    await refused(zainal, 'command', approve([{ ...finding, overridden: ' ' }]), code);
    await refused(
      zainal,
      'command',
      approve([{ ...finding, where: 'deck', overridden: 'x' }]),
      code,
    );
    const lies = {
      ...finding,
      severity: 'notes' as const,
      overridden: 'Atas permintaan narasumber',
    };
    await give(zainal, approve([lies]));
    const { seal } = await room.server.store.read((records) => records.stories.record(story));
    expect(seal?.preflight).toContainEqual({
      ...finding,
      overridden: 'Atas permintaan narasumber',
    });
  });
});

describe('commands', () => {
  it('the same command again gets the same receipt, byte for byte, and changes nothing', async () => {
    const at = await storyAt('draft', desk);
    const order = orderFor('submit', at);
    const first = await laili.ask('command', order);
    const before = room.dump();
    const second = await laili.ask('command', order);
    expect(first.ok && second.ok && second.text === first.text).toBe(true);
    expect(room.dump()).toEqual(before);
  });

  it('a receipt is given again although the story has moved on and the right is gone', async () => {
    const at = await storyAt('draft', desk);
    const order = orderFor('submit', at);
    const receipt = await give(laili, order);
    await give(zainal, orderFor('return', { ...at, state: 'submitted' }));
    expect(await give(laili, order)).toEqual(receipt);
  });

  it('a command id is used once: not for another body, not by another person', async () => {
    const at = await storyAt('submitted', desk);
    const order = orderFor('return', at);
    await give(zainal, order);
    await refused(zainal, 'command', { ...order, reason: 'Lain.' } as never, 'COMMAND_REUSED');
    await refused(dewi, 'command', order, 'COMMAND_REUSED');
  });

  it('a command for a state that is gone is a conflict, and says which state it is', async () => {
    const at = await storyAt('submitted', desk);
    const stale = orderFor('submit', { ...at, state: 'draft' });
    await refused(laili, 'command', stale, 'CONFLICT', { state: 'submitted', head: at.head.id });
  });

  it('of two editors who seal at once, one does and the other is told', async () => {
    const at = await storyAt('submitted', desk);
    const got = await Promise.all([
      zainal.ask('command', orderFor('approve', at)),
      dewi.ask('command', orderFor('approve', at)),
    ]);
    expect(got.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const seals = room.dump()['seal'] as readonly { story: string }[];
    expect(seals.filter(({ story }) => story === at.story)).toHaveLength(1);
  });

  it('only the newest version is handed in, with the content that it has', async () => {
    const at = await storyAt('draft', desk);
    const newer = await write(laili, at.story, article('dua'), [at.head.id]);
    await refused(laili, 'command', orderFor('submit', at), 'CONFLICT', { head: newer.id });
    const wrong = { ...newer, content: NOWHERE as ContentHash };
    await refused(laili, 'command', orderFor('submit', { ...at, head: wrong }), 'STALE_CONTENT');
    const unknown = { ...newer, id: NOWHERE as VersionId };
    await refused(
      laili,
      'command',
      orderFor('submit', { ...at, head: unknown }),
      'MISSING_DEPENDENCY',
    );
  });

  it('a text without headline or body is not handed in', async () => {
    const story = await newStory(laili);
    const head = await write(laili, story, article('x', { headline: '' }));
    await refused(
      laili,
      'command',
      orderFor('submit', { story, state: 'draft', head }),
      'PREFLIGHT',
    );
  });

  it('a version is published once', async () => {
    const at = await storyAt('approved', desk);
    await give(putri, orderFor('publish', at));
    await give(zainal, orderFor('approve', { ...at, state: 'published' }));
    await room.server.settleOutlets();
    await refused(putri, 'command', orderFor('publish', { ...at, state: 'published' }), 'CONFLICT');
  });

  it('a story that nobody knows is not found', async () => {
    const at = await storyAt('draft', desk);
    const nowhere = { ...at, story: newId<StoryId>() };
    await refused(laili, 'command', orderFor('spike', nowhere), 'NOT_FOUND');
  });
});
