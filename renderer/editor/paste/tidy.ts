/** Pieces of a payload into blocks that an article can hold. */
import { LIMITS, runsText, type Run } from '#shared/domain/article.ts';
import { embedProvider } from '#shared/domain/embed.ts';
import type { Entry, Piece } from './flow.ts';
import { listsOf, typedBullets } from './lists.ts';
import type { PastedBlock } from './pasted.ts';

export function blocksOf(pieces: readonly Piece[]): readonly PastedBlock[] {
  const blocks: PastedBlock[] = [];
  let entries: Entry[] = [];
  const endList = (): void => {
    blocks.push(...listsOf(entries));
    entries = [];
  };
  for (const piece of typedBullets(pieces)) {
    if (piece.kind === 'entry') {
      entries.push(piece);
      continue;
    }
    endList();
    blocks.push(piece.kind === 'text' ? paragraphOf(piece.runs) : piece);
  }
  endList();
  return blocks.flatMap(withinLimits);
}

/** A paragraph; the address of a post or film that stands alone becomes its card. */
function paragraphOf(runs: readonly Run[]): PastedBlock {
  const text = runsText(runs).trim();
  const alone =
    !/\s/.test(text) && runs.every(({ link }) => link === undefined || sameAddress(link, text));
  if (alone && embedProvider(text) !== null) return { kind: 'embed', url: text, title: '' };
  return { kind: 'paragraph', runs };
}

function sameAddress(link: string, text: string): boolean {
  const bare = (address: string): string => address.replace(/^https?:\/\//i, '').replace(/\/$/, '');
  return bare(link) === bare(text);
}

/** Text that is longer than a paragraph may be goes on in the next one. */
export function withinLimits(block: PastedBlock): PastedBlock[] {
  if (block.kind !== 'paragraph' && block.kind !== 'heading') return [block];
  const parts: Run[][] = [[]];
  let length = 0;
  for (const run of block.runs.flatMap(shortRuns)) {
    const part = parts.at(-1);
    if (
      part === undefined ||
      part.length >= LIMITS.blocks ||
      length + run.text.length > LIMITS.text
    ) {
      parts.push([run]);
      length = 0;
    } else part.push(run);
    length += run.text.length;
  }
  if (parts.length === 1) return [block];
  return parts.filter((runs) => runs.length > 0).map((runs) => ({ kind: 'paragraph', runs }));
}

/** Cut between words, where there are words; never inside a character. */
function shortRuns(run: Run): Run[] {
  const runs: Run[] = [];
  let rest = run.text;
  while (rest.length > LIMITS.text) {
    const space = rest.lastIndexOf(' ', LIMITS.text - 1);
    const high = /[\uD800-\uDBFF]/.test(rest[LIMITS.text - 1] ?? '');
    const end = space > 0 ? space + 1 : LIMITS.text - Number(high);
    runs.push({ ...run, text: rest.slice(0, end) });
    rest = rest.slice(end);
  }
  return [...runs, { ...run, text: rest }];
}
