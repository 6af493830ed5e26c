/** Merging of one block that both sides have. */
import type { Block } from '../article.ts';
import { canonicalJson, sha256Text } from '../canonical.ts';
import type { BlockId } from '../ids.ts';
import {
  mergeTokens,
  runsOfTokens,
  textOfTokens,
  tokensOfRuns,
  tokensOfText,
  type MergedSequence,
  type Token,
} from './words.ts';

export interface MergedBlock {
  /** One as a rule; two when the sides made different kinds of it that can't be joined. */
  readonly blocks: readonly Block[];
  readonly conflicts: MergedSequence['conflicts'];
}

type TextBlock = Extract<Block, { runs: unknown }>;

export function mergeBlock(base: Block | undefined, a: Block, b: Block): MergedBlock {
  const json = canonicalJson;
  if (json(a) === json(b) || (base !== undefined && json(b) === json(base)))
    return { blocks: [a], conflicts: [] };
  if (base !== undefined && json(a) === json(base)) return { blocks: [b], conflicts: [] };
  if ('runs' in a && 'runs' in b)
    return mergeTextBlocks(base !== undefined && 'runs' in base ? base : undefined, a, b);
  if (a.kind === 'list' && b.kind === 'list') {
    const merged = mergeTokens(
      listTokens(a),
      base?.kind === 'list' ? listTokens(base) : [],
      listTokens(b),
    );
    const ordered = base?.kind === 'list' && a.ordered === base.ordered ? b.ordered : a.ordered;
    return {
      blocks: [{ ...a, ordered, items: tokensToItems(merged.tokens) }],
      conflicts: merged.conflicts,
    };
  }
  return keepBoth(a, b);
}

/** Paragraph, heading and quote: the shape of the side that changed it, the words of both. */
function mergeTextBlocks(base: TextBlock | undefined, a: TextBlock, b: TextBlock): MergedBlock {
  const shape = (block: TextBlock | undefined) => {
    if (block === undefined) return '';
    const { runs: _runs, ...rest } = block;
    return canonicalJson(rest);
  };
  const shaped = shape(a) === shape(base) ? b : a;
  const merged = mergeTokens(
    tokensOfRuns(a.runs),
    base === undefined ? [] : tokensOfRuns(base.runs),
    tokensOfRuns(b.runs),
  );
  const conflicts = [...merged.conflicts];
  const lost = [a, b].filter(
    (side) => side.kind === 'quote' && side !== shaped && shape(side) !== shape(base),
  );
  for (const side of lost) {
    if (side.kind === 'quote')
      conflicts.push({ first: quoteFrame(shaped), second: quoteFrame(side) });
  }
  return { blocks: [{ ...shaped, runs: runsOfTokens(merged.tokens) }], conflicts };
}

function quoteFrame(block: TextBlock): string {
  return block.kind === 'quote' ? `${block.verb} ${block.speaker}`.trim() : '';
}

const ITEM_END: Token = { text: '', look: 'item-end' };

function listTokens(list: Extract<Block, { kind: 'list' }>): Token[] {
  return list.items.flatMap((item) => [...tokensOfRuns(item), ITEM_END]);
}

function tokensToItems(tokens: readonly Token[]) {
  const items: Token[][] = [];
  let open: Token[] = [];
  for (const token of tokens) {
    if (token.look !== ITEM_END.look) open.push(token);
    else {
      items.push(open);
      open = [];
    }
  }
  return [...items, ...(open.length > 0 ? [open] : [])].map(runsOfTokens);
}

/** What can't be joined stands one after the other; the second gets an id made from its content, the same everywhere. */
function keepBoth(a: Block, b: Block): MergedBlock {
  const id = sha256Text(canonicalJson(b)).slice(0, 24) as BlockId;
  return { blocks: [a, { ...b, id }], conflicts: [{ first: plain(a), second: plain(b) }] };
}

function plain(block: Block): string {
  if ('runs' in block) return textOfTokens(tokensOfRuns(block.runs));
  if (block.kind === 'list') return textOfTokens(listTokens(block));
  if (block.kind === 'related')
    return textOfTokens(tokensOfText(`${block.label}: ${block.link.title}`));
  return block.photoUse;
}
