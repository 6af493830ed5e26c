/** The body and what stands below it. */
import { LIMITS } from '../article.ts';
import { isCreditLead, readCaption } from './caption.ts';
import { lastProse, leave, setAside, understand, type ClassedLine, type Filing } from './filing.ts';
import { fileCopyright, fileFurniture, findPhoto } from './furniture.ts';
import { markHeadings } from './headings.ts';
import { readList } from './lists.ts';
import { signoffParagraph } from './print.ts';
import { isTitle, readRelated } from './related.ts';
import { readSignoff } from './signoff.ts';
import { hasWords } from './words.ts';

/** Files every line from `from` on. Furniture is looked for only below the last prose; above it a doubt is a paragraph. */
export function fileBody(filing: Filing, lines: readonly ClassedLine[], from: number): void {
  const prose = lastProse(lines);
  let below = false;
  for (let at = from; at < lines.length;) {
    const line = lines[at]!;
    const inBody = fileInBody(filing, lines, at, prose);
    if (inBody > 0) {
      below ||= isListHeading(line) && at > prose;
      at += inBody;
      continue;
    }
    const taken = at > prose ? fileBelow(filing, lines, at) : 0;
    below ||= taken > 0 && line.kind.is !== 'timestamp';
    at += taken > 0 ? taken : below ? fileStray(filing, line) : fileText(filing, lines, at);
  }
  filing.pieces = markHeadings(filing.pieces);
  fileSignoff(filing);
}

function isListHeading({ kind }: ClassedLine): boolean {
  return (
    kind.is === 'label' &&
    (kind.label.field === 'related-list' || kind.label.field === 'latest-list')
  );
}

/** Links to other stories and photos, which may stand between paragraphs. */
function fileInBody(
  filing: Filing,
  lines: readonly ClassedLine[],
  at: number,
  prose: number,
): number {
  const line = lines[at]!;
  if (line.kind.is === 'label') {
    const { field, label, printed, value } = line.kind.label;
    switch (field) {
      case 'related-inline':
        return fileRelated(filing, lines, at, label, value);
      case 'related-list':
      case 'latest-list':
        setAside(filing, line, printed);
        return fileTitles(
          filing,
          lines,
          at,
          field === 'related-list' ? 'related' : 'latest',
          prose,
        );
      case 'photo-next': {
        const photo = filePhoto(filing, lines, at);
        if (photo > 0 || value !== '') return photo;
        leave(filing, line, line.text, 'chrome');
        return 1;
      }
      default:
        return 0;
    }
  }
  return line.kind.is === 'plain' && !isSignedOff(line.text) ? filePhoto(filing, lines, at) : 0;
}

/** A paragraph that ends with a reporter's code is no caption, unless a slug opens it. */
function isSignedOff(text: string): boolean {
  return readSignoff(text) !== null && !readCaption(text, 'body')?.slug;
}

function fileRelated(
  filing: Filing,
  lines: readonly ClassedLine[],
  at: number,
  label: string,
  value: string,
): number {
  const line = lines[at]!;
  const below = lines[at + 1];
  const title =
    value !== '' ? value : below?.kind.is === 'plain' && isTitle(below.text) ? below.text : '';
  const link = readRelated(title);
  if (!link) {
    leave(filing, line, line.text, 'label');
    return 1;
  }
  const taken = value !== '' || !below ? [line] : [line, below];
  filing.pieces.push({ kind: 'related', label, link, lines: taken });
  understand(filing, 'related-inline', taken, title);
  return taken.length;
}

/** The titles under `Berita Terkait`: below the body until something else begins, inside it until a blank line. */
function fileTitles(
  filing: Filing,
  lines: readonly ClassedLine[],
  from: number,
  field: 'related' | 'latest',
  prose: number,
): number {
  const label = lines[from]!.kind;
  const value = label.is === 'label' ? label.label.value : '';
  const own = value === '' ? null : readRelated(value);
  if (own) pushTitle(filing, lines[from]!, field, value);
  let at = from + 1;
  while (at < lines.length) {
    const line = lines[at]!;
    if (
      line.kind.is !== 'plain' ||
      !isTitle(line.text) ||
      (at < prose && line.blankBefore && at > from + 1)
    )
      break;
    pushTitle(filing, line, field, line.text);
    at += 1;
  }
  return at - from;
}

function pushTitle(
  filing: Filing,
  line: ClassedLine,
  field: 'related' | 'latest',
  title: string,
): void {
  const link = readRelated(
    title.replace(/^(?:[-•*–]|\d{1,2}[.)])\s/, (mark) => (hasWords(mark) ? mark : '')),
  );
  if (!link || filing[field].length >= LIMITS.list) return leave(filing, line, title, 'over-limit');
  filing[field].push(link);
  understand(filing, field, [line], title);
}

function filePhoto(filing: Filing, lines: readonly ClassedLine[], at: number): number {
  const line = lines[at]!;
  const below = lines[at + 1];
  const lead =
    line.kind.is === 'plain' &&
    isCreditLead(line.text) &&
    below?.kind.is === 'plain' &&
    readCaption(below.text, 'body') !== null;
  const found = findPhoto(filing, lines, lead ? at + 1 : at, 'body');
  if (!found) return 0;
  const took = found.took + (lead ? 1 : 0);
  if (lead) understand(filing, 'creditLead', [line], line.text);
  const photo = { ...found.photo, creditLead: lead ? line.text : '' };
  filing.pieces.push({ kind: 'photo', photo, lines: lines.slice(at, at + took) });
  return took;
}

function fileBelow(filing: Filing, lines: readonly ClassedLine[], at: number): number {
  const line = lines[at]!;
  if (line.kind.is === 'copyright') {
    fileCopyright(filing, line);
    return 1;
  }
  if (line.kind.is === 'timestamp' && filing.pieces.length > 0) {
    leave(filing, line, line.text, 'timestamp');
    return 1;
  }
  return fileFurniture(filing, lines, at);
}

/** A line below the story that is no furniture we know. */
function fileStray(filing: Filing, line: ClassedLine): number {
  const signoff = filing.signoffs.length === 0 ? readSignoff(line.text) : null;
  if (signoff?.before === '') {
    filing.signoffs = signoff.signoffs;
    understand(filing, 'signoff', [line], signoff.printed);
  } else {
    leave(filing, line, line.text, hasWords(line.text) ? 'unplaced' : 'chrome');
  }
  return 1;
}

/** A list or a paragraph. */
function fileText(filing: Filing, lines: readonly ClassedLine[], at: number): number {
  const { ordered, items } = readList(lines, at);
  if (items.length === 0) {
    const line = lines[at]!;
    filing.pieces.push({ kind: 'paragraph', text: line.text, lines: [line] });
    return 1;
  }
  const taken = lines.slice(at, at + items.length);
  filing.pieces.push({ kind: 'list', ordered, items, lines: taken });
  return taken.length;
}

/** Takes the reporter's code from the end of the last paragraph. */
function fileSignoff(filing: Filing): void {
  const at = signoffParagraph(filing.pieces);
  const last = filing.pieces[at];
  if (last?.kind !== 'paragraph' || filing.signoffs.length > 0) return;
  const signoff = readSignoff(last.text);
  if (!signoff) return;
  filing.signoffs = signoff.signoffs;
  understand(filing, 'signoff', last.lines, signoff.printed);
  filing.pieces =
    signoff.before === ''
      ? filing.pieces.toSpliced(at, 1)
      : filing.pieces.toSpliced(at, 1, { ...last, text: signoff.before });
}
