/**
 * How one person works on one laptop: their keys, their sizes, their open tabs. It never leaves the laptop and is no
 * part of any story. Core keeps it field by field: the last write of a field wins, and a field that a newer Redaksi
 * wrote stays as it is.
 */
import { z } from 'zod';
import { storyIdSchema } from '../domain/ids.ts';
import { snippetsSchema } from '../domain/typography/snippets.ts';

/** Every field is optional: absent means that the person never chose. Add yours here. */
export const workspaceSchema = z.strictObject({
  /** Keys that differ from the table's (renderer/commands/table.ts), by command; null took them away. */
  shortcuts: z.record(z.string().max(80), z.string().max(40).nullable()).optional(),
  /** False: no marks under words; absent: they are there. */
  spelling: z.boolean().optional(),
  /** Words that the writer lets stand, story by story. */
  ignoredWords: z.record(storyIdSchema, z.array(z.string().max(64)).max(500)).optional(),
  /** A person's own abbreviations. */
  snippets: snippetsSchema.optional(),
  /** False: quotes and dashes stand as typed, whatever the newsroom's style says. */
  smartTyping: z.boolean().optional(),
  /** How many words a story shall have. */
  targets: z.record(storyIdSchema, z.number().int().positive().max(100_000)).optional(),
  /** The size of the text while writing, in steps from the usual one; and the width of its lines. */
  textSize: z.number().int().min(-10).max(10).optional(),
  measure: z.enum(['narrow', 'normal', 'wide']).optional(),
  /** The line that is written stays at one height. */
  typewriter: z.boolean().optional(),
});
export type Workspace = Readonly<z.infer<typeof workspaceSchema>>;

/** Where the writer was in a story: a block and a place in its text, or a field, and how far it was scrolled. */
export const storyPlaceSchema = z.strictObject({
  /** `block:<id>` or the name of a field outside the body; absent: nowhere yet. */
  at: z.string().max(200).optional(),
  offset: z.number().int().nonnegative().optional(),
  scroll: z.number().int().nonnegative(),
});
export type StoryPlace = Readonly<z.infer<typeof storyPlaceSchema>>;

export const WINDOW_TABS = 60;

/** The tabs of one window, as they are opened again after an end or a crash. */
export const windowSessionSchema = z.strictObject({
  tabs: z
    .array(
      z.strictObject({
        story: storyIdSchema,
        /** Its headline as it was: shown until the story is opened. */
        title: z.string().max(1_000),
        place: storyPlaceSchema.optional(),
      }),
    )
    .max(WINDOW_TABS),
  /** The story in use, or at the left of a split window; null: none was. */
  left: storyIdSchema.nullable(),
  right: storyIdSchema.nullable(),
  side: z.enum(['left', 'right']),
  /** The list of stories was shown, not a story. */
  desk: z.boolean(),
});
export type WindowSession = Readonly<z.infer<typeof windowSessionSchema>>;

/** A window's name: the shell gives it and keeps it over restarts. */
export const windowNameSchema = z.string().regex(/^[a-z0-9-]{1,40}$/);
