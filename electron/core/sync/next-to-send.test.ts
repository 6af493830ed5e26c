import { describe, expect, it } from 'vitest';
import type { PersonId } from '#shared/domain/ids.ts';
import type { OutboxEntry } from '../db/outbox.ts';
import { nextToSend } from './next-to-send.ts';

const ME = 'me' as PersonId;
const COLLEAGUE = 'colleague' as PersonId;

type Row = Pick<OutboxEntry, 'n' | 'kind' | 'person' | 'state' | 'nextAt'>;

/** `version`, `photo!` (set aside), `command@9` (not before 9), `version~` (a colleague's). */
function rows(...texts: readonly string[]): Row[] {
  return texts.map((text, n) => ({
    n,
    kind: /^[a-z]+/.exec(text)?.[0] as Row['kind'],
    person: text.includes('~') ? COLLEAGUE : ME,
    state: text.includes('!') ? 'set-aside' : 'waiting',
    nextAt: Number(/@(\d+)/.exec(text)?.[1] ?? 0),
  }));
}

describe('what goes next of a story', () => {
  it.each([
    ['the story before everything', ['story', 'version', 'command'], [0]],
    ['then all its versions together', ['version', 'version', 'command'], [0, 1]],
    ['versions overtake a photo', ['photo', 'version', 'command'], [1]],
    ['a command waits for the photo before it', ['photo', 'command'], []],
    ['a command does not wait for a photo that came later', ['command', 'photo'], [0]],
    ['a command waits for no photo that was refused', ['photo!', 'command'], [1]],
    ['text after a command waits for it', ['command', 'version'], [0]],
    ['a refused version holds the command back', ['version!', 'command'], []],
    ['but not the versions after it', ['version!', 'version', 'command'], [1]],
    ['a refused story holds everything back', ['story!', 'version'], []],
    ['a refused command holds nothing back', ['command!', 'version', 'command'], [1]],
    ['what is not due yet waits', ['version@9', 'command'], []],
    ['and everything behind it', ['version@9', 'version'], []],
    ['nothing goes in a colleague’s name', ['version~', 'version'], []],
    ['ours before a colleague’s goes', ['version', 'version~', 'command'], [0]],
    ['nothing waits, nothing goes', [], []],
  ])('%s', (_, texts, expected) => {
    const next = nextToSend(rows(...texts), { person: ME, now: 5 });
    expect(next.map(({ n }) => n)).toEqual(expected);
  });
});
