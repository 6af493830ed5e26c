/** What a clipboard holds, read into blocks of ours: before they have ids, and before they have a place. */
import type { BlockKind, BlockOf } from '#shared/domain/article.ts';

type WithoutId<Each> = Each extends { readonly id: unknown } ? Omit<Each, 'id'> : never;

/** Why a picture can't be taken in: where its bytes are, or what they are. */
export type PictureRefusal = 'foreign' | 'file' | 'blob' | 'kind' | 'media';

export type PictureSource =
  | { readonly bytes: Uint8Array<ArrayBuffer>; readonly mediaType: string }
  | { readonly refused: PictureRefusal };

/** A picture with its words. It becomes a photo block; without bytes one that waits for its picture. */
interface PastedPicture {
  readonly kind: 'picture';
  readonly source: PictureSource;
  readonly caption: string;
  /** Not seen on the page that it came from: a proposal. */
  readonly alt: string;
}

export type PastedBlock =
  | WithoutId<BlockOf<Exclude<BlockKind, 'photo' | 'related'>>>
  | PastedPicture;

/** Words of the payload that its page did not show, or showed as no part of the text. */
export interface LeftOut {
  readonly why: 'hidden' | 'deleted' | 'comment' | 'control' | 'picture';
  readonly text: string;
}

export interface ClipboardRead {
  readonly blocks: readonly PastedBlock[];
  readonly leftOut: readonly LeftOut[];
  /** Pictures whose bytes are not in the clipboard, captioned or not: one entry each. */
  readonly refused: readonly PictureRefusal[];
  /** Stretches that were struck through: their words are in the text, the line through them is not. */
  readonly struck: number;
}

export const NOTHING_READ: ClipboardRead = { blocks: [], leftOut: [], refused: [], struck: 0 };
