/**
 * Filing by what the words say: the text of the file goes through the story-text parser, which knows every house's
 * furniture, and the body comes back with the file's own structure, matched word by word.
 */
import { blockText, type Block } from '#shared/domain/article.ts';
import { parseStoryText, type ParsedStoryText } from '#shared/domain/story-text/index.ts';
import { storyWords } from '#shared/domain/story-text/words.ts';
import {
  addPhoto,
  addPiece,
  missingWords,
  startMaking,
  type FiledStory,
  type FilingOptions,
} from './filed.ts';
import type { FileParts, Piece } from './pieces.ts';
import { sliceRuns, textOfRuns } from './runs.ts';

/** Null when the text does not look like a story with furniture, or when a single word would be lost. */
export function fileByWords(parts: FileParts, options: FilingOptions): FiledStory | null {
  const lines = parts.pieces.map(linesOf);
  const text = lines.filter((line) => line !== null).join('\n\n');
  const parsed = parseStoryText(text, options);
  if (!showsFurniture(parsed) || !agrees(parts, parsed)) return null;
  const placed = placeBlocks(parts.pieces, lines, parsed.article.blocks);
  if (placed === null) return null;
  const making = startMaking(parts, options);
  const { article, report } = parsed;
  const inBlocks = new Set(
    article.blocks.flatMap((block) => (block.kind === 'photo' ? [block.photoUse] : [])),
  );
  making.photoUses.push(...article.photoUses.filter((use) => !inBlocks.has(use.id)));
  const bodyFrom = Math.min(...placed.map(({ at }) => at), parts.pieces.length);
  const opaque = parts.pieces.flatMap((piece, at) => (lines[at] === null ? [{ at, piece }] : []));
  const all = [...placed, ...opaque].toSorted((a, b) => a.at - b.at);
  for (const each of all) {
    if ('block' in each) {
      const { block } = each;
      making.blocks.push(block);
      if (block.kind === 'photo')
        making.photoUses.push(...article.photoUses.filter((use) => use.id === block.photoUse));
    } else if (each.piece.kind === 'photo')
      addPhoto(making, each.piece, each.piece.place !== 'body' && each.at < bodyFrom);
    else if (each.piece.kind !== 'said') addPiece(making, each.piece);
  }
  making.leftOver.push(...report.leftOver.map(({ text: left, why }) => ({ text: left, why })));
  const filed: FiledStory = {
    article: { ...article, blocks: making.blocks, photoUses: making.photoUses },
    leftOver: making.leftOver,
    pictures: making.pictures,
  };
  // SECURITY: no word is lost. If one were, the file's own structure is filed instead, with nothing guessed.
  return missingWords(parts, filed, report.form).length === 0 ? filed : null;
}

/** A text with a headline and two signs of a newsroom: a byline, a dateline, a code, a source, a caption. */
function showsFurniture({ article, report }: ParsedStoryText): boolean {
  const signs = [
    article.dateline !== null,
    article.writers.length > 0,
    article.signoffs.length > 0,
    article.source !== '',
    article.photoUses.length > 0,
  ].filter(Boolean).length;
  return signs >= 2 || (report.hasHeadline && signs >= 1);
}

/** What the file calls its headline is its headline. */
function agrees({ pieces }: FileParts, { article }: ParsedStoryText): boolean {
  const said = pieces.find((piece) => piece.kind === 'said' && piece.field === 'headline');
  if (said?.kind !== 'said') return true;
  return storyWords(textOfRuns(said.runs)).join(' ') === storyWords(article.headline).join(' ');
}

/** A piece as the parser reads it; null for what has a form of its own. */
function linesOf(piece: Piece): string | null {
  switch (piece.kind) {
    case 'paragraph':
    case 'heading':
    case 'said':
      return textOfRuns(piece.runs);
    case 'list':
      return piece.items
        .map((item, at) => {
          const text = textOfRuns(item).replaceAll('\n', ' ');
          return `${piece.ordered ? `${at + 1}.` : '-'} ${text}`;
        })
        .join('\n');
    default:
      return null;
  }
}

interface Placed {
  readonly at: number;
  readonly block: Block;
}

interface PlacedWord {
  readonly word: string;
  readonly piece: number;
}

/** The parser's blocks with the structure of the pieces that their words come from. Null when they can't be matched. */
function placeBlocks(
  pieces: readonly Piece[],
  lines: readonly (string | null)[],
  blocks: readonly Block[],
): readonly Placed[] | null {
  const words = lines.flatMap((line, piece) =>
    storyWords(line ?? '').map((word): PlacedWord => ({ word, piece })),
  );
  const ranges: (Placed & { readonly from: number; readonly to: number })[] = [];
  let next = 0;
  for (const block of blocks) {
    const own = storyWords(printedWords(block));
    // Captions and links keep their own form; they stand where the text before them ended.
    if (block.kind === 'photo' || own.length === 0) {
      ranges.push({ at: words[next]?.piece ?? pieces.length, block, from: next, to: next });
      continue;
    }
    const from = findWords(words, own, next);
    if (from === null) return null;
    next = from + own.length;
    ranges.push({ at: words[from]?.piece ?? 0, block, from, to: next });
  }
  const covered = new Map<number, number>();
  for (const { from, to } of ranges)
    for (const { piece } of words.slice(from, to))
      covered.set(piece, (covered.get(piece) ?? 0) + 1);
  const sizes = lines.map((line) => storyWords(line ?? '').length);
  const whole = new Set<number>();
  return ranges.flatMap((range): readonly Placed[] => {
    const piece = pieces[range.at];
    const single = words.slice(range.from, range.to).every((each) => each.piece === range.at);
    if (piece === undefined || range.block.kind === 'related' || range.from === range.to)
      return [range];
    if (piece.kind === 'list' && covered.get(range.at) === sizes[range.at]) {
      if (whole.has(range.at)) return [];
      whole.add(range.at);
      return [{ at: range.at, block: { ...piece, id: range.block.id } }];
    }
    return single ? [{ at: range.at, block: structured(range.block, piece) }] : [range];
  });
}

function printedWords(block: Block): string {
  if (block.kind === 'list' && block.ordered)
    return block.items.map((item, at) => `${at + 1} ${textOfRuns(item)}`).join('\n');
  return block.kind === 'related'
    ? [block.label, block.link.title, block.link.url ?? ''].join('\n')
    : blockText(block);
}

/** Where these words stand, one after the other. */
function findWords(
  words: readonly PlacedWord[],
  wanted: readonly string[],
  from: number,
): number | null {
  for (let at = from; at + wanted.length <= words.length; at += 1) {
    if (wanted.every((word, step) => words[at + step]?.word === word)) return at;
  }
  return null;
}

/** The block with the looks and links of the file, cut to the words that are the block's. */
function structured(block: Block, piece: Piece): Block {
  if (piece.kind === 'list' || !('runs' in piece)) return block;
  if (block.kind !== 'paragraph' && block.kind !== 'heading') return block;
  const own = textOfRuns(block.runs);
  const text = textOfRuns(piece.runs);
  const from = text.indexOf(own);
  if (from < 0) return block;
  const runs = sliceRuns(piece.runs, from, from + own.length);
  if (piece.kind === 'heading') return { id: block.id, kind: 'heading', level: piece.level, runs };
  return { ...block, runs };
}
