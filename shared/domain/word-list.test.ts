import { describe, expect, it } from 'vitest';
import { newId, type DeskId, type PersonId } from './ids.ts';
import { ROLES, type Role } from './roles.ts';
import { listableWordSchema, mayWish } from './word-list.ts';

const somebody = newId<PersonId>();

function person(role: Role, active = true) {
  return { id: newId<PersonId>(), active, grants: [{ role, desk: 'solo' as DeskId }] };
}

describe('a word for the list', () => {
  it.each(['Hamenang', 'Prokopim', 'anak-anak', "Jum'at", 'S.Pd', 'é', 'Covid-19', 'G20'])(
    'is one word: %s',
    (word) => {
      expect(listableWordSchema.safeParse(word).success).toBe(true);
    },
  );

  it.each(['', ' ', 'kerja sama', '-nya', 'x-', '12', '<b>', 'e\u0301', 'a\u0000', 'x'.repeat(65)])(
    'is nothing else: %j',
    (word) => {
      expect(listableWordSchema.safeParse(word).success).toBe(false);
    },
  );
});

describe('who may change the list', () => {
  it.each(ROLES)('%s may add, and take back their own', (role) => {
    const her = person(role);
    expect(mayWish(her, { listed: true }, null)).toBe(true);
    expect(mayWish(her, { listed: false }, her.id)).toBe(true);
  });

  it('only those who read for others take off what somebody else added', () => {
    const able = ROLES.filter((role) => mayWish(person(role), { listed: false }, somebody));
    expect(able).toEqual(['editor', 'publisher', 'admin']);
  });

  it('nobody who has left the newsroom, and nobody without a role', () => {
    expect(mayWish(person('admin', false), { listed: true }, null)).toBe(false);
    expect(mayWish({ ...person('admin'), grants: [] }, { listed: true }, null)).toBe(false);
  });
});
