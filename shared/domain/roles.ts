/** Who may do what: roles are granted per desk, or for the whole newsroom (`*`). */
import { z } from 'zod';
import { typographySchema } from './typography/typing.ts';
import { deskIdSchema, personIdSchema, siteIdSchema, type DeskId } from './ids.ts';

export const ROLES = ['reporter', 'editor', 'photo', 'publisher', 'admin'] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

export const roleGrantSchema = z.strictObject({
  role: roleSchema,
  desk: z.union([deskIdSchema, z.literal('*')]),
});
export type RoleGrant = Readonly<z.infer<typeof roleGrantSchema>>;

/** A member of staff, as everyone in the newsroom may see them. */
export const personSchema = z.strictObject({
  id: personIdSchema,
  username: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/),
  fullName: z.string().min(1).max(200),
  /** As in the sign-off: "Laili S". */
  shortName: z.string().max(100),
  /** Unique in the newsroom; `***` is filler for "no code" and may repeat. */
  signoffCode: z.string().max(20),
  grants: z.array(roleGrantSchema).readonly(),
  active: z.boolean(),
});
export type Person = Readonly<z.infer<typeof personSchema>>;

/** A brand that readers know, and how it prints. */
export const siteSchema = z.strictObject({
  id: siteIdSchema,
  name: z.string().min(1).max(200),
  /** In the dateline: "TRIBUNJATENG.COM". */
  datelineBrand: z.string().max(200),
  datelineSeparator: z.string().max(8),
  /** "Sumber: …" below the story. */
  sourceName: z.string().max(200),
  language: z.enum(['id', 'en']),
  /** `{year}` stands for the year of publication. */
  copyrightTemplate: z.string().max(1_000),
  /** How it prints quotes and dashes; absent: as typed. */
  typography: typographySchema.optional(),
  /** How long a headline may be, in characters; absent: `HEADLINE_LIMIT`. */
  headlineLimit: z.number().int().min(20).max(500).optional(),
  /** How long a deck may be, in characters; absent: as long as it needs to be. */
  deckLimit: z.number().int().min(20).max(2_000).optional(),
});
/** Where search results cut a headline. */
export const HEADLINE_LIMIT = 110;
export type Site = Readonly<z.infer<typeof siteSchema>>;

export const deskSchema = z.strictObject({
  id: deskIdSchema,
  name: z.string().min(1).max(200),
  site: siteIdSchema,
  /** In the dateline: "KLATEN". */
  datelinePlace: z.string().max(200),
  /** The kicker: "Berita Klaten". */
  section: z.string().max(200),
});
export type Desk = Readonly<z.infer<typeof deskSchema>>;

/** The roles that a person has at one desk. */
export function rolesAt(
  person: Pick<Person, 'grants' | 'active'>,
  desk: DeskId,
): ReadonlySet<Role> {
  if (!person.active) return new Set();
  return new Set(
    person.grants
      .filter((grant) => grant.desk === '*' || grant.desk === desk)
      .map((grant) => grant.role),
  );
}
