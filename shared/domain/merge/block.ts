/** Merging of one block that both sides have. */
import { blockText, isNewerBlock, type Block, type BlockOf, type Run } from '../article.ts';
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
type Table = BlockOf<'table'>;

export function mergeBlock(base: Block | undefined, a: Block, b: Block): MergedBlock {
  const json = canonicalJson;
  if (json(a) === json(b) || (base !== undefined && json(b) === json(base)))
    return { blocks: [a], conflicts: [] };
  if (base !== undefined && json(a) === json(base)) return { blocks: [b], conflicts: [] };
  const known = base !== undefined && !isNewerBlock(base) ? base : undefined;
  if (isNewerBlock(a) || isNewerBlock(b)) return keepBoth(a, b);
  if ('runs' in a && 'runs' in b)
    return mergeTextBlocks(known !== undefined && 'runs' in known ? known : undefined, a, b);
  if (a.kind === 'list' && b.kind === 'list') {
    const before = known?.kind === 'list' ? known : undefined;
    const { items, conflicts } = mergeItems(before?.items ?? [], a.items, b.items);
    return {
      blocks: [{ ...a, ordered: pick(before?.ordered, a.ordered, b.ordered), items }],
      conflicts,
    };
  }
  if (a.kind === 'info-box' && b.kind === 'info-box') {
    const before = known?.kind === 'info-box' ? known : undefined;
    const title = mergeLine(before?.title ?? '', a.title, b.title);
    const text = mergeItems(before?.paragraphs ?? [], a.paragraphs, b.paragraphs);
    return {
      blocks: [{ ...a, title: title.text, paragraphs: text.items }],
      conflicts: [...title.conflicts, ...text.conflicts],
    };
  }
  if (a.kind === 'table' && b.kind === 'table' && known?.kind === 'table')
    return mergeTables(known, a, b);
  return keepBoth(a, b);
}

/** The side that changed it; the first one where both did. */
function pick<Value>(base: Value | undefined, a: Value, b: Value): Value {
  return a === base ? b : a;
}

type Runs = readonly Run[];

function mergeItems(base: readonly Runs[], a: readonly Runs[], b: readonly Runs[]) {
  const merged = mergeTokens(itemTokens(a), itemTokens(base), itemTokens(b));
  return { items: tokensToItems(merged.tokens), conflicts: merged.conflicts };
}

/** A line that has no runs: the longer text is kept where both sides changed the same words. */
function mergeLine(base: string, a: string, b: string) {
  if (a === b || b === base) return { text: a, conflicts: [] };
  if (a === base) return { text: b, conflicts: [] };
  const merged = mergeTokens(tokensOfText(a), tokensOfText(base), tokensOfText(b));
  if (merged.conflicts.length === 0) return { text: textOfTokens(merged.tokens), conflicts: [] };
  const [first, second] = a.length >= b.length ? [a, b] : [b, a];
  return { text: first, conflicts: [{ first, second }] };
}

/** Cell by cell while the grid stayed as it was; two tables where a side changed the grid and the other its words. */
function mergeTables(base: Table, a: Table, b: Table): MergedBlock {
  const grid = (table: Table) => `${table.rows.length}x${table.rows[0]?.length}`;
  if (grid(a) !== grid(base) || grid(b) !== grid(base)) return keepBoth(a, b);
  const conflicts: MergedSequence['conflicts'][number][] = [];
  const caption = mergeLine(base.caption, a.caption, b.caption);
  conflicts.push(...caption.conflicts);
  const rows = a.rows.map((row, y) =>
    row.map((cell, x) => {
      const [before, other] = [base.rows[y]?.[x] ?? [], b.rows[y]?.[x] ?? []];
      if (canonicalJson(cell) === canonicalJson(before)) return other;
      if (canonicalJson(other) === canonicalJson(before)) return cell;
      const merged = mergeTokens(tokensOfRuns(cell), tokensOfRuns(before), tokensOfRuns(other));
      conflicts.push(...merged.conflicts);
      return runsOfTokens(merged.tokens);
    }),
  );
  return {
    blocks: [{ ...a, caption: caption.text, header: pick(base.header, a.header, b.header), rows }],
    conflicts,
  };
}

/** Paragraph, heading, quote and pull quote: the shape of the side that changed it, the words of both. */
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
    (side) => quoteFrame(side) !== '' && side !== shaped && shape(side) !== shape(base),
  );
  for (const side of lost) conflicts.push({ first: quoteFrame(shaped), second: quoteFrame(side) });
  return { blocks: [{ ...shaped, runs: runsOfTokens(merged.tokens) }], conflicts };
}

/** The words of a text block that are not its runs. */
function quoteFrame(block: TextBlock): string {
  if (block.kind === 'quote') return `${block.verb} ${block.speaker}`.trim();
  return block.kind === 'pull-quote' ? block.speaker : '';
}

const ITEM_END: Token = { text: '', look: 'item-end' };

function itemTokens(items: readonly Runs[]): Token[] {
  return items.flatMap((item) => [...tokensOfRuns(item), ITEM_END]);
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

/** What a person is shown of a block that can't be joined. */
function plain(block: Block): string {
  if (isNewerBlock(block)) return canonicalJson(block);
  return block.kind === 'photo' ? block.photoUse : blockText(block);
}
