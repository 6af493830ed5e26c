/** An article from what was filed; what an article can't hold is left over. */
import {
  emptyArticle,
  LIMITS,
  type Article,
  type Block,
  type Byline,
  type PhotoUse,
} from '../article.ts';
import { newBlockId, type BlockId, type PersonId, type PhotoUseId } from '../ids.ts';
import { eventDate } from './dates.ts';
import { leave, understand, type BodyPiece, type Filing, type PhotoWords } from './filing.ts';
import { storyLanguage } from './language.ts';
import { parseRuns, unmarked } from './marks.ts';

export interface ParseOptions {
  /** Makes ids of blocks and photo uses; unique within the story. */
  readonly newId?: () => string;
  /** The staff member of a byline's name, when the register knows one. */
  readonly personByName?: (name: string) => PersonId | undefined;
}

/** Builds the article; its blocks and photo uses get ids in reading order. */
export function makeArticle(
  filing: Filing,
  { newId = newBlockId, personByName }: ParseOptions,
): Article {
  const byline = (name: string): Byline => {
    const person = personByName?.(name);
    return person === undefined ? { name } : { name, person };
  };
  const photoUses = filing.leadPhotos.map((photo) => makePhotoUse(photo, newId));
  const blocks: Block[] = [];
  for (const piece of filing.pieces) addBlocks(filing, piece, blocks, photoUses, newId);
  const prose = filing.pieces.flatMap((piece) => (piece.kind === 'paragraph' ? [piece.text] : []));
  const deck = filing.deck.join('\n');
  const date = eventDate([...prose, deck]);
  return {
    ...emptyArticle(),
    language: storyLanguage([deck, ...prose.slice(0, 50), filing.headline].join('\n')),
    section: filing.section,
    headline: filing.headline,
    deck,
    writers: filing.writers.map(byline),
    editors: filing.editors.map(byline),
    dateline: filing.dateline,
    eventDate: date,
    signoffs: filing.signoffs,
    source: filing.source,
    related: filing.related,
    latest: filing.latest,
    tags: filing.tags,
    copyright: filing.copyright.join('\n'),
    photoUses,
    blocks,
  };
}

function makePhotoUse(
  { creditLead, slug, caption, credit }: PhotoWords,
  newId: () => string,
): PhotoUse {
  return { id: newId() as PhotoUseId, photo: null, creditLead, slug, caption, credit, alt: '' };
}

/** Adds a piece as blocks; what an article can't hold is left over. */
function addBlocks(
  filing: Filing,
  piece: BodyPiece,
  blocks: Block[],
  photoUses: PhotoUse[],
  newId: () => string,
): void {
  const id = () => newId() as BlockId;
  const line = piece.lines[0]!;
  if (blocks.length >= LIMITS.blocks) {
    for (const over of piece.lines) leave(filing, over, over.text, 'over-limit');
    return;
  }
  switch (piece.kind) {
    case 'paragraph':
      for (const part of cutText(piece.text)) {
        if (part.length > LIMITS.text || blocks.length >= LIMITS.blocks)
          leave(filing, line, part, 'over-limit');
        else blocks.push({ id: id(), kind: 'paragraph', runs: parseRuns(part) });
      }
      return understand(filing, 'paragraph', piece.lines, piece.text);
    case 'heading':
      blocks.push({ id: id(), kind: 'heading', level: 2, runs: [{ text: unmarked(piece.text) }] });
      return understand(filing, 'heading', piece.lines, piece.text);
    case 'list':
      blocks.push({
        id: id(),
        kind: 'list',
        ordered: piece.ordered,
        items: piece.items.map(parseRuns),
      });
      return understand(filing, 'list', piece.lines, piece.items.join('\n'));
    case 'photo': {
      const use = makePhotoUse(piece.photo, newId);
      photoUses.push(use);
      blocks.push({ id: id(), kind: 'photo', photoUse: use.id });
      return;
    }
    case 'related':
      blocks.push({ id: id(), kind: 'related', label: piece.label, link: piece.link });
      return;
    default:
      return piece satisfies never;
  }
}

/** Cuts what is too long for one paragraph at white space. A single word beyond the limit stays whole. */
function cutText(text: string): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > LIMITS.text) {
    const gap = /\s\S*$/.exec(rest.slice(LIMITS.text - 2_000, LIMITS.text));
    if (!gap) break;
    const at = LIMITS.text - 2_000 + gap.index;
    parts.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return [...parts, rest].filter((part) => part !== '');
}
