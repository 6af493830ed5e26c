/** A word on the newsroom's list, or off it. */
import { RedaksiError } from '#shared/contract/errors.ts';
import { hashValue } from '#shared/domain/canonical.ts';
import { mayWish, type WordRecord, type WordWish } from '#shared/domain/word-list.ts';
import { sessionByHash, type Session } from '../sessions.ts';
import type { Newsroom } from './newsroom.ts';

/**
 * @returns the record after the wish; for a repeat of the same wish, the same one, whatever came in between
 * @throws FORBIDDEN, COMMAND_REUSED
 */
export function putWord(
  { store, clock }: Newsroom,
  caller: Session,
  wish: WordWish,
): Promise<WordRecord> {
  return store.write(async (records) => {
    const at = clock().toISOString();
    // SECURITY: a token that was revoked meanwhile changes nothing.
    const { person, device } = await sessionByHash(records, clock(), caller.tokenHash);
    const fingerprint = hashValue<string>(wish);
    const given = await records.commands.get(wish.id);
    if (given !== undefined) {
      // SECURITY: an answer is given again only to whoever asked, for exactly what was asked.
      if (given.fingerprint !== fingerprint || given.person !== person.id)
        throw new RedaksiError('COMMAND_REUSED', 'this id was used for something else');
      return JSON.parse(given.receipt) as WordRecord;
    }
    const { id, language, word, listed } = wish;
    const before = await records.words.get({ language, word });
    const isListed = before?.listed === true;
    const wished: WordRecord = { language, word, listed, person: person.id, at };
    // What is so already stays as it was: who put a word there first is who may take it back.
    const record = isListed === listed ? (before ?? wished) : wished;
    if (isListed !== listed) {
      if (!mayWish(person, wish, isListed ? before.person : null))
        throw new RedaksiError('FORBIDDEN', 'this person may not change the list so', {
          because: 'wrong-role',
        });
      await records.words.put(record);
      await records.events.append({ kind: 'word', word: record });
      await records.audit.append({
        at,
        person: person.id,
        device,
        action: listed ? 'word listed' : 'word taken off',
        story: null,
        detail: { language, word },
      });
    }
    await records.commands.add({
      id,
      person: person.id,
      fingerprint,
      receipt: JSON.stringify(record),
    });
    return record;
  });
}
