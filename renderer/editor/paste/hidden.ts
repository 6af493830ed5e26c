/** What a page does not show, or shows as no part of its text: one row a reason. */
import type { LeftOut } from './pasted.ts';
import type { Declarations } from './styles.ts';

/** Code and the page's own housekeeping: no words of a text, in any reading. */
export const NO_TEXT: ReadonlySet<string> = new Set([
  'script',
  'style',
  'head',
  'title',
  'meta',
  'link',
  'base',
  'template',
  'noscript',
  'col',
  'colgroup',
  'param',
  'source',
  'track',
  'area',
  'input',
]);

interface Row {
  readonly why: LeftOut['why'];
  readonly when: (element: Element, style: Declarations) => boolean;
}

const ROWS: readonly Row[] = [
  // Word's revisions: what the writer took away is no part of the text, though it is in the payload.
  { why: 'deleted', when: (element) => element.nodeName.toLowerCase() === 'del' },
  {
    why: 'comment',
    when: (element, style) =>
      /comment-(?:list|reference)/.test(style.get('mso-element') ?? '') ||
      /^(?:msocom|MsoComment)/i.test(element.getAttribute('class') ?? ''),
  },
  {
    why: 'control',
    when: (element) =>
      element.nodeName.toLowerCase() === 'select' || element.nodeName.toLowerCase() === 'datalist',
  },
  {
    why: 'hidden',
    when: (element, style) =>
      element.hasAttribute('hidden') ||
      style.get('display') === 'none' ||
      /^(?:hidden|collapse)$/.test(style.get('visibility') ?? '') ||
      style.get('mso-hide') === 'all' ||
      /^0(?:\.0+)?$/.test(style.get('opacity') ?? '') ||
      isClippedAway(style) ||
      (element.nodeName.toLowerCase() === 'dialog' && !element.hasAttribute('open')),
  },
];

/** Why an element's words stay out; null when a reader of the page saw them. */
export function whyLeftOut(element: Element, style: Declarations): LeftOut['why'] | null {
  return ROWS.find((row) => row.when(element, style))?.why ?? null;
}

/** For screen readers only: a point of one pixel. */
function isClippedAway(style: Declarations): boolean {
  const tiny = (value: string | undefined): boolean => /^[01]px$/.test(value ?? '');
  return (
    style.get('position') === 'absolute' && tiny(style.get('width')) && tiny(style.get('height'))
  );
}
