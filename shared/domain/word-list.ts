/** The newsroom's own words: names and terms that no dictionary knows, kept by everybody for everybody. */
import { z } from 'zod';
import { commandIdSchema, personIdSchema, type PersonId } from './ids.ts';
import { ROLES, type Person, type Role } from './roles.ts';

export const wordLanguageSchema = z.enum(['id', 'en']);
export type WordLanguage = z.infer<typeof wordLanguageSchema>;

/** One word as it is printed: letters with their marks, joined by hyphen, apostrophe or dot; digits only inside. */
export const listableWordSchema = z
  .string()
  .max(64)
  .regex(/^\p{L}[\p{L}\p{M}\p{N}]*(?:['’.-][\p{L}\p{M}\p{N}]+)*$/u, 'not one word')
  .refine((word) => word === word.normalize('NFC'), 'not in Unicode form C');

/** Puts a word on the list or takes it off: the whole wish, so that it can wait and be sent again. */
export const wordWishSchema = z.strictObject({
  /** The idempotency key: the same id with the same wish gets the same answer, and changes nothing twice. */
  id: commandIdSchema,
  language: wordLanguageSchema,
  word: listableWordSchema,
  listed: z.boolean(),
});
export type WordWish = Readonly<z.infer<typeof wordWishSchema>>;

/** A word as the server knows it after the newest wish. */
export const wordRecordSchema = wordWishSchema.omit({ id: true }).extend({
  /** Who wished it. */
  person: personIdSchema,
  at: z.iso.datetime(),
});
export type WordRecord = Readonly<z.infer<typeof wordRecordSchema>>;

/** Who may do what to the list, at whatever desk: the list is the whole newsroom's. */
export const WORD_RIGHTS = {
  /** A word that somebody does not have to look up twice helps all. */
  add: ROLES,
  /** What one added by mistake, one takes back. */
  'remove-own': ROLES,
  /** A wrong word hides a mistake from everybody: whoever reads for others may take it off. */
  remove: ['editor', 'publisher', 'admin'],
} as const satisfies Record<string, readonly Role[]>;

/** @param listedBy who put the word on the list; null when it is not on it */
export function mayWish(
  person: Pick<Person, 'id' | 'grants' | 'active'>,
  wish: Pick<WordWish, 'listed'>,
  listedBy: PersonId | null,
): boolean {
  const right = wish.listed ? 'add' : listedBy === person.id ? 'remove-own' : 'remove';
  const allowed: readonly Role[] = WORD_RIGHTS[right];
  return person.active && person.grants.some(({ role }) => allowed.includes(role));
}
