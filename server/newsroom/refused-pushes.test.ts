import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { canonicalJson, sha256Text } from '#shared/domain/canonical.ts';
import {
  newId,
  type ObjectHash,
  type PhotoHash,
  type StoryId,
  type VersionId,
} from '#shared/domain/ids.ts';
import { takeApart } from '#shared/domain/version.ts';
import { expectRefused, type Refused } from '../testing/expect-refused.ts';
import { openTestNewsroom, type Laptop, type TestNewsroom } from '../testing/newsroom-kit.ts';
import {
  article,
  cut,
  newStory,
  push,
  storyAt,
  withPhoto,
  write,
  type Desk,
} from '../testing/story-kit.ts';

const NOWHERE = 'f'.repeat(64);

let room: TestNewsroom;
let laili: Laptop, sri: Laptop, zainal: Laptop, foto: Laptop, putri: Laptop;
let desk: Desk;
beforeAll(async () => {
  room = await openTestNewsroom();
  laili = await room.signIn('laili');
  sri = await room.signIn('sri');
  zainal = await room.signIn('zainal');
  foto = await room.signIn('foto');
  putri = await room.signIn('putri');
  desk = { writer: laili, editor: zainal, publisher: putri };
});
afterAll(() => room.end());
beforeEach(() => room.server.settleOutlets());

/** Refused, without a trace. */
const refused: Refused = (by, route, input, code, details) =>
  expectRefused(room, by, route, input, code, details);

describe('objects, stories and versions', () => {
  it('an object whose bytes do not match its hash is refused, and so are those beside it', async () => {
    const [good, other] = takeApart(article('objek')).objects;
    if (!good || !other) throw new Error('no objects');
    const wrong = { hash: good.hash, json: other.json };
    await refused(laili, 'putObjects', { objects: [other, wrong] }, 'HASH_MISMATCH', {
      object: good.hash,
    });
  });

  it('an object in other than its one canonical form is refused', async () => {
    for (const json of [
      '{"b":1,"a":2}',
      '{ "a":1}',
      '{"a":1.0}',
      '[1]',
      '"x"',
      '{"a":',
      '',
      '{"a":"\\u0061"}',
    ]) {
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
    await refused(laili, 'putVersions', { versions: [holed] }, 'MISSING_DEPENDENCY', {
      objects: [NOWHERE],
    });
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
    const asSri = await cut(laili, at.story, article('atas nama'), [at.head.id], {
      person: sri.person.id,
    });
    await refused(laili, 'putVersions', { versions: [asSri] }, 'FORBIDDEN', {
      because: 'other-person',
    });
    const elsewhere = await cut(laili, at.story, article('lain'), [at.head.id], {
      device: sri.device,
    });
    await refused(laili, 'putVersions', { versions: [elsewhere] }, 'FORBIDDEN', {
      because: 'other-device',
    });
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
    expect(
      (await push(foto, await cut(foto, at.story, photos, [first.id]))).results[0]?.status,
    ).toBe('head');
    // Having touched the photos makes nobody a writer.
    const text = await cut(foto, at.story, changed, [first.id]);
    await refused(foto, 'putVersions', { versions: [text] }, 'FORBIDDEN');
  });

  it('a story’s first version is its maker’s', async () => {
    const story = await newStory(laili);
    const version = await cut(zainal, story, article('mendahului'));
    await refused(zainal, 'putVersions', { versions: [version] }, 'FORBIDDEN', {
      because: 'own-story',
    });
  });

  it('a story needs a desk that exists, the right to write there, and an id of its own', async () => {
    const id = await newStory(laili);
    const fresh = newId<StoryId>();
    await refused(laili, 'putStory', { id: fresh, desk: 'jepara' }, 'MISSING_DEPENDENCY');
    await refused(laili, 'putStory', { id: fresh, desk: 'solo' }, 'FORBIDDEN', {
      because: 'wrong-role',
    });
    await refused(putri, 'putStory', { id: fresh, desk: 'klaten' }, 'FORBIDDEN');
    await refused(sri, 'putStory', { id, desk: 'klaten' }, 'CONFLICT');
    const before = room.dump();
    await laili.get('putStory', { id, desk: 'klaten' });
    expect(room.dump()).toEqual(before);
  });

  it('the audit log is not for reporters', async () => {
    await refused(laili, 'auditTrail', {}, 'FORBIDDEN', { because: 'wrong-role' });
    expect((await zainal.get('auditTrail', {})).entries.length).toBeGreaterThan(10);
  });
});
