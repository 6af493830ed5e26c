/** A story in the making: what the two ways of filing a file have in common. */
import {
  blockSchema,
  blockText,
  LIMITS,
  photoUseSchema,
  type Article,
  type Block,
  type PhotoUse,
} from '#shared/domain/article.ts';
import { newBlockId, newPhotoUseId, type BlockId, type PhotoUseId } from '#shared/domain/ids.ts';
import type { PersonId, PhotoHash } from '#shared/domain/ids.ts';
import type { ReadStoryFile } from '#shared/contract/files.ts';
import { countWords, storyWords, takeWords } from '#shared/domain/story-text/words.ts';
import { printStoryText, type StoryTextForm } from '#shared/domain/story-text/index.ts';
import { photoFields } from './photo-words.ts';
import type { FileParts, PhotoPiece, Piece } from './pieces.ts';
import { textOfRuns } from './runs.ts';

export type LeftOver = ReadStoryFile['leftOver'][number];

export interface FilingOptions {
  readonly newId?: () => string;
  readonly personByName?: (name: string) => PersonId | undefined;
}

export interface FiledStory {
  readonly article: Article;
  readonly leftOver: readonly LeftOver[];
  /** Which picture of the file belongs to which use. */
  readonly pictures: ReadonlyMap<PhotoUseId, number>;
}

export type OwnPiece = Exclude<Piece, { kind: 'said' } | { kind: 'photo' }>;

export interface Making {
  readonly blocks: Block[];
  readonly photoUses: PhotoUse[];
  readonly leftOver: LeftOver[];
  readonly pictures: Map<PhotoUseId, number>;
  readonly newId: () => string;
}

export function startMaking(parts: FileParts, { newId }: FilingOptions): Making {
  return {
    blocks: [],
    photoUses: [],
    leftOver: parts.leftOver.map(({ text, why }) => ({ text, why })),
    pictures: new Map(),
    newId: newId ?? newBlockId,
  };
}

/** Adds a piece as a block; what no block can hold is cut, or left over. */
export function addPiece(making: Making, piece: OwnPiece): void {
  for (const part of cutPiece(piece)) {
    const block = { ...part, id: making.newId() as BlockId } as Block;
    if (making.blocks.length < LIMITS.blocks && blockSchema.safeParse(block).success)
      making.blocks.push(block);
    else leaveOver(making, blockText(block));
  }
}

export function leaveOver(making: Pick<Making, 'leftOver'>, text: string): void {
  if (storyWords(text).length > 0) making.leftOver.push({ text, why: 'over-limit' });
}

function cutPiece(piece: OwnPiece): readonly OwnPiece[] {
  if (piece.kind === 'list' && piece.items.length > LIMITS.list)
    return cutInto(piece.items, LIMITS.list).map((items) => ({ ...piece, items }));
  if (piece.kind === 'info-box' && piece.paragraphs.length > LIMITS.list)
    return cutInto(piece.paragraphs, LIMITS.list).map((paragraphs, at) => ({
      ...piece,
      title: at === 0 ? piece.title : '',
      paragraphs,
    }));
  if (piece.kind === 'paragraph' && piece.runs.length > LIMITS.blocks)
    return cutInto(piece.runs, LIMITS.blocks).map((runs) => ({ ...piece, runs }));
  return [piece];
}

function cutInto<Each>(all: readonly Each[], most: number): readonly (readonly Each[])[] {
  const parts: (readonly Each[])[] = [];
  for (let at = 0; at < all.length; at += most) parts.push(all.slice(at, at + most));
  return parts;
}

/** Adds a picture with its words: above the body, or as a block. */
export function addPhoto(making: Making, piece: PhotoPiece, leads: boolean): void {
  const id = newUseId(making);
  const use: PhotoUse = {
    id,
    photo: piece.hash as PhotoHash | null,
    ...photoFields(piece.words),
    alt: piece.alt.slice(0, LIMITS.line),
  };
  const room =
    making.photoUses.length < LIMITS.photoUses &&
    (leads || making.blocks.length < LIMITS.blocks) &&
    photoUseSchema.safeParse(use).success;
  if (!room) {
    leaveOver(making, [...piece.words, piece.alt].join('\n'));
    return;
  }
  leaveOver(making, piece.alt.slice(LIMITS.line));
  making.photoUses.push(use);
  if (piece.picture !== null) making.pictures.set(id, piece.picture);
  if (!leads) making.blocks.push({ id: making.newId() as BlockId, kind: 'photo', photoUse: id });
}

export function newUseId(making: Pick<Making, 'newId'>): PhotoUseId {
  return (making.newId() || newPhotoUseId()) as PhotoUseId;
}

/** All that a piece says, as its block would be printed. */
export function pieceText(piece: Piece): string {
  switch (piece.kind) {
    case 'said':
      return textOfRuns(piece.runs);
    case 'photo':
      return [...piece.words, piece.alt].join('\n');
    case 'quote':
      return [textOfRuns(piece.runs), piece.verb, piece.speaker].join('\n');
    case 'list':
      return piece.items
        .map((item, at) => `${piece.ordered ? `${at + 1}. ` : ''}${textOfRuns(item)}`)
        .join('\n');
    case 'related':
      return [piece.label, piece.link.title, piece.link.url ?? ''].join('\n');
    default:
      return blockText({ ...piece, id: '' } as unknown as Block);
  }
}

/** Every word that the readers found in the file. */
export function partsWords(parts: FileParts): readonly string[] {
  const fields = Object.entries(parts.fields)
    .filter(([name]) => name !== 'language')
    .map(([, value]) => (typeof value === 'string' ? value : value.join('\n')));
  const texts = [
    ...parts.pieces.map(pieceText),
    ...parts.leftOver.map(({ text }) => text),
    ...fields,
  ];
  return texts.flatMap(storyWords);
}

/** Words of the file that neither the printed article nor the left-over list has, each as often as it is missing. */
export function missingWords(
  parts: FileParts,
  { article, leftOver }: Pick<FiledStory, 'article' | 'leftOver'>,
  form: StoryTextForm,
): readonly string[] {
  const counts = countWords(partsWords(parts));
  takeWords(counts, articleWords(article, form));
  for (const { text } of leftOver) takeWords(counts, storyWords(text));
  return [...counts].flatMap(([word, count]) =>
    count > 0 ? Array.from({ length: count }, () => word) : [],
  );
}

/** What an article says: its printed text, and what print has no line for. */
function articleWords(article: Article, form: StoryTextForm): readonly string[] {
  const { shortHeadline, socialHeadline, printHeadline, eventDate } = article;
  return [
    printStoryText(article, form),
    ...article.photoUses.map((use) => use.alt),
    shortHeadline ?? '',
    socialHeadline ?? '',
    printHeadline ?? '',
    eventDate ?? '',
  ].flatMap(storyWords);
}
