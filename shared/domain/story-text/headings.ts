/** Subheads among the paragraphs of a body. */
import type { BodyPiece } from './filing.ts';
import { endsSentence, gapWords, isProse } from './lines.ts';
import { isAllBold } from './marks.ts';

/**
 * A subhead: all bold, or a short line without an end mark, with blank lines around it, between a finished paragraph
 * and prose. In doubt a line stays a paragraph: an editor sees that at once, and no word depends on it.
 */
export function markHeadings(pieces: readonly BodyPiece[]): BodyPiece[] {
  let finished = false;
  return pieces.map((piece, at) => {
    const heading = finished && isHeading(piece, pieces[at + 1]);
    if (piece.kind === 'list') finished = true;
    if (piece.kind === 'paragraph')
      finished = !heading && (endsSentence(piece.text) || isAllBold(piece.text));
    return heading ? { ...piece, kind: 'heading' } : piece;
  });
}

/** Whether a piece that follows something finished is a subhead of what comes below it. */
function isHeading(
  piece: BodyPiece,
  below: BodyPiece | undefined,
): piece is BodyPiece & { kind: 'paragraph' } {
  if (piece.kind !== 'paragraph' || !below || !mayBeHeading(piece.text)) return false;
  if (isAllBold(piece.text)) return true;
  const alone = piece.lines[0]?.blankBefore && below.lines[0]?.blankBefore;
  return (
    Boolean(alone) && below.kind === 'paragraph' && isProse(below.text) && gapWords(below.text) >= 8
  );
}

function mayBeHeading(text: string): boolean {
  if (text.length > 80 || text.includes(':') || /[.,;!…"”)]$/.test(text.replace(/[*_]{1,4}$/, '')))
    return false;
  return gapWords(text) <= 9 && /^[*_]{0,2}[\p{Lu}\p{N}]/u.test(text);
}
