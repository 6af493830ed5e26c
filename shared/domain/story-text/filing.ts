/** The desk on which a text is sorted: what has been filed so far, and the classed lines it comes from. */
import { LIMITS, type Dateline, type RelatedLink, type Signoff } from '../article.ts';
import { readByline, type ReadByline } from './byline.ts';
import type { ReadCaption } from './caption.ts';
import { isCopyright } from './chrome.ts';
import { isTimestamp } from './dates.ts';
import { readLabel, type Labelled } from './labels.ts';
import { isProse, isRule, type StoryLine } from './lines.ts';
import { isHashTags } from './related.ts';
import type { LeftOverWhy } from './left-over.ts';
import type { Aside, LeftOverText, UnderstoodText } from './report.ts';

/** What a line says about itself, before its place in the text is known. */
export type LineKind =
  | { readonly is: 'plain' | 'timestamp' | 'copyright' | 'hash-tags' | 'rule' }
  | { readonly is: 'byline'; readonly byline: ReadByline }
  | { readonly is: 'label'; readonly label: Labelled };

export interface ClassedLine extends StoryLine {
  readonly kind: LineKind;
}

/** A photo's words; its picture comes from the photo desk. */
export interface PhotoWords extends Omit<ReadCaption, 'aside'> {
  readonly creditLead: string;
}

export type BodyPiece =
  | {
      readonly kind: 'paragraph' | 'heading';
      readonly text: string;
      readonly lines: readonly StoryLine[];
    }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly items: readonly string[];
      readonly lines: readonly StoryLine[];
    }
  | { readonly kind: 'photo'; readonly photo: PhotoWords; readonly lines: readonly StoryLine[] }
  | {
      readonly kind: 'related';
      readonly label: string;
      readonly link: RelatedLink;
      readonly lines: readonly StoryLine[];
    };

export interface Filing {
  section: string;
  headline: string;
  boldHeadline: boolean;
  deck: string[];
  dateline: Dateline | null;
  source: string;
  writers: string[];
  editors: string[];
  readonly leadPhotos: PhotoWords[];
  pieces: BodyPiece[];
  photos: number;
  signoffs: readonly Signoff[];
  readonly related: RelatedLink[];
  readonly latest: RelatedLink[];
  readonly tags: string[];
  readonly copyright: string[];
  understood: UnderstoodText[];
  readonly leftOver: LeftOverText[];
  readonly asides: Aside[];
  /** Where each name of a byline stood first. */
  readonly nameLines: Map<string, StoryLine>;
}

export function emptyFiling(): Filing {
  return {
    section: '',
    headline: '',
    boldHeadline: false,
    deck: [],
    dateline: null,
    source: '',
    writers: [],
    editors: [],
    leadPhotos: [],
    pieces: [],
    photos: 0,
    signoffs: [],
    related: [],
    latest: [],
    tags: [],
    copyright: [],
    understood: [],
    leftOver: [],
    asides: [],
    nameLines: new Map(),
  };
}

/** A line longer than a furniture field holds is never furniture. */
export function classLine(line: StoryLine): LineKind {
  const { text } = line;
  if (text.length > LIMITS.line) return { is: 'plain' };
  if (isTimestamp(text)) return { is: 'timestamp' };
  if (isCopyright(text)) return { is: 'copyright' };
  if (isHashTags(text)) return { is: 'hash-tags' };
  const byline = readByline(text);
  if (byline) return { is: 'byline', byline };
  const label = readLabel(text);
  if (label && !(isBylineLabel(label) && label.value !== '')) return { is: 'label', label };
  return { is: isRule(text) ? 'rule' : 'plain' };
}

/** `Penulis:` with something behind it that is no name is text; alone it waits for the next line. */
export function isBylineLabel({ field }: Labelled): boolean {
  return field === 'writers' || field === 'editors' || field === 'not-ours';
}

/** The last line of prose: furniture that may stand below a story is looked for only after it. -1 without any. */
export function lastProse(lines: readonly ClassedLine[]): number {
  return lines.findLastIndex((line) => line.kind.is === 'plain' && isProse(line.text));
}

export function understand(
  filing: Filing,
  field: string,
  lines: readonly StoryLine[],
  text: string,
): void {
  filing.understood.push({ field, lines: lines.flatMap((line) => line.numbers), text });
}

export function leave(filing: Filing, line: StoryLine, text: string, why: LeftOverWhy): void {
  if (text !== '') filing.leftOver.push({ line: line.numbers[0] ?? 1, text, why });
}

/** Notes words that the printed story has by itself. */
export function setAside(filing: Filing, line: StoryLine, text: string): void {
  filing.asides.push({ line: line.numbers[0] ?? 1, text });
}
