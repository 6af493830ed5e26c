import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, type DeviceId } from '#shared/domain/ids.ts';
import { addPerson, deactivate, setPassword } from './admin.ts';
import { hashPassword } from './passwords.ts';
import {
  askServer,
  openTestNewsroom,
  PASSWORD,
  signIn,
  type Laptop,
  type TestNewsroom,
} from './testing/newsroom-kit.ts';

let room: TestNewsroom;
beforeAll(async () => {
  room = await openTestNewsroom();
});
afterAll(() => room.end());

const DAY = 86_400_000;
const device = () => ({ id: newId<DeviceId>(), name: 'laptop' });
const tryPassword = (username: string, password: string) =>
  askServer(room.server.url, null, 'signIn', { username, password, device: device() });

async function isTurnedAway(laptop: Laptop): Promise<boolean> {
  const before = room.dump();
  const got = await laptop.ask('events', { after: 0 });
  expect(room.dump()).toEqual(before);
  return !got.ok && got.status === 401 && got.error.code === 'SIGN_IN_REQUIRED';
}

describe('tokens', () => {
  it('a token works for thirty days and not a millisecond longer', async () => {
    const laptop = await room.signIn('laili');
    room.time.advance(30 * DAY - 1);
    expect(await isTurnedAway(laptop)).toBe(false);
    room.time.advance(1);
    expect(await isTurnedAway(laptop)).toBe(true);
  });

  it('a token that was signed out, or is unknown, or is no token, is turned away', async () => {
    const laptop = await room.signIn('laili');
    await laptop.get('signOut', {});
    expect(await isTurnedAway(laptop)).toBe(true);
    for (const token of ['x'.repeat(43), '', 'Bearer', "' or 1=1 --"]) {
      const got = await askServer(room.server.url, token, 'events', { after: 0 });
      expect(got).toMatchObject({ ok: false, status: 401, error: { code: 'SIGN_IN_REQUIRED' } });
    }
  });

  it('a person who leaves is out at once, on every laptop, and stays out', async () => {
    const person = await addPerson(room.server.newsroom, {
      username: 'pergi',
      fullName: 'Sudah Pergi',
      shortName: '',
      signoffCode: '',
      grants: [],
      password: PASSWORD,
    });
    const laptops = [
      await signIn(room.server.url, 'pergi' as never),
      await signIn(room.server.url, 'pergi' as never),
    ];
    for (const laptop of laptops) expect(await isTurnedAway(laptop)).toBe(false);
    await deactivate(room.server.newsroom, person.id);
    for (const laptop of laptops) expect(await isTurnedAway(laptop)).toBe(true);
    expect(await tryPassword('pergi', PASSWORD)).toMatchObject({
      error: { code: 'WRONG_PASSWORD' },
    });
  });

  it('a token of somebody who is not active is worth nothing, even one that nobody revoked', async () => {
    const laptop = await room.signIn('solo');
    await room.server.store.write((records) => records.people.deactivate(laptop.person.id));
    expect(await isTurnedAway(laptop)).toBe(true);
  });

  it('a new password ends what the old one began', async () => {
    const laptop = await room.signIn('sri');
    await setPassword(room.server.newsroom, laptop.person.id, 'sandi yang baru');
    expect(await isTurnedAway(laptop)).toBe(true);
    expect((await tryPassword('sri', PASSWORD)).ok).toBe(false);
    expect((await tryPassword('sri', 'sandi yang baru')).ok).toBe(true);
  });

  it('signing in again on a laptop replaces its token; other laptops keep theirs', async () => {
    const id = newId<DeviceId>();
    const first = await signIn(room.server.url, 'foto', id);
    const other = await room.signIn('foto');
    const second = await signIn(room.server.url, 'foto', id);
    expect(await isTurnedAway(first)).toBe(true);
    expect(await isTurnedAway(other)).toBe(false);
    expect(await isTurnedAway(second)).toBe(false);
  });

  it('neither a token nor a password is in the store', async () => {
    const laptop = await room.signIn('foto');
    const everything = JSON.stringify(room.dump());
    expect(everything).not.toContain(laptop.token);
    expect(everything).not.toContain(PASSWORD);
    expect(everything).toContain(laptop.device);
  });
});

describe('passwords', () => {
  it('are kept by argon2id with 19 MiB and two passes', async () => {
    expect(await hashPassword('sandi rahasia')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    await expect(hashPassword('pendek')).rejects.toMatchObject({ code: 'INVALID' });
  });

  it('an unknown person and a wrong password are one answer, and leave no trace', async () => {
    const before = room.dump();
    const [unknown, wrong] = [
      await tryPassword('siapa', PASSWORD),
      await tryPassword('laili', 'salah besar'),
    ];
    const plain = (got: typeof wrong) =>
      got.ok ? got : { ...got.error, traceId: '', status: got.status };
    expect(plain(unknown)).toEqual(plain(wrong));
    expect(wrong).toMatchObject({ status: 401, error: { code: 'WRONG_PASSWORD' } });
    expect(room.dump()).toEqual(before);
  });

  it('a user name is found whatever its case', async () => {
    expect((await tryPassword(' Laili ', PASSWORD)).ok).toBe(true);
  });
});

describe('limits', () => {
  it('passwords are tried ten times for a name, then wait; other names go on', async () => {
    const strict = await openTestNewsroom({
      limits: { passwordsPerName: 3, passwordsPerAddress: 6 },
    });
    const guess = (username: string) =>
      askServer(strict.server.url, null, 'signIn', {
        username,
        password: 'tebakan',
        device: device(),
      });
    const statuses: number[] = [];
    for (const name of ['laili', 'laili', 'LAILI', 'laili', 'sri', 'sri', 'sri']) {
      const got = await guess(name);
      statuses.push(got.status);
      if (!got.ok && got.status === 429) {
        expect(got.error.code).toBe('TOO_MANY_REQUESTS');
        expect(Number(got.headers.get('retry-after'))).toBeGreaterThan(0);
      }
    }
    // Four for laili, of which the last is too much; then two for sri; the seventh is too many from one address.
    expect(statuses).toEqual([401, 401, 401, 429, 401, 401, 429]);
    await strict.end();
  });

  it('a stolen token is no free try at its owner’s password', async () => {
    const strict = await openTestNewsroom({ limits: { passwordsPerName: 3 } });
    const laptop = await strict.signIn('laili');
    const statuses: number[] = [];
    for (let n = 0; n < 5; n += 1)
      statuses.push((await laptop.ask('confirm', { password: 'tebakan' })).status);
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
    await strict.end();
  });

  it('one address does not flood the server', async () => {
    const strict = await openTestNewsroom({ limits: { requestsPerMinute: 5 } });
    const statuses: number[] = [];
    for (let n = 0; n < 7; n += 1)
      statuses.push((await askServer(strict.server.url, null, 'hello', {})).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
    await strict.end();
  });
});

describe('the register', () => {
  it('user names and sign-off codes are unique, `***` may repeat, grants name desks that exist', async () => {
    const somebody = (over: object) =>
      addPerson(room.server.newsroom, {
        username: 'baru',
        fullName: 'Orang Baru',
        shortName: 'Baru',
        signoffCode: '***',
        grants: [],
        password: PASSWORD,
        ...over,
      });
    await somebody({ signoffCode: 'obr' });
    const before = room.dump();
    await expect(somebody({})).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(somebody({ username: 'lain', signoffCode: 'obr' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await expect(somebody({ username: 'Besar' })).rejects.toMatchObject({ code: 'INVALID' });
    await expect(
      somebody({ username: 'jauh', grants: [{ role: 'editor', desk: 'jepara' }] }),
    ).rejects.toMatchObject({ code: 'INVALID' });
    expect(room.dump()).toEqual(before);
  });
});
