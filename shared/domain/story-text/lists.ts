/** Lists in a body: bullets, and numbers that count from 1. */
import { LIMITS } from '../article.ts';
import type { ClassedLine } from './filing.ts';

const BULLET = /^[-•–]\s+(?=\S)/;
const STARRED = /^\*\s+(?=\S)/;

/** The items of the list that begins at `from`, one a line; none when no list does. */
export function readList(
  lines: readonly ClassedLine[],
  from: number,
): { readonly ordered: boolean; readonly items: readonly string[] } {
  const text = lines[from]?.text ?? '';
  const bullet = [BULLET, STARRED].find((mark) => mark.test(text));
  if (bullet) return { ordered: false, items: bulletItems(lines, from, bullet) };
  return { ordered: true, items: numberedItems(lines, from) };
}

function fitsItem(line: ClassedLine | undefined): line is ClassedLine {
  return line?.kind.is === 'plain' && line.text.length <= LIMITS.text;
}

function bulletItems(lines: readonly ClassedLine[], from: number, bullet: RegExp): string[] {
  const items: string[] = [];
  for (let at = from; items.length < LIMITS.list; at += 1) {
    const line = lines[at];
    if (!fitsItem(line) || !bullet.test(line.text) || (at > from && line.blankBefore)) break;
    items.push(line.text.replace(bullet, ''));
  }
  return items;
}

/** Numbers that count from 1, two at least: printed again they are the same. Anything else keeps its numbers as text. */
function numberedItems(lines: readonly ClassedLine[], from: number): string[] {
  const items: string[] = [];
  for (let at = from; items.length < LIMITS.list; at += 1) {
    const line = lines[at];
    if (!fitsItem(line)) break;
    const mark = /^(\d{1,3})[.)]\s+(?=\S)/.exec(line.text.slice(0, 20));
    if (mark?.[1] !== String(items.length + 1)) break;
    items.push(line.text.slice(mark[0].length));
  }
  return items.length >= 2 ? items : [];
}
