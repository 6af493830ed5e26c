/**
 * The article: a story's content at one version. Ours, independent of Lexical and of any outlet.
 * Every other part of Redaksi (merge, seal, preflight, renderers, server) sees only this.
 */
import { z } from 'zod';
import { embedProvider } from './embed.ts';
import {
  blockIdSchema,
  personIdSchema,
  photoHashSchema,
  photoUseIdSchema,
  storyIdSchema,
  type BlockId,
} from './ids.ts';

/** Limits that keep one bad paste from filling a laptop. Characters are UTF-16 units. */
export const LIMITS = {
  line: 2_000,
  text: 200_000,
  blocks: 5_000,
  photoUses: 500,
  list: 500,
  /** Columns of a table. */
  cells: 50,
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

/** The kinds of block that this Redaksi knows. */
const knownBlockSchema = z.discriminatedUnion('kind', [
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
  /** Words of the story itself, set large beside it. `speaker` is empty when they are the writer's own. */
  z.strictObject({
    id: blockIdSchema,
    kind: z.literal('pull-quote'),
    runs: runsSchema,
    speaker: line,
  }),
  /** Every row has the same number of cells, at least one. `caption` stands above it. */
  z.strictObject({
    id: blockIdSchema,
    kind: z.literal('table'),
    caption: line,
    /** The first row names the columns. */
    header: z.boolean(),
    rows: z
      .array(z.array(runsSchema).min(1).max(LIMITS.cells).readonly())
      .min(1)
      .max(LIMITS.list)
      .readonly(),
  }),
  /** A post or film of another site: a link and what it is, never that site's code. The provider follows from the address. */
  z.strictObject({
    id: blockIdSchema,
    kind: z.literal('embed'),
    url: linkSchema.refine(
      (url) => embedProvider(url) !== null,
      'only YouTube, X, Instagram, TikTok and Facebook addresses can be embedded',
    ),
    /** What the reader will find there, for a page that does not load it. */
    title: line,
  }),
  /** A box of facts beside the story. */
  z.strictObject({
    id: blockIdSchema,
    kind: z.literal('info-box'),
    title: line,
    paragraphs: z.array(runsSchema).max(LIMITS.list).readonly(),
  }),
  z.strictObject({ id: blockIdSchema, kind: z.literal('divider') }),
]);

type KnownBlock = z.infer<typeof knownBlockSchema>;
const KNOWN_KINDS: ReadonlySet<string> = new Set(
  knownBlockSchema.options.map((option) => option.shape.kind.value),
);

/**
 * A block that a newer Redaksi wrote. It is kept as it came, to the byte of its canonical JSON, shown as locked, and
 * never sealed here: what can't be read can't be signed. At run time its kind is a string, none of ours, and its
 * fields may have any name and shape: ask `isNewerBlock` before you look for one.
 */
export interface NewerBlock {
  readonly id: BlockId;
  readonly kind: typeof newerKind;
}
declare const newerKind: unique symbol;

const newerBlockSchema = z.custom<NewerBlock>(
  (value) => newerShape.safeParse(value).success && isPlainJson(value),
  'is no block that this or a newer Redaksi writes',
);
const newerShape = z.looseObject({
  id: blockIdSchema,
  kind: line.min(1).refine((kind) => !KNOWN_KINDS.has(kind)),
});

export const blockSchema = z.union([knownBlockSchema, newerBlockSchema]);

/** Text as an article may hold it, numbers, lists and records of these: the same after any number of round trips. */
function isPlainJson(value: unknown): boolean {
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'string') return text(LIMITS.text).safeParse(value).success;
  if (Array.isArray(value)) return value.length <= LIMITS.blocks && value.every(isPlainJson);
  return (
    typeof value === 'object' && Object.entries(value).every((entry) => entry.every(isPlainJson))
  );
}

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
  /** The web headline; the others below are used where a place has its own. Absent: the web headline stands there too. */
  headline: line,
  /** For lists, phones and notifications. */
  shortHeadline: line.min(1).optional(),
  /** For a post on social media. */
  socialHeadline: line.min(1).optional(),
  /** For the printed page. */
  printHeadline: line.min(1).optional(),
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
export type Block = Readonly<KnownBlock> | NewerBlock;
/** The kinds that this Redaksi knows. */
export type BlockKind = KnownBlock['kind'];
export type BlockOf<Kind extends BlockKind> = Extract<Readonly<KnownBlock>, { kind: Kind }>;
export type PhotoUse = Readonly<z.infer<typeof photoUseSchema>>;
export type Byline = Readonly<z.infer<typeof bylineSchema>>;
export type Dateline = Readonly<z.infer<typeof datelineSchema>>;
export type Signoff = Readonly<z.infer<typeof signoffSchema>>;
export type RelatedLink = Readonly<z.infer<typeof relatedLinkSchema>>;
export type Furniture = Readonly<z.infer<typeof furnitureSchema>>;
export type Article = Readonly<z.infer<typeof articleSchema>>;

/** The names of the furniture fields, in reading order. */
export const FURNITURE_FIELDS = Object.keys(furnitureSchema.shape) as readonly (keyof Furniture)[];

/** The headlines that a story may have besides the web one. Absent is their one form of none. */
export const OTHER_HEADLINES = ['shortHeadline', 'socialHeadline', 'printHeadline'] as const;

/** Furniture fields to set; an empty other headline takes it away. */
export type FurnitureFields = {
  readonly [Field in keyof Furniture]?: Furniture[Field] | undefined;
};

/** An article with other furniture, in its one canonical form. */
export function withFurniture(article: Article, fields: FurnitureFields): Article {
  const kept = Object.entries({ ...article, ...fields }).filter(
    ([field, value]) => value !== undefined && !(value === '' && isOtherHeadline(field)),
  );
  return Object.fromEntries(kept) as unknown as Article;
}

function isOtherHeadline(field: string): boolean {
  return (OTHER_HEADLINES as readonly string[]).includes(field);
}

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

/** Did a newer Redaksi write this block? */
export function isNewerBlock(block: Block): block is NewerBlock {
  return !KNOWN_KINDS.has(block.kind as string);
}

/** One block's own words, as a reader sees them; a photo block has none (its use has). */
export function blockText(block: Block): string {
  if (isNewerBlock(block)) return '';
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return runsText(block.runs);
    case 'pull-quote':
      return lines(runsText(block.runs), block.speaker);
    case 'table':
      return lines(block.caption, ...block.rows.map((row) => row.map(runsText).join('\t')));
    case 'embed':
      return lines(block.title, block.url);
    case 'info-box':
      return lines(block.title, ...block.paragraphs.map(runsText));
    case 'divider':
      return '';
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

function lines(...texts: readonly string[]): string {
  return texts.filter((each) => each !== '').join('\n');
}

/** What zod's shapes can't say: ids are unique, tables are rectangular, and every photo block names a photo use once. */
function structureProblems(
  article: z.infer<typeof furnitureSchema> & {
    blocks: readonly Block[];
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
    if (isNewerBlock(block)) continue;
    if (block.kind === 'table' && block.rows.some((row) => row.length !== block.rows[0]?.length))
      problems.push(`the rows of table ${block.id} are not equally long`);
    if (block.kind !== 'photo') continue;
    if (!uses.has(block.photoUse)) problems.push(`block ${block.id} names an unknown photo use`);
    if (named.has(block.photoUse)) problems.push(`two blocks name the photo use ${block.photoUse}`);
    named.add(block.photoUse);
  }
  return problems;
}
