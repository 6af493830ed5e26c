/** A story as newsrooms pass it around, read into an article. */
import { emptyArticle, LIMITS, type Article, type Block, type Byline, type PhotoUse, type Run } from '../article.ts';
import { newBlockId, type BlockId, type PersonId, type PhotoUseId } from '../ids.ts';
import { fileBody } from './body.ts';
import { cutForwardHeader, notStory } from './chrome.ts';
import { eventDate } from './dates.ts';
import {
  classLine,
  emptyFiling,
  leave,
  understand,
  type BodyPiece,
  type ClassedLine,
  type Filing,
  type PhotoWords,
} from './filing.ts';
import { fileHead } from './head.ts';
import { recogniseForm, type StoryTextForm } from './houses.ts';
import { storyLanguage } from './language.ts';
import { joinWrapped, readLines, type StoryLine } from './lines.ts';
import { parseRuns, unmarked } from './marks.ts';
import { balanceWords, type StoryTextReport } from './report.ts';
import { hasWords } from './words.ts';

export interface ParseOptions {
  /** Makes ids of blocks and photo uses; unique within the story. */
  readonly newId?: () => string;
  /** The staff member of a byline's name, when the register knows one. */
  readonly personByName?: (name: string) => PersonId | undefined;
}

export interface ParsedStoryText {
  readonly article: Article;
  readonly report: StoryTextReport;
}

/**
 * Reads a story text: a plain text, a mail, a messenger's message, a published page's text. Never throws, and the
 * article always satisfies `articleSchema`.
 *
 * SECURITY: no word is lost. The words of the printed article and of what is left over are balanced against the
 * input's; if any were missing, the text comes back as plain paragraphs instead.
 */
export function parseStoryText(text: string, options: ParseOptions = {}): ParsedStoryText {
  const { missing, ...parsed } = readStory(text, options);
  return missing.length === 0 ? parsed : asParagraphs(text, options);
}

/** Like `parseStoryText`, without the net: also says which words are missing, and which the printed form added. */
export function readStory(
  text: string,
  options: ParseOptions = {},
): ParsedStoryText & { readonly missing: readonly string[]; readonly added: readonly string[] } {
  const filing = emptyFiling();
  const { lines, forwarded } = unwrap(filing, text);
  const head = fileHead(filing, lines);
  const body = takeDateline(filing, lines, head);
  fileBody(filing, body, head.bodyAt);
  const form = formOf(filing, forwarded);
  const article = makeArticle(filing, options);
  const { leftOver, missing, added } = balanceWords(text, article, form, filing.leftOver, filing.asides);
  const hasHeadline = hasWords(article.headline);
  return { article, report: { form, hasHeadline, understood: filing.understood, leftOver }, missing, added };
}

/** More lines than any story has: what follows is left over unread, so that a log file takes no minute. */
const MOST_LINES = 4 * LIMITS.blocks;

/** Takes off what stands around a story and tells each line's kind. */
function unwrap(filing: Filing, text: string): { lines: ClassedLine[]; forwarded: boolean } {
  const lines: StoryLine[] = [];
  let forwarded = false;
  let gap = false;
  for (const read of readLines(text)) {
    if (lines.length >= MOST_LINES) {
      leave(filing, read, read.text, 'over-limit');
      continue;
    }
    const forward = cutForwardHeader(read.text);
    if (forward) {
      forwarded = true;
      leave(filing, read, forward.header, 'forward-header');
    }
    const line = forward ? { ...read, text: forward.rest, blankBefore: true } : read;
    const why = line.text === '' ? null : notStory(line.text);
    if (why) leave(filing, line, line.text, why);
    forwarded ||= why === 'forward-header';
    gap ||= line.blankBefore;
    if (why || line.text === '') continue;
    lines.push(gap && !line.blankBefore ? { ...line, blankBefore: true } : line);
    gap = false;
  }
  const isFurniture = (line: StoryLine) => /^[-•–*]\s|^\d{1,3}[.)]\s/.test(line.text) || classLine(line).is !== 'plain';
  return { lines: joinWrapped(lines, isFurniture).map((line) => ({ ...line, kind: classLine(line) })), forwarded };
}

/** Takes the dateline off the first paragraph. */
function takeDateline(
  filing: Filing,
  lines: readonly ClassedLine[],
  { bodyAt, dateline }: ReturnType<typeof fileHead>,
): readonly ClassedLine[] {
  const line = lines[bodyAt];
  if (!dateline || !line) return lines;
  filing.dateline = dateline.dateline;
  understand(filing, 'dateline', [line], dateline.printed);
  const rest = { ...line, text: dateline.rest, kind: { is: 'plain' as const } };
  return lines.toSpliced(bodyAt, 1, ...(dateline.rest === '' ? [] : [rest]));
}

function formOf(filing: Filing, forwarded: boolean): StoryTextForm {
  const asides = new Set(filing.asides.map((aside) => aside.text.toLowerCase().replace(/[\s:]+$/, '')));
  const left = new Set(filing.leftOver.map((left) => left.text.toLowerCase()));
  const brand = (filing.dateline?.brand ?? '').toLowerCase();
  const source = filing.source.toLowerCase();
  const copyright = filing.copyright.join(' ').toLowerCase();
  const codes = filing.signoffs.length > 1 && filing.signoffs.every((signoff) => signoff.short === '');
  return recogniseForm([
    { form: 'whatsapp', weight: 6, seen: forwarded },
    { form: 'whatsapp', weight: 4, seen: filing.boldHeadline },
    { form: 'tribun', weight: 3, seen: brand.startsWith('tribun') },
    { form: 'tribun', weight: 1, seen: source.startsWith('tribun') || copyright.includes('tribun') },
    { form: 'kompas', weight: 3, seen: brand.startsWith('kompas') },
    { form: 'kompas', weight: 1, seen: left.has('lihat foto') },
    { form: 'detik', weight: 3, seen: source.startsWith('detik') },
    { form: 'detik', weight: 1, seen: filing.dateline?.brand === '' },
    { form: 'detik', weight: 1, seen: codes },
    { form: 'detik', weight: 1, seen: asides.has('foto') },
    { form: 'antara', weight: 3, seen: brand.startsWith('antara') || copyright.includes('antara') },
    { form: 'antara', weight: 2, seen: asides.has('pewarta') },
    { form: 'reuters', weight: 3, seen: brand === 'reuters' },
    { form: 'reuters', weight: 2, seen: asides.has('reporting by') },
  ]);
}

function makeArticle(filing: Filing, { newId = newBlockId, personByName }: ParseOptions): Article {
  const byline = (name: string): Byline => {
    const person = personByName?.(name);
    return person === undefined ? { name } : { name, person };
  };
  const photoUses = filing.leadPhotos.map((photo) => makePhotoUse(photo, newId));
  const blocks: Block[] = [];
  for (const piece of filing.pieces) addBlocks(filing, piece, blocks, photoUses, newId);
  const prose = filing.pieces.flatMap((piece) => (piece.kind === 'paragraph' ? [piece.text] : []));
  const deck = filing.deck.join('\n');
  const date = eventDate([...prose, deck]);
  return {
    ...emptyArticle(),
    language: storyLanguage([deck, ...prose.slice(0, 50), filing.headline].join('\n')),
    section: filing.section,
    headline: filing.headline,
    deck,
    writers: filing.writers.map(byline),
    editors: filing.editors.map(byline),
    dateline: filing.dateline,
    eventDate: date,
    signoffs: filing.signoffs,
    source: filing.source,
    related: filing.related,
    latest: filing.latest,
    tags: filing.tags,
    copyright: filing.copyright.join('\n'),
    photoUses,
    blocks,
  };
}

function makePhotoUse({ creditLead, slug, caption, credit }: PhotoWords, newId: () => string): PhotoUse {
  return { id: newId() as PhotoUseId, photo: null, creditLead, slug, caption, credit, alt: '' };
}

/** Adds a piece as blocks; what an article can't hold is left over. */
function addBlocks(filing: Filing, piece: BodyPiece, blocks: Block[], photoUses: PhotoUse[], newId: () => string): void {
  const id = () => newId() as BlockId;
  const line = piece.lines[0]!;
  if (blocks.length >= LIMITS.blocks) {
    for (const over of piece.lines) leave(filing, over, over.text, 'over-limit');
    return;
  }
  switch (piece.kind) {
    case 'paragraph':
      for (const part of cutText(piece.text)) {
        if (part.length > LIMITS.text || blocks.length >= LIMITS.blocks) leave(filing, line, part, 'over-limit');
        else blocks.push({ id: id(), kind: 'paragraph', runs: parseRuns(part) });
      }
      return understand(filing, 'paragraph', piece.lines, piece.text);
    case 'heading':
      blocks.push({ id: id(), kind: 'heading', level: 2, runs: [{ text: unmarked(piece.text) }] });
      return understand(filing, 'heading', piece.lines, piece.text);
    case 'list':
      blocks.push({ id: id(), kind: 'list', ordered: piece.ordered, items: piece.items.map(parseRuns) });
      return understand(filing, 'list', piece.lines, piece.items.join('\n'));
    case 'photo': {
      const use = makePhotoUse(piece.photo, newId);
      photoUses.push(use);
      blocks.push({ id: id(), kind: 'photo', photoUse: use.id });
      return;
    }
    case 'related':
      blocks.push({ id: id(), kind: 'related', label: piece.label, link: piece.link });
      return;
    default:
      return piece satisfies never;
  }
}

/** Cuts what is too long for one paragraph at white space. A single word beyond the limit stays whole. */
function cutText(text: string): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > LIMITS.text) {
    const gap = /\s\S*$/.exec(rest.slice(LIMITS.text - 2_000, LIMITS.text));
    if (!gap) break;
    const at = LIMITS.text - 2_000 + gap.index;
    parts.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return [...parts, rest].filter((part) => part !== '');
}

/** The net: every line a paragraph, nothing understood. */
function asParagraphs(text: string, { newId = newBlockId }: ParseOptions): ParsedStoryText {
  const filing = emptyFiling();
  const blocks: Block[] = [];
  for (const line of readLines(text)) {
    const runs: Run[] = [{ text: line.text }];
    if (blocks.length >= LIMITS.blocks || line.text.length > LIMITS.text) leave(filing, line, line.text, 'over-limit');
    else blocks.push({ id: newId() as BlockId, kind: 'paragraph', runs });
  }
  const article = { ...emptyArticle(), language: storyLanguage(text), blocks };
  return { article, report: { form: 'plain', hasHeadline: false, understood: [], leftOver: filing.leftOver } };
}
