/** Other stories, by their titles: `Baca juga: …` in the body, lists below it, and tags. */
import { LIMITS, linkSchema, type RelatedLink } from '../article.ts';
import { gapWords, isProse } from './lines.ts';
import { hasWords } from './words.ts';

/** A title, with the address that follows it if there is one. Null when no link can hold it. */
export function readRelated(text: string): RelatedLink | null {
  if (text.length > LIMITS.line || text === '') return null;
  const at = text.search(/(?:^|\s)https?:\/\/\S{3,}$/i);
  if (at < 0) return { title: text };
  const url = text.slice(at).trim();
  if (!linkSchema.safeParse(url).success) return { title: text };
  return { title: text.slice(0, at).trim(), url };
}

/** `title url`, whichever of them is there. */
export function printRelated(link: RelatedLink): string {
  return [link.title, link.url ?? ''].filter((part) => part !== '').join(' ');
}

/** Whether a line below `Berita Terkait` may be a title: some words, and no paragraph. */
export function isTitle(line: string): boolean {
  return line.length <= 250 && gapWords(line) >= 3 && !isProse(line) && hasWords(line);
}

const HASH_TAGS = /^#[\p{L}\p{N}_]+(?:[\s,]+#[\p{L}\p{N}_]+)*$/u;

/** Whether a line is nothing but `#tags`. */
export function isHashTags(line: string): boolean {
  return line.length <= 500 && line.startsWith('#') && HASH_TAGS.test(line);
}

/** Tags from `a, b` or `#a #b`. */
export function readTags(text: string): string[] {
  return text
    .split(text.includes('#') ? /[#,;]/ : /[,;|]/)
    .map((tag) => tag.trim())
    .filter(hasWords);
}

/** Tags behind their label, or each with a hash where the label is `#` and every tag is one word. */
export function printTags(tags: readonly string[], label: string): string {
  if (tags.length === 0) return '';
  const hashes = tags.map((tag) => `#${tag}`).join(' ');
  if (label === '#' && isHashTags(hashes)) return hashes;
  return `${label === '#' ? 'Tags' : label}: ${tags.join(', ')}`;
}
