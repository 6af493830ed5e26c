/** Names of a byline, from the newsroom's register of persons. */
import type { Byline, Signoff } from '../article.ts';
import type { Person } from '../roles.ts';

/** Filler for "no code of their own": it names nobody. */
const NO_CODE = '***';

/** Staff that a person may mean by what is typed: by full name, short name, sign-off code; the closest first. */
export function findPeople(register: readonly Person[], typed: string): readonly Person[] {
  const words = plain(typed).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  return register
    .filter(({ active }) => active)
    .map((person) => ({ person, closeness: closeness(person, words) }))
    .filter(({ closeness: is }) => is > 0)
    .toSorted(
      (a, b) => b.closeness - a.closeness || a.person.fullName.localeCompare(b.person.fullName),
    )
    .map(({ person }) => person);
}

function closeness(person: Person, words: readonly string[]): number {
  const typed = words.join(' ');
  const full = plain(person.fullName);
  const short = plain(person.shortName);
  const code = person.signoffCode === NO_CODE ? '' : plain(person.signoffCode);
  if (code === typed || short === typed || full === typed) return 4;
  if (full.startsWith(typed) || short.startsWith(typed)) return 3;
  const names = `${full} ${short} ${code}`.split(' ');
  return words.every((word) => names.some((name) => name.startsWith(word))) ? 2 : 0;
}

/**
 * What a typed name is: the one member of staff who is called so, or a free name. A code or a short name that two
 * persons share names neither.
 */
export function bylineOf(typed: string, register: readonly Person[]): Byline {
  const name = typed.trim().replaceAll(/\s+/g, ' ');
  const called = (of: (person: Person) => string): readonly Person[] =>
    register.filter((person) => person.active && plain(of(person)) === plain(name));
  for (const people of [
    called(({ fullName }) => fullName),
    called(({ shortName }) => shortName),
    plain(name) === NO_CODE ? [] : called(({ signoffCode }) => signoffCode),
  ]) {
    const [person] = people;
    if (person !== undefined && people.length === 1) return bylineFrom(person);
  }
  return { name };
}

export function bylineFrom(person: Person): Byline {
  return { name: person.fullName, person: person.id };
}

export function signoffOf(person: Person): Signoff {
  return { short: person.shortName, code: person.signoffCode };
}

/**
 * The sign-offs after the writers changed. The first writer's stands first when there was none, or when the one that
 * stood there was the former first writer's; what somebody wrote by hand stays.
 */
export function signoffsAfter({
  before,
  after,
  signoffs,
  register,
}: {
  readonly before: readonly Byline[];
  readonly after: readonly Byline[];
  readonly signoffs: readonly Signoff[];
  readonly register: readonly Person[];
}): readonly Signoff[] {
  const first = personOf(after[0], register);
  if (first === undefined) return signoffs;
  const former = personOf(before[0], register);
  const [stands] = signoffs;
  const filled = signoffOf(first);
  if (stands === undefined) return [filled];
  const isFormers = former !== undefined && sameSignoff(stands, signoffOf(former));
  return isFormers ? [filled, ...signoffs.slice(1)] : signoffs;
}

export function personOf(
  byline: Byline | undefined,
  register: readonly Person[],
): Person | undefined {
  return byline?.person === undefined ? undefined : register.find(({ id }) => id === byline.person);
}

export function sameSignoff(a: Signoff, b: Signoff): boolean {
  return a.short === b.short && a.code === b.code;
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .trim()
    .replaceAll(/\s+/g, ' ')
    .toLowerCase();
}
