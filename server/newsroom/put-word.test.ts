import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, type CommandId } from '#shared/domain/ids.ts';
import type { WordWish } from '#shared/domain/word-list.ts';
import { expectRefused } from '../testing/expect-refused.ts';
import { openTestNewsroom, type Laptop, type TestNewsroom } from '../testing/newsroom-kit.ts';

let room: TestNewsroom;
let laili: Laptop, sri: Laptop, zainal: Laptop;
beforeAll(async () => {
  room = await openTestNewsroom();
  laili = await room.signIn('laili');
  sri = await room.signIn('sri');
  zainal = await room.signIn('zainal');
});
afterAll(() => room.end());

function wish(word: string, listed = true, language: WordWish['language'] = 'id'): WordWish {
  return { id: newId<CommandId>(), language, word, listed };
}

/** What the newsroom hears of the list after a cursor. */
async function heard(after: number) {
  const { events } = await laili.get('events', { after });
  return events.flatMap((event) =>
    event.kind === 'word' ? [[event.word.word, event.word.listed, event.word.person]] : [],
  );
}
const head = async () => (await laili.get('health', {})).head;

describe('the newsroom’s word list', () => {
  it('takes a word from any member of staff and tells everybody', async () => {
    const before = await head();
    const { word } = await sri.get('putWord', wish('Prokopim'));
    expect(word).toMatchObject({ word: 'Prokopim', listed: true, person: sri.person.id });
    expect(await heard(before)).toEqual([['Prokopim', true, sri.person.id]]);
  });

  it('answers a repeat as before, also when somebody took the word off in between', async () => {
    const hers = wish('Dispersip');
    const first = await laili.get('putWord', hers);
    await zainal.get('putWord', wish('Dispersip', false));
    const before = room.dump();
    expect(await laili.get('putWord', hers)).toEqual(first);
    expect(room.dump()).toEqual(before);
  });

  it('keeps who put a word there first: a second wish for it is no event', async () => {
    await laili.get('putWord', wish('Hamenang'));
    const before = await head();
    const { word } = await sri.get('putWord', wish('Hamenang'));
    expect(word.person).toBe(laili.person.id);
    expect(await heard(before)).toEqual([]);
  });

  it('lets one take back one’s own word, and an editor anybody’s, but not a colleague', async () => {
    await laili.get('putWord', wish('salahketik'));
    const refusal = { because: 'wrong-role' };
    await expectRefused(room, sri, 'putWord', wish('salahketik', false), 'FORBIDDEN', refusal);
    expect((await laili.get('putWord', wish('salahketik', false))).word.listed).toBe(false);
    await laili.get('putWord', wish('salahketik'));
    expect((await zainal.get('putWord', wish('salahketik', false))).word.listed).toBe(false);
    // What is off already may be taken off by anybody: nothing happens.
    expect((await sri.get('putWord', wish('salahketik', false))).word.listed).toBe(false);
  });

  it('keeps the two languages apart', async () => {
    await laili.get('putWord', wish('aloud', true, 'en'));
    const before = await head();
    await laili.get('putWord', wish('aloud', true, 'id'));
    expect(await heard(before)).toEqual([['aloud', true, laili.person.id]]);
  });

  it('refuses one id for two wishes, and another person’s id', async () => {
    const hers = wish('Satpol');
    await laili.get('putWord', hers);
    const other = { ...hers, word: 'Linmas' };
    await expectRefused(room, laili, 'putWord', other, 'COMMAND_REUSED');
    await expectRefused(room, sri, 'putWord', hers, 'COMMAND_REUSED');
  });

  it('refuses what is not one word', async () => {
    for (const word of ['', 'dua kata', '<script>', '-nya', 'a'.repeat(65), 'e\u0301'])
      await expectRefused(room, laili, 'putWord', wish(word), 'INVALID');
  });

  it('writes each change into the log, with who and on which laptop', async () => {
    await laili.get('putWord', wish('Kemalang'));
    const { entries } = await zainal.get('auditTrail', {});
    expect(entries.at(-1)).toMatchObject({
      action: 'word listed',
      person: laili.person.id,
      device: laili.device,
      detail: { language: 'id', word: 'Kemalang' },
    });
  });

  it('takes nothing under a token that was revoked', async () => {
    const gone = await room.signIn('solo');
    await gone.get('signOut', {});
    await expectRefused(room, gone, 'putWord', wish('Solo'), 'SIGN_IN_REQUIRED');
  });
});
