/**
 * The article: a story's content at one version. Ours, independent of Lexical and of any outlet.
 * Every other part of Redaksi (merge, seal, preflight, renderers, server) sees only this.
 */
import { z } from 'zod';
import {
  blockIdSchema,
  personIdSchema,
  photoHashSchema,
  photoUseIdSchema,
  storyIdSchema,
} from './ids.ts';

/** Limits that keep one bad paste from filling a laptop. Characters are UTF-16 units. */
export const LIMITS = {
  line: 2_000,
  text: 200_000,
  blocks: 5_000,
  photoUses: 500,
  list: 500,
} as const;

/** Text that may stand in an article: valid Unicode, without NUL (SQLite would cut it). */
const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => !value.includes('\0'), 'contains a NUL character')
    .refine((value) => value.isWellFormed(), 'contains half a character (lone surrogate)');
const line = text(LIMITS.line);

/** Only links that a reader may safely follow. SECURITY: keeps `javascript:` out of pages. */
export const linkSchema = line.refine(isSafeLink, 'only http, https and mailto links are allowed');

function isSafeLink(value: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s<>"]+$/i.test(value);
}

/** A stretch of text with one look. Absent means false: one article has one canonical form. */
export const runSchema = z.strictObject({
  text: text(LIMITS.text),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  link: linkSchema.optional(),
});
const runsSchema = z.array(runSchema).max(LIMITS.blocks).readonly();

/** Another story, by its title as printed; `story` when it is one of ours, `url` when it is elsewhere. */
export const relatedLinkSchema = z.strictObject({
  title: line,
  story: storyIdSchema.optional(),
  url: linkSchema.optional(),
});

export const blockSchema = z.discriminatedUnion('kind', [
  z.strictObject({ id: blockIdSchema, kind: z.literal('paragraph'), runs: runsSchema }),
  z.strictObject({
    id: blockIdSchema,
    kind: z.literal('heading'),
    level: z.union([z.literal(2), z.literal(3)]),
    runs: runsSchema,
  }),
  z.strictObject({
    id: blockIdSchema,
    kind: z.literal('quote'),
    runs: runsSchema,
    /** Who says it and with which verb, when the quote stands as a block of its own. */
    speaker: line,
    verb: line,
  }),
  z.strictObject({
    id: blockIdSchema,
    kind: z.literal('list'),
    ordered: z.boolean(),
    items: z.array(runsSchema).max(LIMITS.list).readonly(),
  }),
  /** Names its photo use; caption, credit and alt text live there and never in the body. */
  z.strictObject({ id: blockIdSchema, kind: z.literal('photo'), photoUse: photoUseIdSchema }),
  /** "Baca juga: title", a paragraph of its own. */
  z.strictObject({
    id: blockIdSchema,
    kind: z.literal('related'),
    label: line,
    link: relatedLinkSchema,
  }),
]);

/** The use of one photo in one story. `photo` is null while the words are there and the picture is not. */
export const photoUseSchema = z.strictObject({
  id: photoUseIdSchema,
  photo: photoHashSchema.nullable(),
  /** The line between byline and caption: "Istimewa", "tribunsolo.com/mardon". */
  creditLead: line,
  /** Upper-case opening of the caption, without its colon: "TANDATANGAN KERJASAMA". */
  slug: line,
  caption: text(LIMITS.text),
  /** In brackets after the caption, without the brackets: "Dok/Prokopim Setda Klaten". */
  credit: line,
  /** What the picture shows, for those who can't see it. */
  alt: line,
});

export const bylineSchema = z.strictObject({
  name: line,
  /** The staff member, when the name is resolved in the register. */
  person: personIdSchema.optional(),
});

/**
 * `TRIBUNJATENG.COM, KLATEN -` (brand-first), `SEMARANG, KOMPAS.com –` (place-first),
 * `Semarang (ANTARA) -` (place-brackets), `JAKARTA, June 24 (Reuters) -` (with `date`), `Jakarta -` (brand empty).
 */
export const datelineSchema = z.strictObject({
  form: z.enum(['brand-first', 'place-first', 'place-brackets']),
  brand: line,
  place: line,
  /** A date printed inside the dateline, as printed; empty where the house has none. */
  date: line,
  /** The dash and nothing else: `-`, `–` or `—`. Spaces around it are the printer's. */
  separator: line,
});

/** `(Laili S/***)`: short name and code; a house with codes only leaves `short` empty. */
export const signoffSchema = z.strictObject({ short: line, code: line });

/** Everything of the article that is not body, except the photo uses. */
export const furnitureSchema = z.strictObject({
  language: z.enum(['id', 'en']),
  /** The kicker above the headline: "Berita Klaten". */
  section: line,
  headline: line,
  deck: text(LIMITS.text),
  writers: z.array(bylineSchema).max(50).readonly(),
  editors: z.array(bylineSchema).max(50).readonly(),
  dateline: datelineSchema.nullable(),
  /** When the event happened, `yyyy-mm-dd`; null when the text does not say. */
  eventDate: z.iso.date().nullable(),
  signoffs: z.array(signoffSchema).max(50).readonly(),
  /** "Sumber: Tribun Jateng", without the label. */
  source: line,
  /** "Berita Terkait" and "Berita Terkini" below the story. */
  related: z.array(relatedLinkSchema).max(LIMITS.list).readonly(),
  latest: z.array(relatedLinkSchema).max(LIMITS.list).readonly(),
  tags: z.array(line).max(100).readonly(),
  /** One or two lines, as printed: "© 2025 …". */
  copyright: text(LIMITS.text),
});

export const articleSchema = furnitureSchema
  .extend({
    /** Of this JSON. A newer number than ours is refused, never guessed at. */
    format: z.literal(1),
    photoUses: z.array(photoUseSchema).max(LIMITS.photoUses).readonly(),
    blocks: z.array(blockSchema).max(LIMITS.blocks).readonly(),
  })
  .superRefine((article, context) => {
    for (const problem of structureProblems(article))
      context.addIssue({ code: 'custom', message: problem });
  });

export type Run = Readonly<z.infer<typeof runSchema>>;
export type Block = Readonly<z.infer<typeof blockSchema>>;
export type BlockKind = Block['kind'];
export type BlockOf<Kind extends BlockKind> = Extract<Block, { kind: Kind }>;
export type PhotoUse = Readonly<z.infer<typeof photoUseSchema>>;
export type Byline = Readonly<z.infer<typeof bylineSchema>>;
export type Dateline = Readonly<z.infer<typeof datelineSchema>>;
export type Signoff = Readonly<z.infer<typeof signoffSchema>>;
export type RelatedLink = Readonly<z.infer<typeof relatedLinkSchema>>;
export type Furniture = Readonly<z.infer<typeof furnitureSchema>>;
export type Article = Readonly<z.infer<typeof articleSchema>>;

/** The names of the furniture fields, in reading order. */
export const FURNITURE_FIELDS = Object.keys(furnitureSchema.shape) as readonly (keyof Furniture)[];

/**
 * The lead photo is the photo use that no photo block names; it stands above the body.
 * With several such uses the first one leads and the others follow it as a gallery.
 */
export function leadPhotoUses(article: Article): readonly PhotoUse[] {
  const inBody = new Set(
    article.blocks.flatMap((block) => (block.kind === 'photo' ? [block.photoUse] : [])),
  );
  return article.photoUses.filter((use) => !inBody.has(use.id));
}

export function emptyArticle(): Article {
  return {
    format: 1,
    language: 'id',
    section: '',
    headline: '',
    deck: '',
    writers: [],
    editors: [],
    dateline: null,
    eventDate: null,
    signoffs: [],
    source: '',
    related: [],
    latest: [],
    tags: [],
    copyright: '',
    photoUses: [],
    blocks: [],
  };
}

/** The plain text of some runs. */
export function runsText(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('');
}

/** One block's own words, as a reader sees them; a photo block has none (its use has). */
export function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return runsText(block.runs);
    case 'list':
      return block.items.map(runsText).join('\n');
    case 'related':
      return `${block.label}: ${block.link.title}`;
    case 'photo':
      return '';
    default:
      return block satisfies never;
  }
}

/** What zod's shapes can't say: ids are unique, and every photo block names a photo use once. */
function structureProblems(
  article: z.infer<typeof furnitureSchema> & {
    blocks: readonly z.infer<typeof blockSchema>[];
    photoUses: readonly z.infer<typeof photoUseSchema>[];
  },
): string[] {
  const problems: string[] = [];
  const blockIds = new Set<string>();
  const named = new Set<string>();
  const uses = new Set<string>();
  for (const use of article.photoUses) {
    if (uses.has(use.id)) problems.push(`two photo uses have the id ${use.id}`);
    uses.add(use.id);
  }
  for (const block of article.blocks) {
    if (blockIds.has(block.id)) problems.push(`two blocks have the id ${block.id}`);
    blockIds.add(block.id);
    if (block.kind !== 'photo') continue;
    if (!uses.has(block.photoUse)) problems.push(`block ${block.id} names an unknown photo use`);
    if (named.has(block.photoUse)) problems.push(`two blocks name the photo use ${block.photoUse}`);
    named.add(block.photoUse);
  }
  return problems;
}
