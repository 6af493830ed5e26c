/**
 * Every text of an article that a writer can search, count or check: where it stands, and how to put another one
 * there. One row a kind of block; reading and changing come from the same row, so that what is found can be replaced.
 */
import {
  isNewerBlock,
  OTHER_HEADLINES,
  runsText,
  type Article,
  type Block,
  type BlockKind,
  type BlockOf,
  type PhotoUse,
  type Run,
} from '../article.ts';
import type { BlockId, PhotoUseId } from '../ids.ts';

/** Is given each text of a block with its name inside the block, and gives what shall stand there. */
export interface Visit {
  readonly runs: (part: string, runs: readonly Run[]) => readonly Run[];
  readonly line: (part: string, text: string) => string;
}

const TEXTS_OF: {
  readonly [Kind in BlockKind]: (block: BlockOf<Kind>, visit: Visit) => BlockOf<Kind>;
} = {
  paragraph: (block, visit) => ({ ...block, runs: visit.runs('text', block.runs) }),
  heading: (block, visit) => ({ ...block, runs: visit.runs('text', block.runs) }),
  quote: (block, visit) => ({
    ...block,
    runs: visit.runs('text', block.runs),
    speaker: visit.line('speaker', block.speaker),
    verb: visit.line('verb', block.verb),
  }),
  'pull-quote': (block, visit) => ({
    ...block,
    runs: visit.runs('text', block.runs),
    speaker: visit.line('speaker', block.speaker),
  }),
  list: (block, visit) => ({
    ...block,
    items: block.items.map((runs, at) => visit.runs(`item.${at}`, runs)),
  }),
  table: (block, visit) => ({
    ...block,
    caption: visit.line('caption', block.caption),
    rows: block.rows.map((row, r) => row.map((runs, c) => visit.runs(`cell.${r}.${c}`, runs))),
  }),
  'info-box': (block, visit) => ({
    ...block,
    title: visit.line('title', block.title),
    paragraphs: block.paragraphs.map((runs, at) => visit.runs(`paragraph.${at}`, runs)),
  }),
  related: (block, visit) => ({
    ...block,
    label: visit.line('label', block.label),
    link: { ...block.link, title: visit.line('title', block.link.title) },
  }),
  embed: (block, visit) => ({ ...block, title: visit.line('title', block.title) }),
  // Its words are the photo use's.
  photo: (block) => block,
  divider: (block) => block,
};

/** The block with other texts; the very same block when the visit changes none. A newer Redaksi's block is left alone. */
export function mapBlockTexts(block: Block, visit: Visit): Block {
  if (isNewerBlock(block)) return block;
  let changed = false;
  const watched: Visit = {
    runs: (part, runs) => {
      const next = visit.runs(part, runs);
      changed ||= next !== runs;
      return next;
    },
    line: (part, text) => {
      const next = visit.line(part, text);
      changed ||= next !== text;
      return next;
    },
  };
  const map = TEXTS_OF[block.kind] as (block: Block, visit: Visit) => Block;
  const next = map(block, watched);
  return changed ? next : block;
}

/** One text of a block. */
export interface BlockText {
  readonly part: string;
  readonly text: string;
}

/** The texts of a block in reading order, empty ones too. */
export function blockTexts(block: Block): readonly BlockText[] {
  const texts: BlockText[] = [];
  mapBlockTexts(block, {
    runs: (part, runs) => {
      texts.push({ part, text: runsText(runs) });
      return runs;
    },
    line: (part, text) => {
      texts.push({ part, text });
      return text;
    },
  });
  return texts;
}

export const FIND_FIELDS = ['headline', ...OTHER_HEADLINES, 'deck'] as const;
export type FindField = (typeof FIND_FIELDS)[number];

export const PHOTO_TEXTS = ['creditLead', 'slug', 'caption', 'credit', 'alt'] as const;
export type PhotoText = (typeof PHOTO_TEXTS)[number];

/** Where a text stands. */
export type Place =
  | { readonly in: 'field'; readonly field: FindField }
  | { readonly in: 'photo'; readonly use: PhotoUseId; readonly field: PhotoText }
  | { readonly in: 'block'; readonly block: BlockId; readonly part: string };

export interface PlacedText {
  readonly place: Place;
  readonly text: string;
  /** Another story's title: it is found, and never changed from here. */
  readonly fixed: boolean;
}

/** One name for one place; the fields' and photos' are those of preflight's findings. */
export function placeKey(place: Place): string {
  switch (place.in) {
    case 'field':
      return place.field;
    case 'photo':
      return `photo:${place.use}.${place.field}`;
    case 'block':
      return `block:${place.block}#${place.part}`;
    default:
      return place satisfies never;
  }
}

/** The texts of one block in their places, empty ones too. */
export function placedTextsOf(block: Block): readonly PlacedText[] {
  const own = !isNewerBlock(block) && block.kind === 'related' && block.link.story !== undefined;
  return blockTexts(block).map(({ part, text }) => ({
    place: { in: 'block', block: block.id, part },
    text,
    fixed: own && part === 'title',
  }));
}

/** All texts of an article with words in them, in the order in which a reader meets them. */
export function articleTexts(article: Article): readonly PlacedText[] {
  const texts: PlacedText[] = [];
  const uses = new Map(article.photoUses.map((use) => [use.id, use]));
  const addPhoto = (use: PhotoUse): void => {
    uses.delete(use.id);
    for (const field of PHOTO_TEXTS) {
      texts.push({ place: { in: 'photo', use: use.id, field }, text: use[field], fixed: false });
    }
  };
  for (const field of FIND_FIELDS) {
    texts.push({ place: { in: 'field', field }, text: article[field] ?? '', fixed: false });
  }
  const inBody = new Set(article.blocks.flatMap((b) => (b.kind === 'photo' ? [b.photoUse] : [])));
  for (const use of article.photoUses) if (!inBody.has(use.id)) addPhoto(use);
  for (const block of article.blocks) {
    const use = block.kind === 'photo' ? uses.get(block.photoUse) : undefined;
    if (use !== undefined) addPhoto(use);
    texts.push(...placedTextsOf(block));
  }
  return texts.filter(({ text }) => text !== '');
}
