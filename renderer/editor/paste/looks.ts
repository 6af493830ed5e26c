/** Bold, italic and links: from tags, and from styles that say otherwise. */
import { linkSchema } from '#shared/domain/article.ts';
import type { Look } from './flow.ts';
import type { Declarations } from './styles.ts';

const BOLD = new Set(['b', 'strong']);
const ITALIC = new Set(['i', 'em', 'cite', 'var', 'dfn']);
const STRUCK = new Set(['s', 'strike']);

/** How the text inside an element looks, given how the text around it does. */
export function lookInside(element: Element, style: Declarations, around: Look): Look {
  const tag = element.nodeName.toLowerCase();
  const white = style.get('white-space');
  return {
    bold: boldOf(style) ?? (BOLD.has(tag) || around.bold),
    italic: italicOf(style) ?? (ITALIC.has(tag) || around.italic),
    link: tag === 'a' ? safeLink(element.getAttribute('href')) : around.link,
    lines:
      white === undefined
        ? tag === 'pre' || tag === 'textarea' || around.lines
        : /^(?:pre|break-spaces)/.test(white),
    script: tag === 'sup' || tag === 'sub' ? tag : around.script,
  };
}

/** An online editor wraps everything in a bold tag that says it is not bold: the style has the last word. */
function boldOf(style: Declarations): boolean | undefined {
  const weight = style.get('font-weight');
  if (weight === undefined || weight === 'inherit') return undefined;
  if (weight.startsWith('bold')) return true;
  return Number(weight) >= 600;
}

function italicOf(style: Declarations): boolean | undefined {
  const slant = style.get('font-style');
  return slant === undefined || slant === 'inherit' ? undefined : /^(?:italic|oblique)/.test(slant);
}

/** SECURITY: an address that a reader could not follow safely, or that leads nowhere outside its page, is no link. */
export function safeLink(address: string | null): string | undefined {
  const tidy = address?.trim().replaceAll(/[ \t\n\r]+/g, '%20');
  return tidy !== undefined && linkSchema.safeParse(tidy).success ? tidy : undefined;
}

export function isStruck(element: Element, style: Declarations): boolean {
  return (
    STRUCK.has(element.nodeName.toLowerCase()) ||
    /line-through/.test(style.get('text-decoration') ?? style.get('text-decoration-line') ?? '')
  );
}
