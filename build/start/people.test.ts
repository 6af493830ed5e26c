import { describe, expect, it } from 'vitest';
import { type DemoPerson, hasDisplay, peopleTable, personFor } from './people.ts';

const person = (username: string, ...roles: string[]): DemoPerson => ({
  name: `Nama ${username}`,
  username,
  password: 'rahasia',
  roles,
});

const people = [
  person('budi', 'editor', 'reporter'),
  person('sari', 'reporter'),
  person('tono', 'photo'),
];

describe('personFor', () => {
  it('prefers whose first role it is', () => {
    expect(personFor(people, 'reporter').username).toBe('sari');
    expect(personFor(people, 'editor').username).toBe('budi');
  });

  it('takes a username too', () => {
    expect(personFor(people, 'tono').username).toBe('tono');
  });

  it('names the possibilities when nobody fits', () => {
    expect(() => personFor(people, 'boss')).toThrow(/Nobody.*"boss".*editor.*sari/);
  });
});

it('the table shows everyone with a password', () => {
  const lines = peopleTable(people).split('\n');
  expect(lines).toHaveLength(4);
  expect(lines[2]).toMatch(/Nama sari\s+sari\s+rahasia\s+reporter$/);
});

it('a window needs a display server on Linux only', () => {
  expect(hasDisplay('linux', {})).toBe(false);
  expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false);
  expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
  expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
  expect(hasDisplay('darwin', {})).toBe(true);
});
