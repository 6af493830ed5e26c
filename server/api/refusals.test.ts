import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ErrorCode } from '#shared/contract/errors.ts';
import { ERROR_STATUS, wireErrorSchema } from '#shared/contract/errors.ts';
import type { HttpInput, HttpRouteName } from '#shared/contract/http.ts';
import { canonicalJson, sha256Text } from '#shared/domain/canonical.ts';
import {
  newId,
  type ContentHash,
  type DeskId,
  type ObjectHash,
  type PhotoHash,
  type StoryId,
  type VersionId,
} from '#shared/domain/ids.ts';
import { takeApart } from '#shared/domain/version.ts';
import { openTestNewsroom, type Laptop, type StaffName, type TestNewsroom } from '../testing/newsroom-kit.ts';
import {
  article,
  command,
  cut,
  give,
  newStory,
  orderFor,
  push,
  storyAt,
  withPhoto,
  write,
  type Desk,
} from '../testing/story-kit.ts';

const NOWHERE = 'f'.repeat(64);

let room: TestNewsroom;
let laili: Laptop, sri: Laptop, zainal: Laptop, dewi: Laptop, foto: Laptop, putri: Laptop;
let desk: Desk;
beforeAll(async () => {
  room = await openTestNewsroom();
  const names: readonly StaffName[] = ['laili', 'sri', 'zainal', 'dewi', 'foto', 'putri'];
  const laptops: Laptop[] = [];
  for (const name of names) laptops.push(await room.signIn(name));
  [laili, sri, zainal, dewi, foto, putri] = laptops as [Laptop, Laptop, Laptop, Laptop, Laptop, Laptop];
  desk = { writer: laili, editor: zainal, publisher: putri };
});
afterAll(() => room.end());
beforeEach(() => room.server.settleOutlets());

/** Refused with this code (and this reason), and not one row of the store is different. */
async function refused<Name extends HttpRouteName>(
  by: Laptop,
  route: Name,
  input: HttpInput<Name>,
  code: ErrorCode,
  details?: Readonly<Record<string, unknown>>,
): Promise<void> {
  const before = room.dump();
  const got = await by.ask(route, input);
  expect(got.ok ? got.output : got.error).toMatchObject(
    details === undefined ? { code } : { code, details },
  );
  expect(got.status).toBe(ERROR_STATUS[code]);
  if (!got.ok) {
    expect(wireErrorSchema.safeParse(got.error).success).toBe(true);
    expect(got.headers.get('x-trace-id')).toBe(got.error.traceId);
  }
  expect(room.dump()).toEqual(before);
}

describe('seals', () => {
  it('a story without a seal is not published', async () => {
    for (const state of ['draft', 'submitted', 'returned', 'spiked'] as const) {
      const at = await storyAt(state, desk);
      await refused(putri, 'command', orderFor('publish', at), 'WRONG_STATE', { because: 'wrong-state' });
    }
  });

  it('content that is not sealed is not published, although the story is approved', async () => {
    const at = await storyAt('approved', desk);
    const newer = await write(zainal, at.story, article('lebih baru'), [at.head.id]);
    const order = command('publish', { story: at.story, expectedState: 'approved', content: newer.content });
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
    for (const editor of [zainal, dewi])
      await editor.get('confirm', { password: 'sandi rahasia' });
    room.time.advance(5 * 60_000 - 1);
    expect((await give(zainal, orderFor('approve', at))).state).toBe('approved');
    for (const editor of [zainal, dewi])
      await editor.get('confirm', { password: 'sandi rahasia' });
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
    await refused(zainal, 'command', approve([{ ...finding, where: 'deck', overridden: 'x' }]), code);
    const lies = { ...finding, severity: 'notes' as const, overridden: 'Atas permintaan narasumber' };
    await give(zainal, approve([lies]));
    const { seal } = await room.server.store.read((records) => records.stories.record(story));
    expect(seal?.preflight).toContainEqual({ ...finding, overridden: 'Atas permintaan narasumber' });
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
    expect(got.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
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
    await refused(laili, 'command', orderFor('submit', { ...at, head: unknown }), 'MISSING_DEPENDENCY');
  });

  it('a text without headline or body is not handed in', async () => {
    const story = await newStory(laili);
    const head = await write(laili, story, article('x', { headline: '' }));
    await refused(laili, 'command', orderFor('submit', { story, state: 'draft', head }), 'PREFLIGHT');
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

describe('objects, stories and versions', () => {
  it('an object whose bytes do not match its hash is refused, and so are those beside it', async () => {
    const [good, other] = takeApart(article('objek')).objects;
    if (!good || !other) throw new Error('no objects');
    const wrong = { hash: good.hash, json: other.json };
    await refused(laili, 'putObjects', { objects: [other, wrong] }, 'HASH_MISMATCH', { object: good.hash });
  });

  it('an object in other than its one canonical form is refused', async () => {
    for (const json of ['{"b":1,"a":2}', '{ "a":1}', '{"a":1.0}', '[1]', '"x"', '{"a":', '', '{"a":"\\u0061"}']) {
      const hash = sha256Text(json) as ObjectHash;
      await refused(laili, 'putObjects', { objects: [{ hash, json }] }, 'INVALID');
    }
    const deep = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const hash = sha256Text(deep) as ObjectHash;
    await refused(laili, 'putObjects', { objects: [{ hash, json: deep }] }, 'INVALID');
    const fine = canonicalJson({ a: 2, b: 1 });
    const stored = { objects: [{ hash: sha256Text(fine) as ObjectHash, json: fine }] };
    expect(await laili.get('putObjects', stored)).toEqual({ stored: 1 });
    expect(await laili.get('putObjects', stored)).toEqual({ stored: 0 });
  });

  it('a version whose parent is unknown is refused, and named', async () => {
    const story = await newStory(laili);
    const version = await cut(laili, story, article('yatim'), [NOWHERE as VersionId]);
    await refused(laili, 'putVersions', { versions: [version] }, 'MISSING_DEPENDENCY', {
      versions: [NOWHERE],
    });
  });

  it('a version whose objects, or whose story, are unknown is refused, and they are named', async () => {
    const story = await newStory(laili);
    const whole = await cut(laili, story, article('lengkap'));
    const holed = { ...whole, blocks: [NOWHERE as ObjectHash] };
    await refused(laili, 'putVersions', { versions: [holed] }, 'MISSING_DEPENDENCY', { objects: [NOWHERE] });
    const homeless = await cut(laili, newId<StoryId>(), article('tanpa berita'));
    await refused(laili, 'putVersions', { versions: [homeless] }, 'MISSING_DEPENDENCY', {
      story: homeless.story,
    });
  });

  it('a version is what its hashes say: id, content and objects', async () => {
    const story = await newStory(laili);
    const whole = await cut(laili, story, article('asli'));
    const other = await cut(laili, story, article('palsu'));
    const forged = { ...whole, at: '2020-01-01T00:00:00.000Z' };
    await refused(laili, 'putVersions', { versions: [forged] }, 'HASH_MISMATCH');
    const swapped = { ...whole, blocks: other.blocks };
    await refused(laili, 'putVersions', { versions: [swapped] }, 'HASH_MISMATCH');
    const mixed = { ...whole, furniture: whole.blocks[0] ?? whole.furniture };
    await refused(laili, 'putVersions', { versions: [mixed] }, 'INVALID');
  });

  it('one bad version among good ones: none is stored', async () => {
    const story = await newStory(laili);
    const good = await cut(laili, story, article('baik'));
    const bad = await cut(laili, story, article('buruk'), [NOWHERE as VersionId]);
    await refused(laili, 'putVersions', { versions: [good, bad] }, 'MISSING_DEPENDENCY');
  });

  it('nobody adds a version in another person’s name or from another laptop', async () => {
    const at = await storyAt('draft', desk);
    const asSri = await cut(laili, at.story, article('atas nama'), [at.head.id], { person: sri.person.id });
    await refused(laili, 'putVersions', { versions: [asSri] }, 'FORBIDDEN', { because: 'other-person' });
    const elsewhere = await cut(laili, at.story, article('lain'), [at.head.id], { device: sri.device });
    await refused(laili, 'putVersions', { versions: [elsewhere] }, 'FORBIDDEN', { because: 'other-device' });
  });

  it('a parent of another story, or named twice, is refused', async () => {
    const [one, two] = [await storyAt('draft', desk), await storyAt('draft', desk)];
    const crossed = await cut(laili, one.story, article('silang'), [two.head.id]);
    await refused(laili, 'putVersions', { versions: [crossed] }, 'INVALID');
    const twice = await cut(laili, one.story, article('dua kali'), [one.head.id, one.head.id]);
    await refused(laili, 'putVersions', { versions: [twice] }, 'INVALID');
  });

  it('another reporter does not write in the story, and a publisher nowhere', async () => {
    const at = await storyAt('draft', desk);
    for (const [by, because] of [
      [sri, 'own-story'],
      [putri, 'wrong-role'],
    ] as const) {
      const version = await cut(by, at.story, article('orang lain'), [at.head.id]);
      await refused(by, 'putVersions', { versions: [version] }, 'FORBIDDEN', { because });
    }
  });

  it('the photo desk changes photos and captions, and not one word of the text', async () => {
    const at = await storyAt('draft', desk);
    const base = article('satu');
    const first = await write(laili, at.story, base, [at.head.id]);
    const photos = withPhoto(base, NOWHERE as PhotoHash);
    const changed = { ...photos, deck: 'Diselipkan' };
    const version = await cut(foto, at.story, changed, [first.id]);
    await refused(foto, 'putVersions', { versions: [version] }, 'FORBIDDEN');
    expect((await push(foto, await cut(foto, at.story, photos, [first.id]))).results[0]?.status).toBe('head');
    // Having touched the photos makes nobody a writer.
    const text = await cut(foto, at.story, changed, [first.id]);
    await refused(foto, 'putVersions', { versions: [text] }, 'FORBIDDEN');
  });

  it('a story’s first version is its maker’s', async () => {
    const story = await newStory(laili);
    const version = await cut(zainal, story, article('mendahului'));
    await refused(zainal, 'putVersions', { versions: [version] }, 'FORBIDDEN', { because: 'own-story' });
  });

  it('a story needs a desk that exists, the right to write there, and an id of its own', async () => {
    const id = await newStory(laili);
    const fresh = newId<StoryId>();
    await refused(laili, 'putStory', { id: fresh, desk: 'jepara' as DeskId }, 'MISSING_DEPENDENCY');
    await refused(laili, 'putStory', { id: fresh, desk: 'solo' as DeskId }, 'FORBIDDEN', { because: 'wrong-role' });
    await refused(putri, 'putStory', { id: fresh, desk: 'klaten' as DeskId }, 'FORBIDDEN');
    await refused(sri, 'putStory', { id, desk: 'klaten' as DeskId }, 'CONFLICT');
    const before = room.dump();
    await laili.get('putStory', { id, desk: 'klaten' as DeskId });
    expect(room.dump()).toEqual(before);
  });

  it('the audit log is not for reporters', async () => {
    await refused(laili, 'auditTrail', {}, 'FORBIDDEN', { because: 'wrong-role' });
    expect((await zainal.get('auditTrail', {})).entries.length).toBeGreaterThan(10);
  });
});
