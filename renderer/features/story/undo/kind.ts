/** What an edit was: typing in one place goes on as one step, everything else is a step of its own. */
import { blockText, FURNITURE_FIELDS, type Article, type Block } from '#shared/domain/article.ts';

export interface EditKind {
  /** The one place where text was typed; null for anything else. */
  readonly key: string | null;
  readonly does: 'adds' | 'removes' | 'other';
  /** Characters more or fewer. */
  readonly length: number;
  /** The edit begins a word: a long step may end before it. */
  readonly startsWord: boolean;
}

const OTHER: EditKind = { key: null, does: 'other', length: 0, startsWord: true };

/** Cheap: parts that did not change are the very same objects. */
export function kindOfEdit(before: Article, after: Article): EditKind {
  const fields = FURNITURE_FIELDS.filter((field) => before[field] !== after[field]);
  const [field] = fields;
  const blocksSame = before.blocks === after.blocks || sameParts(before.blocks, after.blocks);
  const usesSame =
    before.photoUses === after.photoUses || sameParts(before.photoUses, after.photoUses);
  if (field !== undefined) {
    if (fields.length > 1 || !blocksSame || !usesSame) return OTHER;
    return typed(field, before[field], after[field]);
  }
  if (!blocksSame) return usesSame ? typedInBlock(before.blocks, after.blocks) : OTHER;
  if (!usesSame) return typedInPhoto(before, after);
  return OTHER;
}

function typedInBlock(before: readonly Block[], after: readonly Block[]): EditKind {
  if (after.length === before.length + 1) return begunBlock(before, after);
  if (before.length !== after.length) return OTHER;
  const at = after.findIndex((block, index) => block !== before[index]);
  const [old, fresh] = [before[at], after[at]];
  if (old === undefined || fresh === undefined) return OTHER;
  if (old.id !== fresh.id || old.kind !== fresh.kind) return OTHER;
  if (after.some((block, index) => index > at && block !== before[index])) return OTHER;
  return typed(`block:${fresh.id}`, blockText(old), blockText(fresh));
}

/** The first letters on an empty line make a block: what is typed on goes on in the same step. */
function begunBlock(before: readonly Block[], after: readonly Block[]): EditKind {
  const at = after.findIndex((block, index) => block !== before[index]);
  const fresh = after[at];
  if (fresh === undefined || !sameParts(before, after.toSpliced(at, 1))) return OTHER;
  const { length } = blockText(fresh);
  if (length === 0) return OTHER;
  return { key: `block:${fresh.id}`, does: 'adds', length, startsWord: true };
}

function typedInPhoto(before: Article, after: Article): EditKind {
  if (before.photoUses.length !== after.photoUses.length) return OTHER;
  const at = after.photoUses.findIndex((use, index) => use !== before.photoUses[index]);
  const [old, fresh] = [before.photoUses[at], after.photoUses[at]];
  if (old === undefined || fresh === undefined || old.id !== fresh.id) return OTHER;
  const fields = (Object.keys(fresh) as (keyof typeof fresh)[]).filter(
    (field) => old[field] !== fresh[field],
  );
  const [field] = fields;
  if (field === undefined || fields.length > 1) return OTHER;
  return typed(`photo:${fresh.id}.${field}`, old[field], fresh[field]);
}

function typed(key: string, before: unknown, after: unknown): EditKind {
  const [from, to] = [before ?? '', after ?? ''];
  if (typeof from !== 'string' || typeof to !== 'string' || from === to) return OTHER;
  const length = Math.abs(to.length - from.length);
  if (length === 0) return OTHER;
  const start = sharedStart(from, to);
  return {
    key,
    does: to.length > from.length ? 'adds' : 'removes',
    length,
    startsWord: /\s/.test(to[start - 1] ?? ' '),
  };
}

function sharedStart(a: string, b: string): number {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  return start;
}

function sameParts(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index]);
}
