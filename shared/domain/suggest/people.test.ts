import { describe, expect, it } from 'vitest';
import { newId, type PersonId } from '../ids.ts';
import type { Person } from '../roles.ts';
import { bylineFrom, bylineOf, findPeople, signoffOf, signoffsAfter } from './people.ts';

const person = (
  fullName: string,
  shortName: string,
  signoffCode: string,
  active = true,
): Person => ({
  id: newId<PersonId>(),
  username: shortName.toLowerCase().replaceAll(/\W/g, '') || 'x',
  fullName,
  shortName,
  signoffCode,
  grants: [],
  active,
});
const laili = person('Laili Shofiyah', 'Laili S', '***');
const zainal = person('M Zainal Arifin', 'Zainal', 'maz');
const maya = person('Maya Zakiya', 'Maya', 'mzk');
const gone = person('Lama Sekali', 'Lama', 'lam', false);
const register = [laili, zainal, maya, gone];
const names = (typed: string): string[] =>
  findPeople(register, typed).map(({ fullName }) => fullName);

describe('the register', () => {
  it.each([
    ['lai', ['Laili Shofiyah']],
    ['shofi', ['Laili Shofiyah']],
    ['maz', ['M Zainal Arifin']],
    ['zainal arif', ['M Zainal Arifin']],
    ['m z', ['M Zainal Arifin', 'Maya Zakiya']],
    ['LAILI S', ['Laili Shofiyah']],
    ['', []],
    ['***', []],
    ['xyz', []],
  ])('finds by name, short name and code: “%s”', (typed, found) => {
    expect(names(typed)).toEqual(found);
  });

  it('offers nobody who has left', () => {
    expect(names('lama')).toEqual([]);
  });

  it('resolves a full name, a short name and a code of one’s own, and takes the rest for free names', () => {
    expect(bylineOf(' laili  shofiyah ', register)).toEqual(bylineFrom(laili));
    expect(bylineOf('Zainal', register)).toEqual(bylineFrom(zainal));
    expect(bylineOf('mzk', register)).toEqual(bylineFrom(maya));
    expect(bylineOf('***', register)).toEqual({ name: '***' });
    expect(bylineOf('Kontributor Bayat', register)).toEqual({ name: 'Kontributor Bayat' });
    expect(bylineOf('Lama Sekali', register)).toEqual({ name: 'Lama Sekali' });
  });

  it('resolves nobody by a short name that two share', () => {
    const twin = person('Maya Sari', 'Maya', 'msr');
    expect(bylineOf('Maya', [...register, twin])).toEqual({ name: 'Maya' });
  });
});

describe('the sign-off', () => {
  const after = (
    before: readonly Person[],
    now: readonly Person[],
    signoffs: Parameters<typeof signoffsAfter>[0]['signoffs'],
  ) =>
    signoffsAfter({
      before: before.map(bylineFrom),
      after: now.map(bylineFrom),
      signoffs,
      register,
    });

  it('of the first writer is filled in, and follows the first writer', () => {
    expect(after([], [laili], [])).toEqual([signoffOf(laili)]);
    expect(after([laili], [zainal, laili], [signoffOf(laili)])).toEqual([signoffOf(zainal)]);
  });

  it('that somebody wrote by hand stays', () => {
    const own = [{ short: 'Laili S', code: 'abc' }];
    expect(after([laili], [zainal], own)).toEqual(own);
  });

  it('of others stays behind it', () => {
    const editor = { short: '', code: 'red' };
    expect(after([laili], [maya], [signoffOf(laili), editor])).toEqual([signoffOf(maya), editor]);
  });

  it('stays when no writer is left, or the first is a free name', () => {
    expect(after([laili], [], [signoffOf(laili)])).toEqual([signoffOf(laili)]);
    expect(
      signoffsAfter({
        before: [bylineFrom(laili)],
        after: [{ name: 'Kontributor' }],
        signoffs: [signoffOf(laili)],
        register,
      }),
    ).toEqual([signoffOf(laili)]);
  });
});
