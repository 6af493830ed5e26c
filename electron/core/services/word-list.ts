/** The newsroom's word list on this laptop: what the server told, and over it what was wished here and waits. */
import { RedaksiError } from '#shared/contract/errors.ts';
import type { CoreOutput, CoreParsedInput, ListedWord } from '#shared/contract/core.ts';
import type { CommandId } from '#shared/domain/ids.ts';
import { mayWish, wordWishSchema, type WordWish } from '#shared/domain/word-list.ts';
import { isoNow } from '../clock.ts';
import { commit } from '../context.ts';
import type { OutboxEntry } from '../db/outbox.ts';
import type { SyncContext } from '../sync/sync-context.ts';

/** The wish that an outbox row carries. */
export function wishOf(row: Pick<OutboxEntry, 'body'>): WordWish {
  return wordWishSchema.parse(JSON.parse(row.body));
}

export function listWords(context: SyncContext): CoreOutput<'words.list'> {
  return { words: [...wordsByKey(context).values()].toSorted(byWord) };
}

/** Committed here at once; sent when the server can be reached. SIGN_IN_REQUIRED, FORBIDDEN. */
export function putWord(context: SyncContext, wish: CoreParsedInput<'words.put'>): void {
  const { store, session, newId, news } = context;
  const person = session.requirePerson();
  const known = wordsByKey(context).get(keyOf(wish)) ?? null;
  if ((known !== null) === wish.listed) return;
  if (!mayWish(person, wish, known?.person ?? null)) {
    throw new RedaksiError('FORBIDDEN', 'this person may not change the list so', {
      because: 'wrong-role',
    });
  }
  const id = newId() as CommandId;
  const body = JSON.stringify({ id, ...wish } satisfies WordWish);
  commit(context, () =>
    store.outbox.add({ kind: 'word', ref: id, story: null, person: person.id, body }),
  );
  context.outboxGrew();
  news.tell({ event: 'words.changed', payload: {} });
}

function wordsByKey({ store, clock }: SyncContext): Map<string, ListedWord> {
  const words = new Map<string, ListedWord>(
    store.wordList.all().map((record) => [keyOf(record), { ...record, unsent: false }]),
  );
  for (const row of store.outbox.words()) {
    const { language, word, listed } = wishOf(row);
    const key = keyOf({ language, word });
    if (!listed) words.delete(key);
    else if (!words.has(key)) {
      words.set(key, { language, word, person: row.person, at: isoNow(clock), unsent: true });
    }
  }
  return words;
}

function keyOf({ language, word }: Pick<WordWish, 'language' | 'word'>): string {
  return `${language} ${word}`;
}

function byWord(a: ListedWord, b: ListedWord): number {
  return a.word.localeCompare(b.word, a.language);
}
