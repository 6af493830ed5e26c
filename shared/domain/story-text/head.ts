/** Everything above the body: section, headline, deck, byline, lead photos. */
import { LIMITS } from '../article.ts';
import { isCreditLead, readCaption } from './caption.ts';
import { readDateline, type ReadDateline } from './dateline.ts';
import { lastProse, leave, understand, type ClassedLine, type Filing } from './filing.ts';
import { fileFurniture, findPhoto, roomForPhoto } from './furniture.ts';
import { gapWords, isProse } from './lines.ts';
import { isAllBold, unmarked } from './marks.ts';

/** A head has at most so many lines of its own: a banner, section, headline, a deck of a few lines, a few captions. */
const MOST_PLAIN = 16;
const MOST_PROSE = 7;
const LONGEST_HEADLINE = 250;
/** A first paragraph has this length at least; a headline that opens `Klaten - Nanjing …` may be shorter. */
const SHORTEST_LEAD = 60;

export interface Head {
  /** The first line of the body. */
  readonly bodyAt: number;
  readonly dateline: ReadDateline | null;
}

/** Files the head and says where the body begins. */
export function fileHead(filing: Filing, lines: readonly ClassedLine[]): Head {
  const edge = findEdge(lines);
  const titles = chooseTitles(lines, edge?.at ?? looseEdge(lines), edge !== null);
  const end = edge?.at ?? (titles.headline ?? leadingFurniture(lines) - 1) + 1;
  const above = lines.slice(0, end);
  let at = 0;
  while (at < end) at += fileHeadLine(filing, above, at, titles);
  if (edge?.dateline) return { bodyAt: at, dateline: edge.dateline };
  return { bodyAt: fileBelowHead(filing, lines, at), dateline: null };
}

interface Edge {
  readonly at: number;
  readonly dateline: ReadDateline | null;
}

/** The head ends where the dateline stands, else behind a byline that is not the one below the story. */
function findEdge(lines: readonly ClassedLine[]): Edge | null {
  const prose = lastProse(lines);
  const seen = { plain: 0, prose: 0 };
  let byline: number | null = null;
  for (const [at, line] of lines.entries()) {
    const { kind, text } = line;
    if (kind.is === 'plain') {
      const mayBeBare = seen.plain > 0 && seen.prose <= 3 && text.length >= SHORTEST_LEAD;
      const dateline = readDateline(text, mayBeBare ? 'bare' : 'branded');
      if (dateline) return { at, dateline };
      if (readCaption(text, 'body')) continue;
      seen.plain += 1;
      if (isProse(text)) seen.prose += 1;
      if (seen.plain > MOST_PLAIN || seen.prose > MOST_PROSE || text.length > LIMITS.line) break;
    } else if (endsHead(line)) {
      break;
    } else if (isBylineLine(line) && seen.plain > 0 && seen.prose <= 3 && at < prose) {
      byline = at + (kind.is === 'label' ? 2 : 1);
    }
  }
  return byline === null ? null : { at: Math.min(byline, lines.length), dateline: null };
}

function isBylineLine({ kind }: ClassedLine): boolean {
  return (
    kind.is === 'byline' ||
    (kind.is === 'label' && (kind.label.field === 'writers' || kind.label.field === 'editors'))
  );
}

/** Links to other stories and copyright stand in or below a body, never above. */
function endsHead({ kind }: ClassedLine): boolean {
  if (kind.is === 'copyright') return true;
  return (
    kind.is === 'label' &&
    ['related-inline', 'related-list', 'latest-list'].includes(kind.label.field)
  );
}

/** Without furniture to go by, only what stands before the first prose may be a headline. */
function looseEdge(lines: readonly ClassedLine[]): number {
  const at = lines.findIndex(
    (line) => endsHead(line) || (line.kind.is === 'plain' && isProse(line.text)),
  );
  return Math.min(at < 0 ? lines.length : at, MOST_PLAIN);
}

function leadingFurniture(lines: readonly ClassedLine[]): number {
  const at = lines.findIndex((line) => line.kind.is === 'plain' || endsHead(line));
  return at < 0 ? lines.length : at;
}

interface Titles {
  readonly section: number | null;
  readonly headline: number | null;
}

/** Which lines are the section and the headline. `sure`: furniture below says that this is a head. */
function chooseTitles(lines: readonly ClassedLine[], end: number, sure: boolean): Titles {
  const plain: number[] = [];
  for (let at = 0; at < end; at += 1)
    if (lines[at]!.kind.is === 'plain' && mayBeTitle(lines[at]!.text)) plain.push(at);
  const text = (at: number) => lines[at]!.text;
  const section = plain.findIndex((at, index) => index < plain.length - 1 && isSection(text(at)));
  if (section >= 0) return { section: plain[section]!, headline: plain[section + 1]! };
  const headline = plain
    .slice(0, 5)
    .findIndex((at) => gapWords(text(at)) >= 3 && !unmarked(text(at)).endsWith('.'));
  if (headline > 0) {
    const above = plain[headline - 1]!;
    return { section: gapWords(text(above)) < 3 ? above : null, headline: plain[headline]! };
  }
  if (headline === 0) return { section: null, headline: plain[0]! };
  const first = plain[0];
  const fits = first !== undefined && (sure || !unmarked(text(first)).endsWith('.'));
  return { section: null, headline: fits ? first : null };
}

function mayBeTitle(text: string): boolean {
  if (text.length > LONGEST_HEADLINE || /^(?:[-•–]|\d{1,3}[.)])\s/.test(text)) return false;
  const caption = readCaption(text, 'body');
  return !(caption && caption.slug !== '') && !isCreditLead(text);
}

const SECTIONS = new Set(
  (
    'regional nasional ekonomi bisnis olahraga internasional politik hukum kesehatan pendidikan teknologi otomotif ' +
    'budaya wisata metro daerah jateng jabar jatim diy world business sports politics health'
  ).split(' '),
);

/** A kicker: `Berita Klaten`, `Regional`, `Home > Regional > Klaten`. */
function isSection(text: string): boolean {
  if (text.length > 80 || /[.!?]$/.test(text)) return false;
  if (/ [>»›] /.test(text)) return true;
  return (
    SECTIONS.has(text.toLowerCase()) ||
    (/^(?:Berita|Kabar|Warta) \p{Lu}/u.test(text) && gapWords(text) <= 4)
  );
}

/** Files one line of the head; gives how many lines were taken. */
function fileHeadLine(
  filing: Filing,
  lines: readonly ClassedLine[],
  at: number,
  { section, headline }: Titles,
): number {
  const line = lines[at]!;
  if (at === section) return fileSection(filing, line);
  if (at === headline) {
    filing.headline = unmarked(line.text);
    filing.boldHeadline = isAllBold(line.text);
    understand(filing, 'headline', [line], filing.headline);
    return 1;
  }
  if (line.kind.is === 'plain' && at < (section ?? headline ?? 0)) {
    leave(filing, line, line.text, section === null ? 'unplaced' : 'chrome');
    return 1;
  }
  const photo = fileLeadPhoto(filing, lines, at);
  if (photo > 0) return photo;
  const taken = fileFurniture(filing, lines, at);
  if (taken > 0) return taken;
  switch (line.kind.is) {
    case 'plain':
      filing.deck.push(unmarked(line.text));
      understand(filing, 'deck', [line], line.text);
      return 1;
    case 'timestamp':
      leave(filing, line, line.text, 'timestamp');
      return 1;
    default:
      leave(filing, line, line.text, 'chrome');
      return 1;
  }
}

function fileSection(filing: Filing, line: ClassedLine): number {
  const text = unmarked(line.text);
  const crumb = Math.max(text.lastIndexOf('> '), text.lastIndexOf('» '), text.lastIndexOf('› '));
  leave(filing, line, text.slice(0, crumb + 1), 'chrome');
  filing.section = text.slice(crumb + 1).trim();
  understand(filing, 'section', [line], filing.section);
  return 1;
}

/** A credit lead, a caption, or both; gives how many lines were taken, 0 when neither stands at `at`. */
function fileLeadPhoto(filing: Filing, lines: readonly ClassedLine[], at: number): number {
  const line = lines[at]!;
  if (!roomForPhoto(filing)) return 0;
  const creditLead = line.kind.is === 'plain' && isLeadFor(lines, at) ? line.text : '';
  const found = findPhoto(filing, lines, creditLead === '' ? at : at + 1, 'head');
  if (!found && creditLead === '') return 0;
  if (creditLead !== '') understand(filing, 'creditLead', [line], creditLead);
  if (!found) filing.photos += 1;
  filing.leadPhotos.push({ slug: '', caption: '', credit: '', ...found?.photo, creditLead });
  return (found?.took ?? 0) + (creditLead === '' ? 0 : 1);
}

/** A credit lead is known by its words, or is a short line right above a caption. */
function isLeadFor(lines: readonly ClassedLine[], at: number): boolean {
  const { text } = lines[at]!;
  if (readCaption(text, 'head')) return false;
  if (isCreditLead(text)) return true;
  const below = lines[at + 1];
  if (gapWords(text) > 5 || text.length > 60 || /[.!?:]$/.test(text) || !below || below.blankBefore)
    return false;
  return below.kind.is === 'plain' && readCaption(below.text, 'head') !== null;
}

/** Behind a head that has no dateline, more furniture and captions may follow before the first paragraph. */
function fileBelowHead(filing: Filing, lines: readonly ClassedLine[], from: number): number {
  const prose = lastProse(lines);
  let at = from;
  while (at < lines.length && at < prose) {
    const line = lines[at]!;
    if (line.kind.is === 'plain') {
      const caption = readCaption(line.text, 'body');
      const lead =
        isCreditLead(line.text) &&
        lines[at + 1]?.kind.is === 'plain' &&
        readCaption(lines[at + 1]!.text, 'head');
      if (!caption && !lead) break;
      const took = fileLeadPhoto(filing, lines, at);
      if (took === 0) break;
      at += took;
    } else if (line.kind.is === 'timestamp') {
      leave(filing, line, line.text, 'timestamp');
      at += 1;
    } else {
      const took =
        (endsHead(line) ? 0 : fileLeadPhoto(filing, lines, at)) || fileFurniture(filing, lines, at);
      if (took === 0) break;
      at += took;
    }
  }
  return at;
}
