/**
 * What the window may ask of core (the laptop's newsroom engine), and what core tells the window.
 * One table of methods with their schemas; core's handlers `satisfies CoreHandlers`, the window's client is typed from it.
 * `core.*` exists wherever Redaksi runs; what only a desktop has is in shell.ts.
 */
import { z } from 'zod';
import { articleSchema } from '../domain/article.ts';
import { articleChangeSchema } from '../domain/change.ts';
import { mergeNoteSchema } from '../domain/merge/merge.ts';
import {
  contentHashSchema,
  deskIdSchema,
  personIdSchema,
  photoHashSchema,
  storyIdSchema,
  versionIdSchema,
} from '../domain/ids.ts';
import { deskSchema, personSchema, siteSchema } from '../domain/roles.ts';
import { STORY_TEXT_FORMS } from '../domain/story-text/houses.ts';
import { publicationSchema, sealSchema, sealedFindingSchema } from '../domain/seal.ts';
import { versionReasonSchema } from '../domain/version.ts';
import { LINK_REFUSALS } from '../domain/suggest/rank.ts';
import { storyStateSchema, workflowCommandSchema, CONDITIONS } from '../domain/workflow.ts';
import { windowNameSchema, windowSessionSchema, workspaceSchema } from './workspace.ts';
import { wordRecordSchema, wordWishSchema } from '../domain/word-list.ts';

import { EXPORT_KINDS, readStoryFileSchema } from './files.ts';

export const sessionSchema = z.strictObject({
  /** Who writes on this laptop; null before the first sign-in. Stays while offline. */
  person: personSchema.nullable(),
  server: z.url().nullable(),
  /** False when the login ended: writing goes on, the queue waits. */
  signedIn: z.boolean(),
  /** True when the token lives in memory only, because this machine has no safe place for it. */
  tokenInMemoryOnly: z.boolean(),
});

export const SYNC_PROBLEMS = [
  'damaged-file',
  'stranger',
  'other-server',
  'server-behind',
  'protocol',
  'bad-signature',
  'server-busy',
  'incomplete',
] as const;
export type SyncProblem = (typeof SYNC_PROBLEMS)[number];

export const syncStatusSchema = z.strictObject({
  /** `paused`: needs sign-in. `set-aside`: something was refused and waits for a person. */
  state: z.enum(['idle', 'sending', 'offline', 'paused']),
  /** Things on this laptop that the server has not confirmed: versions, photos and commands. */
  pending: z.number().int().nonnegative(),
  /** Items the server refused for good; each stands alone, the queue moves on. */
  setAside: z.number().int().nonnegative(),
  lastContact: z.iso.datetime().nullable(),
  /** Something that a person should know about the connection; the interface has words for each. */
  problem: z.enum(SYNC_PROBLEMS).nullable(),
});

/** A refusal in a form that the interface can say in words. */
export const permissionSchema = z.discriminatedUnion('allowed', [
  z.strictObject({ allowed: z.literal(true) }),
  z.strictObject({
    allowed: z.literal(false),
    because: z.enum([
      'wrong-state',
      'wrong-role',
      'preflight',
      'not-sent',
      'waiting',
      'sealed-already',
      ...CONDITIONS,
    ]),
  }),
]);

export const findingSchema = z.strictObject({
  rule: z.string(),
  severity: z.enum(['blocks', 'warns', 'notes']),
  /** A furniture field, `photo:<use>.<field>` or `block:<id>`. */
  where: z.string(),
});

export const storySummarySchema = z.strictObject({
  id: storyIdSchema,
  desk: deskIdSchema,
  headline: z.string(),
  /** Names as in the byline. */
  writers: z.array(z.string()),
  state: storyStateSchema,
  /** The person whose story it is. */
  createdBy: personIdSchema,
  words: z.number().int().nonnegative(),
  /** The lead photo, for a thumbnail. */
  photo: photoHashSchema.nullable(),
  updatedAt: z.iso.datetime(),
  /** Anything of it still waits to be sent. */
  unsent: z.boolean(),
  /** Text on this laptop is newer than what is sealed. */
  changedSinceSeal: z.boolean(),
  reason: z.string(),
  url: z.url().nullable(),
});

/** Another story, as a link to it stands now. */
export const linkedStorySchema = z.strictObject({
  story: storyIdSchema,
  /** As readers see it where they can, else as it is being written; it may be empty. */
  title: z.string(),
  state: storyStateSchema,
  desk: deskIdSchema,
  writers: z.array(z.string()),
  updatedAt: z.iso.datetime(),
  publishedAt: z.iso.datetime().nullable(),
  url: z.url().nullable(),
});

export const storyViewSchema = z.strictObject({
  summary: storySummarySchema,
  article: articleSchema,
  /** Rises with every change that core has committed; a save names the one it builds on. */
  revision: z.number().int().nonnegative(),
  content: contentHashSchema,
  /** SECURITY: fencing token of this editing window; a later `story.open` for editing makes it stale. */
  editing: z.string().nullable(),
  permissions: z.record(workflowCommandSchema, permissionSchema),
  findings: z.array(findingSchema),
  seal: sealSchema.nullable(),
  /** Names of persons who appear in seal and history need no look-up. */
  sealedBy: z.string().nullable(),
  publications: z.array(publicationSchema),
  /** Places where a merge met two changes of the same words: both texts, until a person settles them. */
  mergeNotes: z.array(mergeNoteSchema),
  /** Commands given here that the server has not answered. */
  waiting: z.array(z.string()),
  /** Why the server refused the newest command, if it did. */
  refused: z
    .strictObject({ command: z.string(), code: z.string(), because: z.string().nullable() })
    .nullable(),
});

export const photoSchema = z.strictObject({
  hash: photoHashSchema,
  fileName: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
  /** What the file itself says (IPTC, XMP, EXIF), as a proposal; empty where it says nothing. */
  proposal: z.strictObject({
    slug: z.string(),
    caption: z.string(),
    credit: z.string(),
    alt: z.string(),
  }),
  /** `here`: the original is on this laptop; `preview`: only the preview; `awaited`: nothing yet. */
  state: z.enum(['here', 'preview', 'awaited']),
});

export const historyEntrySchema = z.strictObject({
  id: versionIdSchema,
  parents: z.array(versionIdSchema),
  at: z.iso.datetime(),
  person: z.string(),
  device: z.string(),
  reason: versionReasonSchema,
  content: contentHashSchema,
  words: z.number().int().nonnegative(),
  head: z.boolean(),
  sealed: z.boolean(),
});

/** A word of the newsroom's list. */
export const listedWordSchema = wordRecordSchema.omit({ listed: true }).extend({
  /** The server has not confirmed it yet. */
  unsent: z.boolean(),
});

const nothing = z.strictObject({});
const ofStory = z.strictObject({ story: storyIdSchema });

export const CORE_METHODS = {
  'session.get': { input: nothing, output: sessionSchema },
  /** Needs the network. The person and the newsroom's registers stay on this laptop afterwards. */
  'session.signIn': {
    input: z.strictObject({
      server: z.url(),
      username: z.string().trim().max(64),
      password: z.string().max(1_024),
    }),
    output: sessionSchema,
  },
  /** Refused while unsent text would be orphaned? No: text stays on the laptop, under its person. */
  'session.signOut': { input: nothing, output: sessionSchema },
  'newsroom.get': {
    input: nothing,
    output: z.strictObject({
      name: z.string(),
      sites: z.array(siteSchema),
      desks: z.array(deskSchema),
      people: z.array(personSchema),
    }),
  },
  'sync.get': { input: nothing, output: syncStatusSchema },
  /** Try now instead of at the next back-off. */
  'sync.now': { input: nothing, output: syncStatusSchema },
  'stories.list': {
    input: z.strictObject({
      view: z.enum(['mine', 'review', 'ready', 'published', 'all']),
      /** Words to find; empty lists the view by time. */
      query: z.string().max(500).default(''),
    }),
    output: z.strictObject({
      stories: z.array(storySummarySchema),
      counts: z.record(z.string(), z.number()),
    }),
  },
  /** Stories to link from one that is being written: the closest to its text, or those that hold the words typed. */
  'stories.related': {
    input: ofStory.extend({ query: z.string().max(500).default('') }),
    output: z.strictObject({
      stories: z.array(
        linkedStorySchema.extend({
          /** Why it can't be linked from this story; null when it can. */
          refusal: z.enum(LINK_REFUSALS).nullable(),
        }),
      ),
    }),
  },
  /** How the stories that a text links to stand now; those that are not on this laptop are left out. */
  'stories.linked': {
    input: z.strictObject({ stories: z.array(storyIdSchema).max(1_000) }),
    output: z.strictObject({ stories: z.array(linkedStorySchema) }),
  },
  /** Makes a story on this laptop, with furniture filled in from person, desk and site. Offline is normal. */
  'story.create': {
    input: z.strictObject({ desk: deskIdSchema }),
    output: z.strictObject({ story: storyIdSchema }),
  },
  'story.open': {
    input: z.strictObject({ story: storyIdSchema, forEditing: z.boolean() }),
    output: storyViewSchema,
  },
  /** The answer means: committed to this laptop's disk. */
  'story.save': {
    input: z.strictObject({
      story: storyIdSchema,
      editing: z.string(),
      revision: z.number().int().nonnegative(),
      change: articleChangeSchema,
    }),
    output: z.strictObject({
      revision: z.number().int(),
      content: contentHashSchema,
      savedAt: z.iso.datetime(),
    }),
  },
  /** Cuts a version now, if anything changed since the last one. */
  'story.cut': {
    input: z.strictObject({ story: storyIdSchema, reason: versionReasonSchema }),
    output: nothing,
  },
  'story.history': {
    input: ofStory,
    output: z.strictObject({ versions: z.array(historyEntrySchema) }),
  },
  'story.version': {
    input: z.strictObject({ story: storyIdSchema, version: versionIdSchema }),
    output: z.strictObject({ article: articleSchema }),
  },
  /** A command is put into the outbox and sent when the server can be reached; the interface shows it as asked for. */
  'story.submit': { input: ofStory, output: storyViewSchema },
  'story.recall': { input: ofStory, output: storyViewSchema },
  'story.return': {
    input: ofStory.extend({ reason: z.string().trim().min(1).max(2_000) }),
    output: storyViewSchema,
  },
  /** Seals exactly the content that the editor saw. Needs the server and the password, because it must be decided there. */
  'story.approve': {
    input: ofStory.extend({
      content: contentHashSchema,
      password: z.string().min(1).max(1_024),
      overrides: z.array(sealedFindingSchema).default([]),
    }),
    output: storyViewSchema,
  },
  'story.publish': {
    input: ofStory.extend({ content: contentHashSchema }),
    output: storyViewSchema,
  },
  'story.withdraw': {
    input: ofStory.extend({ reason: z.string().trim().min(1).max(2_000) }),
    output: storyViewSchema,
  },
  'story.spike': {
    input: ofStory.extend({ reason: z.string().trim().max(2_000) }),
    output: storyViewSchema,
  },
  'story.revive': { input: ofStory, output: storyViewSchema },
  /** Takes in a file that the shell admitted; the same picture twice is one photo. */
  'photo.import': {
    input: z.strictObject({
      admitted: z.string().max(200),
      /** What the file was called, for people to read; never a path. */
      fileName: z.string().max(255).optional(),
    }),
    output: photoSchema,
  },
  /** Writes the story as it is on disk; the shell saves or prints what the ticket names. */
  'story.export': {
    input: ofStory.extend({
      as: z.enum(EXPORT_KINDS),
      /** The house form of a story text. */
      form: z.enum(STORY_TEXT_FORMS).default('tribun'),
      /** Of the words that stand around the story: whether it is a draft. */
      language: z.enum(['id', 'en']),
    }),
    output: z.strictObject({
      ticket: z.string(),
      fileName: z.string(),
      /** Kinds of blocks that a newer Redaksi wrote: no file has them. */
      leftOut: z.array(z.string()),
    }),
  },
  /** Reads a file that the shell admitted as a story; nothing is changed. The pictures in it become photos. */
  'files.read': {
    input: z.strictObject({ admitted: z.string().max(200), fileName: z.string().max(255) }),
    output: readStoryFileSchema,
  },
  'photo.get': { input: z.strictObject({ hash: photoHashSchema }), output: photoSchema.nullable() },
  /** The newsroom's word list, as it will be when what waits here is sent. */
  'words.list': {
    input: nothing,
    output: z.strictObject({ words: z.array(listedWordSchema) }),
  },
  /** Puts a word on the list or takes it off; offline is normal. FORBIDDEN by `WORD_RIGHTS`. */
  'words.put': { input: wordWishSchema.omit({ id: true }), output: nothing },
  /** How this person works on this laptop; never part of a story, never sent. */
  'workspace.get': { input: nothing, output: workspaceSchema },
  /** Writes the fields that are given; all others stay. The answer is the whole. */
  'workspace.set': { input: workspaceSchema, output: workspaceSchema },
  /** The tabs that a window had, for after an end or a crash. */
  'window.get': {
    input: z.strictObject({ window: windowNameSchema }),
    output: windowSessionSchema.nullable(),
  },
  /** null: the window was closed for good. */
  'window.set': {
    input: z.strictObject({ window: windowNameSchema, session: windowSessionSchema.nullable() }),
    output: nothing,
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

export const CORE_EVENTS = {
  'session.changed': sessionSchema,
  'newsroom.changed': nothing,
  'sync.changed': syncStatusSchema,
  /** Something in the lists changed. */
  'stories.changed': nothing,
  /** One story changed other than by this window's own save; `revision` as in the view. */
  'story.changed': z.strictObject({ story: storyIdSchema, revision: z.number().int() }),
  'photo.changed': z.strictObject({ hash: photoHashSchema }),
  /** Another window of this person changed how they work. */
  'workspace.changed': nothing,
  'words.changed': nothing,
} as const satisfies Record<string, z.ZodType>;

export type CoreMethod = keyof typeof CORE_METHODS;
export type CoreInput<Method extends CoreMethod> = z.input<(typeof CORE_METHODS)[Method]['input']>;
export type CoreParsedInput<Method extends CoreMethod> = z.output<
  (typeof CORE_METHODS)[Method]['input']
>;
export type CoreOutput<Method extends CoreMethod> = z.output<
  (typeof CORE_METHODS)[Method]['output']
>;
export type CoreHandlers = {
  readonly [Method in CoreMethod]: (
    input: CoreParsedInput<Method>,
  ) => CoreOutput<Method> | Promise<CoreOutput<Method>>;
};

export type CoreEvent = keyof typeof CORE_EVENTS;
export type CoreEventPayload<Event extends CoreEvent> = z.output<(typeof CORE_EVENTS)[Event]>;

export type Session = CoreOutput<'session.get'>;
export type SyncStatus = CoreOutput<'sync.get'>;
export type StorySummary = Readonly<z.infer<typeof storySummarySchema>>;
export type LinkedStoryView = Readonly<z.infer<typeof linkedStorySchema>>;
export type RelatedStory = CoreOutput<'stories.related'>['stories'][number];
export type StoryView = Readonly<z.infer<typeof storyViewSchema>>;
export type Photo = Readonly<z.infer<typeof photoSchema>>;
export type Permission = Readonly<z.infer<typeof permissionSchema>>;
export type Finding = Readonly<z.infer<typeof findingSchema>>;
export type Newsroom = CoreOutput<'newsroom.get'>;
export type ListedWord = Readonly<z.infer<typeof listedWordSchema>>;
export type StoryListView = CoreInput<'stories.list'>['view'];
