/** Files furniture that may stand above or below the body: bylines, source, tags, copyright, photos. */
import { LIMITS } from '../article.ts';
import { readNames, type ReadByline } from './byline.ts';
import { readCaption, type ReadCaption } from './caption.ts';
import {
  leave,
  setAside,
  understand,
  type ClassedLine,
  type Filing,
  type PhotoWords,
} from './filing.ts';
import type { StoryLine } from './lines.ts';
import { readTags } from './related.ts';

const MOST_PEOPLE = 50;
const MOST_TAGS = 100;
const MOST_COPYRIGHT_LINES = 6;

export function fileByline(filing: Filing, line: StoryLine, byline: ReadByline): void {
  for (const aside of byline.asides) setAside(filing, line, aside);
  for (const words of byline.unplaced) leave(filing, line, words, 'unplaced');
  const full = byline.asides.some((aside) => /^reporting by$/i.test(aside));
  for (const field of ['writers', 'editors'] as const) {
    if (full) forgetNames(filing, field, byline[field]);
    filePeople(filing, field, line, byline[field]);
  }
  if (byline.source !== '') fileSource(filing, line, byline.source);
}

function filePeople(
  filing: Filing,
  field: 'writers' | 'editors',
  line: StoryLine,
  names: readonly string[],
): void {
  for (const name of names) {
    if (filing[field].includes(name)) leave(filing, line, name, 'repeated');
    else if (filing[field].length >= MOST_PEOPLE) leave(filing, line, name, 'over-limit');
    else {
      filing[field].push(name);
      filing.nameLines.set(name, line);
      understand(filing, field, [line], name);
    }
  }
}

/** An agency's full credits below the story replace the `By …` above it, in their order. */
function forgetNames(filing: Filing, field: 'writers' | 'editors', names: readonly string[]): void {
  for (const name of names) {
    const line = filing.nameLines.get(name);
    if (!line || !filing[field].includes(name)) continue;
    filing[field] = filing[field].filter((other) => other !== name);
    filing.understood = filing.understood.filter(
      (entry) => entry.field !== field || entry.text !== name,
    );
    leave(filing, line, name, 'repeated');
  }
}

function fileSource(filing: Filing, line: StoryLine, source: string): void {
  if (filing.source !== '') return leave(filing, line, source, 'repeated');
  filing.source = source;
  understand(filing, 'source', [line], source);
}

function fileTags(filing: Filing, line: StoryLine, tags: readonly string[]): void {
  for (const tag of tags) {
    if (filing.tags.length >= MOST_TAGS) leave(filing, line, tag, 'over-limit');
    else filing.tags.push(tag);
  }
  understand(filing, 'tags', [line], tags.join(', '));
}

export function fileCopyright(filing: Filing, line: StoryLine): void {
  if (filing.copyright.length >= MOST_COPYRIGHT_LINES)
    return leave(filing, line, line.text, 'repeated');
  filing.copyright.push(line.text);
  understand(filing, 'copyright', [line], line.text);
}

/**
 * Files the line at `at` when it is furniture that may stand above and below a body. Gives how many lines it took;
 * 0 when it is something else.
 */
export function fileFurniture(filing: Filing, lines: readonly ClassedLine[], at: number): number {
  const line = lines[at]!;
  const { kind } = line;
  switch (kind.is) {
    case 'byline':
      fileByline(filing, line, kind.byline);
      return 1;
    case 'hash-tags':
      fileTags(filing, line, readTags(line.text));
      return 1;
    case 'label': {
      const { field, printed, value } = kind.label;
      if (field === 'source') {
        setAside(filing, line, printed);
        fileSource(filing, line, value);
        return 1;
      }
      if (field === 'tags') {
        setAside(filing, line, printed);
        if (value !== '') fileTags(filing, line, readTags(value));
        return 1;
      }
      if (field === 'writers' || field === 'editors')
        return fileNamesBelow(filing, lines, at, field, printed);
      if (field !== 'not-ours') return 0;
      leave(filing, line, line.text, 'unplaced');
      return 1;
    }
    default:
      return 0;
  }
}

/** A lone `Penulis`, with its names on the next line. */
function fileNamesBelow(
  filing: Filing,
  lines: readonly ClassedLine[],
  at: number,
  field: 'writers' | 'editors',
  printed: string,
): number {
  const line = lines[at]!;
  const below = lines[at + 1];
  const read = below?.kind.is === 'plain' ? readNames(below.text) : null;
  if (!below || !read) {
    leave(filing, line, line.text, 'label');
    return 1;
  }
  const none = { writers: [], editors: [], source: '' };
  setAside(filing, line, printed);
  fileByline(filing, below, {
    ...none,
    [field]: read.names,
    asides: read.asides,
    unplaced: read.unplaced,
  });
  return 2;
}

export interface FoundPhoto {
  readonly photo: PhotoWords;
  readonly took: number;
}

/** Whether one more photo use fits. */
export function roomForPhoto(filing: Filing): boolean {
  return filing.photos < LIMITS.photoUses;
}

/**
 * Finds a caption at `at`: behind `Lihat Foto` or `Foto:`, or by its own form. Its label is put aside or left over
 * only when a caption was found.
 */
export function findPhoto(
  filing: Filing,
  lines: readonly ClassedLine[],
  at: number,
  where: 'head' | 'body',
): FoundPhoto | null {
  const line = lines[at];
  if (!line || !roomForPhoto(filing)) return null;
  const { kind } = line;
  if (kind.is === 'plain') {
    const read = readCaption(line.text, where);
    return read && found(filing, line, read, 1);
  }
  if (kind.is !== 'label' || kind.label.field !== 'photo-next') return null;
  if (kind.label.value !== '') {
    const own = readCaption(line.text, where);
    if (own) return found(filing, line, own, 1);
    const read = where === 'head' ? readCaption(kind.label.value, 'marked') : null;
    if (!read) return null;
    setAside(filing, line, kind.label.printed);
    return found(filing, line, read, 1);
  }
  const below = lines[at + 1];
  const read = below?.kind.is === 'plain' ? readCaption(below.text, 'marked') : null;
  if (!below || !read) return null;
  leave(filing, line, line.text, 'chrome');
  return found(filing, below, read, 2);
}

function found(filing: Filing, line: StoryLine, read: ReadCaption, took: number): FoundPhoto {
  const { aside, ...words } = read;
  if (aside !== '') setAside(filing, line, aside);
  filing.photos += 1;
  understand(filing, 'caption', [line], line.text);
  return { photo: { ...words, creditLead: '' }, took };
}
