/** What every reader of a file makes of it: pieces in reading order, and what it could not place. */
import type { FileLeftOver } from '#shared/contract/files.ts';
import type { Run } from '#shared/domain/article.ts';
import type { WordBlock } from '#shared/export/parts.ts';

type WithoutId<B> = B extends unknown ? Omit<B, 'id'> : never;

/** Furniture that the file itself names as such, by its structure or its styles. */
export const SAID_FIELDS = [
  'section',
  'headline',
  'deck',
  'byline',
  'dateline',
  'signoff',
  'source',
  'tags',
  'related',
  'latest',
  'copyright',
] as const;
export type SaidField = (typeof SAID_FIELDS)[number];

export interface PhotoPiece {
  readonly kind: 'photo';
  /** Number of its picture in `FileParts.pictures`; null when the file has only words for it. */
  readonly picture: number | null;
  /** A photo of this newsroom, by its hash, as our own files name it. */
  readonly hash: string | null;
  readonly alt: string;
  /** Credit lead and caption, a line each. */
  readonly words: readonly string[];
  /** `lead`: above the body. `auto`: above the body when no text stands before it. */
  readonly place: 'auto' | 'body' | 'lead';
}

export interface SaidPiece {
  readonly kind: 'said';
  readonly field: SaidField;
  readonly runs: readonly Run[];
}

export type Piece = WithoutId<WordBlock> | PhotoPiece | SaidPiece;

export interface LeftOverPiece {
  readonly text: string;
  readonly why: FileLeftOver;
}

export interface PictureBytes {
  readonly bytes: Uint8Array;
  readonly name: string;
}

export interface FileParts {
  readonly pieces: readonly Piece[];
  /** Furniture as data beside the text: front matter. */
  readonly fields: Readonly<Partial<FileFields>>;
  readonly leftOver: readonly LeftOverPiece[];
  readonly pictures: readonly PictureBytes[];
  /** Written by Redaksi: its fields are exact, nothing is guessed. */
  readonly ours: boolean;
}

export interface FileFields {
  readonly language: 'id' | 'en';
  readonly section: string;
  readonly headline: string;
  readonly shortHeadline: string;
  readonly socialHeadline: string;
  readonly printHeadline: string;
  readonly deck: string;
  readonly writers: readonly string[];
  readonly editors: readonly string[];
  readonly eventDate: string;
  readonly source: string;
  readonly tags: readonly string[];
  readonly related: readonly string[];
  readonly latest: readonly string[];
  readonly copyright: string;
}

/** Most pictures that one file may bring. */
export const MOST_PICTURES = 200;
