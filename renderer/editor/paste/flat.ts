/** The words of blocks where only text can stand: in a cell, a box, a field. */
import {
  isNewerBlock,
  runsText,
  type Block,
  type BlockKind,
  type Run,
} from '#shared/domain/article.ts';
import { joinRuns } from './flow.ts';

const CARDS: ReadonlySet<BlockKind> = new Set(['photo', 'related', 'divider']);

/** What has no text of its own, or more than its text. */
export function isCard(block: Block): boolean {
  return isNewerBlock(block) || CARDS.has(block.kind);
}

/** The texts of a block, one a line; none for a card. */
export function flatTexts(block: Block): readonly (readonly Run[])[] {
  if (isNewerBlock(block)) return [];
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [block.runs];
    case 'quote':
      return [block.runs, line(block.speaker, block.verb)].filter(hasText);
    case 'pull-quote':
      return [block.runs, line(block.speaker)].filter(hasText);
    case 'list':
      return block.items;
    case 'table':
      return [
        line(block.caption),
        ...block.rows.map((row) => joinRuns(row.filter(hasText).flatMap(between), ' ')),
      ].filter(hasText);
    case 'info-box':
      return [line(block.title), ...block.paragraphs].filter(hasText);
    case 'embed':
      return [line(block.title, block.url)];
    case 'photo':
    case 'related':
    case 'divider':
      return [];
    default:
      return block satisfies never;
  }
}

function line(...parts: readonly string[]): readonly Run[] {
  const text = parts.filter((part) => part !== '').join(', ');
  return text === '' ? [] : [{ text }];
}

function hasText(runs: readonly Run[]): boolean {
  return runsText(runs) !== '';
}

function between(runs: readonly Run[], index: number): (readonly Run[])[] {
  return index === 0 ? [runs] : [[{ text: '·' }], runs];
}
