/** A person's own abbreviations: `pemkab` and a space give "Pemerintah Kabupaten ". As a list, and as text to share. */
import { z } from 'zod';

const NO_SPACE = /^\S+$/u;

export const snippetSchema = z.strictObject({
  /** What is typed: no spaces. */
  short: z.string().min(1).max(40).regex(NO_SPACE),
  long: z.string().min(1).max(1_000),
});
export type Snippet = Readonly<z.infer<typeof snippetSchema>>;

export const MOST_SNIPPETS = 2_000;
export const snippetsSchema = z.array(snippetSchema).max(MOST_SNIPPETS);

/** What an abbreviation stands for, as typed: `Pemkab` begins with a capital, so does what it gives. */
export function expansionOf(typed: string, snippets: readonly Snippet[]): string | null {
  const exact = snippets.find(({ short }) => short === typed);
  if (exact !== undefined) return exact.long;
  const wanted = typed.toLowerCase();
  const snippet = snippets.find(({ short }) => short.toLowerCase() === wanted);
  if (snippet === undefined) return null;
  const first = typed.charAt(0);
  return first === first.toUpperCase()
    ? snippet.long.replace(/^\p{L}/u, (letter) => letter.toUpperCase())
    : snippet.long;
}

/** One line each: the abbreviation, a tab or `=`, what it stands for. */
export function printSnippets(snippets: readonly Snippet[]): string {
  return snippets
    .map(({ short, long }) => `${short}\t${long.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}`)
    .join('\n');
}

export interface ReadSnippets {
  readonly snippets: readonly Snippet[];
  /** Lines that were not understood, as they came. */
  readonly leftOver: readonly string[];
}

/** Reads a list as `printSnippets` writes it, or as people do: `pemkab = Pemerintah Kabupaten`. The last line of a name wins. */
export function readSnippets(text: string): ReadSnippets {
  const byShort = new Map<string, Snippet>();
  const leftOver: string[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line.trim() === '') continue;
    const parts = /^\s*(\S+?)(?:\t|\s*=\s*|\s+[-–]\s+)(.+?)\s*$/u.exec(line);
    const parsed = snippetSchema.safeParse({
      short: parts?.[1],
      long: parts?.[2]?.replaceAll(/\\(n|\\)/g, (_, sign) => (sign === 'n' ? '\n' : '\\')),
    });
    if (parsed.success && byShort.size < MOST_SNIPPETS) byShort.set(parsed.data.short, parsed.data);
    else leftOver.push(line);
  }
  return { snippets: [...byShort.values()], leftOver };
}
