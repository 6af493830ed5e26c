/** Stories as files: what can be written and read, what a reader says about a file, and how a file waits to be saved. */
import { z } from 'zod';
import { articleSchema } from '../domain/article.ts';
import { LEFT_OVER_WHY } from '../domain/story-text/left-over.ts';

/** What a story can be written as. `page` is for the printer and for PDF; it is never saved as it is. */
export const EXPORT_KINDS = ['text', 'docx', 'markdown', 'page'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** What can be opened as a story. */
export const READABLE_KINDS = ['txt', 'docx', 'md', 'html'] as const;
export type ReadableKind = (typeof READABLE_KINDS)[number];

/** Endings by which a file says what it is; its content is judged all the same. */
export const READABLE_ENDINGS: Readonly<Record<string, ReadableKind>> = {
  txt: 'txt',
  text: 'txt',
  docx: 'docx',
  docm: 'docx',
  md: 'md',
  markdown: 'md',
  html: 'html',
  htm: 'html',
};

export function readableKind(fileName: string): ReadableKind | null {
  const ending = /\.([A-Za-z0-9]{1,10})$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(READABLE_ENDINGS, ending) ? (READABLE_ENDINGS[ending] ?? null) : null;
}

/** Larger files are refused before they are copied. */
export const STORY_FILE_BYTES = 50_000_000;

/** Why a file can't be read, in `details.because` of UNSUPPORTED_FILE and TOO_LARGE. */
export const FILE_PROBLEMS = [
  'empty',
  'binary',
  'old-word',
  'pdf',
  'rtf',
  'picture',
  'open-document',
  'damaged',
  'locked',
  'too-large',
  'bomb',
  'too-long',
  'unknown',
] as const;
export type FileProblem = (typeof FILE_PROBLEMS)[number];

/**
 * `header`, `comment`, `deleted`, `hidden`: parts of the file that are not its text. `title`: of the page, for a
 * browser's tab. `picture`: one that could not be taken in. `other`: nothing here has a place for it.
 */
const FILE_LEFT_OVERS = [
  'header',
  'comment',
  'deleted',
  'hidden',
  'title',
  'picture',
  'other',
] as const;
export type FileLeftOver = (typeof FILE_LEFT_OVERS)[number];

/** Why words of a file stand nowhere in the story: as in any story text, and because it is a file. */
const leftOverWhySchema = z.enum([...LEFT_OVER_WHY, ...FILE_LEFT_OVERS]);

export const readStoryFileSchema = z.strictObject({
  kind: z.enum(READABLE_KINDS),
  article: articleSchema,
  leftOver: z.array(z.strictObject({ text: z.string(), why: leftOverWhySchema })),
  /** Pictures taken in as photos, and pictures that could not be. */
  pictures: z.strictObject({
    taken: z.number().int().nonnegative(),
    refused: z.number().int().nonnegative(),
  }),
});
export type LeftOverOfFile = z.infer<typeof leftOverWhySchema>;
export type ReadStoryFile = Readonly<z.infer<typeof readStoryFileSchema>>;

/** Folder below the data folder where a written file waits to be saved; main takes it from there by its ticket. */
export const OUTGOING_FOLDER = 'outgoing';

/** SECURITY: a ticket is only this, never a path. Core makes it, main checks it. */
export function isOutgoingTicket(text: string): boolean {
  return /^[a-f0-9]{32}$/.test(text);
}

/** `outgoing/<ticket>`, relative to the data folder. */
export function outgoingPath(ticket: string): string {
  if (!isOutgoingTicket(ticket)) throw new TypeError('not a ticket of a written file');
  return `${OUTGOING_FOLDER}/${ticket}`;
}

/** What the shell needs to print a page, beside its HTML. */
export const printJobSchema = z.strictObject({
  html: z.string(),
  /** Above every page but the text itself: the headline. */
  running: z.string().max(2_000),
  state: z.string().max(500),
  language: z.enum(['id', 'en']),
});
export type PrintJob = Readonly<z.infer<typeof printJobSchema>>;
