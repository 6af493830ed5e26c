/** A walk over a page: what it has found so far. */
import type { Run } from '#shared/domain/article.ts';
import { hasWords } from '#shared/domain/story-text/words.ts';
import { attribute, type Element } from './dom.ts';
import type { LeftOverPiece, PhotoPiece, PictureBytes, Piece, SaidField } from './pieces.ts';

export interface HtmlDialect {
  /** What a class of the reader's own says (mammoth's style map); a page from elsewhere has none. */
  readonly roleOf: (element: Element) => BlockRole | null;
  /** The picture that an address names, if the file brings it along. */
  readonly pictureOf: (address: string) => PictureBytes | null;
}

export type BlockRole =
  | { readonly said: SaidField }
  | { readonly block: 'quote' | 'quote-speaker' | 'pull-quote' | 'pull-speaker' }
  | { readonly block: 'box-title' | 'box' | 'embed' | 'related' | 'divider' | 'table-caption' }
  | { readonly block: 'photo' | 'lead-photo' | 'credit-lead' | 'caption' }
  /** The heading of a list of links, which every print writes anew. */
  | { readonly block: 'list-title' };

export interface Walk {
  readonly dialect: HtmlDialect;
  readonly pieces: Piece[];
  readonly leftOver: LeftOverPiece[];
  readonly pictures: PictureBytes[];
}

/** A picture that the file brings along is taken in; any other is left over by its name, with its words kept. */
export function photo(
  walk: Walk,
  image: Element,
  words: readonly string[],
  place: PhotoPiece['place'],
): void {
  const address = attribute(image, 'src') ?? '';
  const alt = (attribute(image, 'alt') ?? '').trim();
  const bytes = walk.dialect.pictureOf(address);
  if (bytes === null) {
    leave(walk, alt === '' ? pictureName(address) : alt, 'picture');
    if (words.length > 0) wordsAlone(walk, words);
    return;
  }
  walk.pictures.push(bytes);
  const picture = walk.pictures.length - 1;
  walk.pieces.push({ kind: 'photo', picture, hash: null, alt, words, place });
}

export function wordsAlone(walk: Walk, words: readonly string[]): void {
  walk.pieces.push({ kind: 'photo', picture: null, hash: null, alt: '', words, place: 'auto' });
}

export function leave(walk: Pick<Walk, 'leftOver'>, text: string, why: LeftOverPiece['why']): void {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  if (why === 'picture' || hasWords(plain)) walk.leftOver.push({ text: plain, why });
}

export function hasAnything(runs: readonly Run[]): boolean {
  return runs.some((run) => run.text !== '');
}

/** What a person can find again: the file's name, never a whole data address. */
function pictureName(address: string): string {
  if (/^data:/i.test(address)) return '';
  return address.split(/[?#]/)[0]?.split('/').at(-1)?.slice(0, 200) ?? '';
}
