/** The lines under a picture as a photo use's fields; never a word fewer than the lines have. */
import { LIMITS, type PhotoUse } from '#shared/domain/article.ts';
import { isCreditLead, printCaption, readCaption } from '#shared/domain/story-text/caption.ts';
import { storyWords } from '#shared/domain/story-text/words.ts';
import type { PhotoPiece, Piece } from './pieces.ts';

export type PhotoFields = Pick<PhotoUse, 'creditLead' | 'slug' | 'caption' | 'credit'>;

export function photoFields(lines: readonly string[]): PhotoFields {
  const [first = '', ...others] = lines;
  const leads = isCreditLead(first);
  const creditLead = leads ? first : '';
  const text = (leads ? others : lines).join('\n');
  const read = readCaption(text, 'marked');
  const fields = {
    creditLead,
    slug: read?.slug ?? '',
    caption: read?.caption ?? text,
    credit: read?.credit ?? '',
  };
  const same =
    storyWords(
      printCaption({ ...fields, id: '' as PhotoUse['id'], photo: null, alt: '' }, 'brackets'),
    ).join(' ') === storyWords(text).join(' ');
  const fits = fields.slug.length <= LIMITS.line && fields.credit.length <= LIMITS.line;
  return same && fits ? fields : { creditLead, slug: '', caption: text, credit: '' };
}

/**
 * Lines that stand under a picture as paragraphs of their own and can be nothing but its words: `SLUG: caption
 * (credit)`, perhaps after `Istimewa`.
 */
export function attachCaptions(pieces: readonly Piece[]): readonly Piece[] {
  const attached: Piece[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (piece === undefined) continue;
    const words =
      piece.kind === 'photo' && piece.words.length === 0 ? captionBelow(pieces, at) : [];
    attached.push(words.length > 0 ? { ...(piece as PhotoPiece), words } : piece);
    at += words.length;
  }
  return attached;
}

function captionBelow(pieces: readonly Piece[], at: number): readonly string[] {
  const first = lineAt(pieces, at + 1);
  if (first === null) return [];
  if (isCaption(first)) return [first];
  const second = lineAt(pieces, at + 2);
  if (!isCreditLead(first)) return [];
  return second !== null && isCaption(second) ? [first, second] : [first];
}

function isCaption(line: string): boolean {
  return readCaption(line, 'head') !== null;
}

function lineAt(pieces: readonly Piece[], at: number): string | null {
  const piece = pieces[at];
  if (piece?.kind !== 'paragraph') return null;
  const text = piece.runs.map((run) => run.text).join('');
  return text.includes('\n') ? null : text.trim();
}
