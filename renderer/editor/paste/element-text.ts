/** Paragraphs, headings and quotations of a page. */
import { LIMITS, type Run } from '#shared/domain/article.ts';
import { joinRuns, type Piece } from './flow.ts';
import { markerOf } from './lists.ts';
import type { ElementAt, ElementReader } from './reading.ts';
import { linesOf, standsAlone } from './tables.ts';

const className = (element: Element): string => element.getAttribute('class') ?? '';

export const readParagraph: ElementReader = (at) => {
  const { element, style, flow, place, reading } = at;
  if (element.getAttribute('role') === 'heading' || /\bMsoTitle\b/.test(className(element))) {
    return readHeading(at);
  }
  if (/\bMso(?:Intense)?Quote\b/.test(className(element))) {
    flow.add(...quoteOf(piecesInParagraph(at), ''));
    return true;
  }
  const level = /\blevel(\d)/.exec(style.get('mso-list') ?? '')?.[1];
  const marker = { shown: '' };
  if (level === undefined) {
    flow.add(...piecesInParagraph(at));
    return true;
  }
  const pieces = reading.piecesOf(
    element.childNodes,
    { ...place, paragraph: true, marker },
    reading,
  );
  const runs = joinRuns(pieces.map(linesOf), '\n');
  if (runs.length > 0) {
    flow.add({ kind: 'entry', level: Number(level), marker: markerOf(marker.shown), runs });
  }
  flow.add(...pieces.filter(standsAlone));
  return true;
};

function piecesInParagraph({ element, place, reading }: ElementAt): readonly Piece[] {
  return reading.piecesOf(element.childNodes, { ...place, paragraph: true }, reading);
}

/** A title of the page is a subhead here. A subhead is one line, and its weight is the site's business. */
export const readHeading: ElementReader = (at) => {
  const { element, flow } = at;
  const pieces = piecesInParagraph(at);
  const runs = joinRuns(pieces.map(linesOf), ' ').map(lightLine);
  const level = Number(
    element.getAttribute('aria-level') ?? /^h(\d)$/.exec(element.nodeName.toLowerCase())?.[1],
  );
  if (runs.length > 0) flow.add({ kind: 'heading', level: level > 2 ? 3 : 2, runs });
  flow.add(...pieces.filter(standsAlone));
  return true;
};

function lightLine({ text, italic, link }: Run): Run {
  return {
    text: text.replaceAll('\n', ' '),
    ...(italic === true && { italic }),
    ...(link !== undefined && { link }),
  };
}

/** More paragraphs than this are no statement of somebody, but a page that was indented. */
const PARAGRAPHS_OF_A_QUOTE = 6;

export const readQuote: ElementReader = ({ element, style, flow, place, reading }) => {
  if (isMailOrIndent(element, style.get('border') ?? style.get('border-left') ?? null))
    return false;
  const last = element.lastElementChild;
  const named =
    last !== null && /^(?:footer|cite)$/.test(last.nodeName.toLowerCase()) ? last : null;
  const pieces = reading.piecesOf(
    [...element.childNodes].filter((node) => node !== named),
    { ...place, paragraph: false },
    reading,
  );
  const by = named === null ? [] : reading.piecesOf(named.childNodes, place, reading);
  const speaker = joinRuns(by.map(linesOf), ' ')
    .map((run) => run.text)
    .join('')
    .replaceAll('\n', ' ')
    .replace(/^[-–—\s]+/, '');
  const short = pieces.length <= PARAGRAPHS_OF_A_QUOTE && speaker.length <= LIMITS.line;
  if (short && pieces.every((piece) => piece.kind === 'text')) {
    flow.add(...quoteOf(pieces, speaker));
  } else flow.add(...pieces, ...by);
  return true;
};

function quoteOf(pieces: readonly Piece[], speaker: string): Piece[] {
  const runs = joinRuns(pieces.map(linesOf), '\n');
  const others = pieces.filter(standsAlone);
  if (runs.length === 0)
    return speaker === '' ? others : [{ kind: 'text', runs: [{ text: speaker }] }, ...others];
  return [{ kind: 'quote', runs, speaker, verb: '' }, ...others];
}

/** What a mail answers to, and what a page only moved to the right, is nobody's statement. */
function isMailOrIndent(element: Element, border: string | null): boolean {
  return (
    element.getAttribute('type') === 'cite' ||
    /\b(?:gmail_quote|moz-cite|protonmail_quote)\b/.test(className(element)) ||
    /\bnone\b/.test(border ?? '')
  );
}
