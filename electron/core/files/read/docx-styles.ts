/**
 * Styles of a Word file and what they say here. Our own writer uses the same names, so that a story comes back as it
 * went; Word's and LibreOffice's own styles are read by their English names, which the files carry in every language.
 */
import { attribute, type Element } from './dom.ts';
import type { BlockRole } from './walk.ts';
import type { SaidField } from './pieces.ts';

/** Paragraph styles that our DOCX writer defines. */
export const OWN_STYLES = {
  section: 'Redaksi Section',
  headline: 'Redaksi Headline',
  deck: 'Redaksi Deck',
  byline: 'Redaksi Byline',
  dateline: 'Redaksi Dateline',
  signoff: 'Redaksi Signoff',
  source: 'Redaksi Source',
  tags: 'Redaksi Tags',
  related: 'Redaksi Related List',
  latest: 'Redaksi Latest List',
  copyright: 'Redaksi Copyright',
  'list-title': 'Redaksi List Title',
  quote: 'Redaksi Quote',
  'quote-speaker': 'Redaksi Quote Speaker',
  'pull-quote': 'Redaksi Pull Quote',
  'pull-speaker': 'Redaksi Pull Quote Speaker',
  'box-title': 'Redaksi Box Title',
  box: 'Redaksi Box',
  embed: 'Redaksi Embed',
  'related-inline': 'Redaksi Related',
  divider: 'Redaksi Divider',
  'table-caption': 'Redaksi Table Caption',
  photo: 'Redaksi Photo',
  'lead-photo': 'Redaksi Lead Photo',
  'credit-lead': 'Redaksi Credit Lead',
  caption: 'Redaksi Caption',
} as const;
export type OwnStyle = keyof typeof OWN_STYLES;

const SAID: ReadonlySet<string> = new Set<SaidField>([
  'section',
  'headline',
  'deck',
  'byline',
  'dateline',
  'signoff',
  'source',
  'tags',
  'related',
  'latest',
  'copyright',
]);

const FOREIGN: readonly (readonly [string, OwnStyle])[] = [
  ['Title', 'headline'],
  ['Subtitle', 'deck'],
  ['Quote', 'quote'],
  ['Intense Quote', 'quote'],
  ['Quotations', 'quote'],
  ['Block Text', 'quote'],
  ['caption', 'caption'],
  ['Horizontal Line', 'divider'],
];

/** Styles of ours and styles of Word's, told apart by the class they become. */
const OWN = 'own-';
const WORDS = 'word-';

/** For mammoth: each style becomes a class that only this folder reads. */
export const STYLE_MAP: readonly string[] = [
  ...Object.entries(OWN_STYLES).map(([name, style]) => [style, OWN + name] as const),
  ...FOREIGN.map(([style, name]) => [style, WORDS + name] as const),
].map(([style, name]) => `p[style-name='${style}'] => p.${name}:fresh`);

/** What a paragraph's class says, in HTML that mammoth made. */
export function docxRole(element: Element): BlockRole | null {
  const style = /^(?:own|word)-(?<style>[a-z-]+)$/.exec(attribute(element, 'class') ?? '')
    ?.groups?.['style'];
  if (style === undefined) return null;
  if (SAID.has(style)) return { said: style as SaidField };
  if (style === 'related-inline') return { block: 'related' };
  // The heading of a list is printed anew.
  if (style === 'list-title') return { block: 'list-title' };
  return { block: style } as BlockRole;
}

/** Whether Redaksi wrote a file: it has a paragraph in one of our styles. */
export function isOwnDocx(html: string): boolean {
  return html.includes(`<p class="${OWN}`);
}
