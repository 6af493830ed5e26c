/** Putting other words where some were found: in runs (they keep their look), in blocks, in a whole article. */
import {
  articleSchema,
  runsText,
  withFurniture,
  type Article,
  type Block,
  type FurnitureFields,
  type PhotoUse,
  type Run,
} from '../article.ts';
import type { BlockId, PhotoUseId } from '../ids.ts';
import type { Match } from './search.ts';
import { mapBlockTexts, type FindField, type PhotoText, type Place } from './texts.ts';

/** A stretch of one text, and what shall stand there. */
export interface Edit {
  readonly place: Place;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface ReplaceWith {
  readonly template: string;
  /** `$1` and `$<nama>` are taken from the match: for patterns. */
  readonly groups: boolean;
  /** SEMARANG gives SOLO, Semarang gives Solo. */
  readonly keepCase: boolean;
}

/** The words for one match. `$0` or `$&` is the match, `$1` a group, `$$` a dollar sign. */
export function replacementFor(found: string, match: Match, how: ReplaceWith): string {
  const { groups } = match;
  const text =
    how.groups && groups !== undefined
      ? how.template.replaceAll(/\$(?:(\$)|(&)|(\d\d?))/g, (whole, dollar, all, digits) => {
          if (dollar !== undefined) return '$';
          if (all !== undefined) return found;
          return groupText(String(digits), groups) ?? whole;
        })
      : how.template;
  return how.keepCase ? inCaseOf(found, text) : text;
}

/** `$12` is group 12 when there is one, else group 1 and a 2. */
function groupText(digits: string, groups: readonly (string | null)[]): string | undefined {
  if (Number(digits) < groups.length) return groups[Number(digits)] ?? '';
  const first = Number(digits[0]);
  if (digits.length < 2 || first >= groups.length) return undefined;
  return `${groups[first] ?? ''}${digits.slice(1)}`;
}

function inCaseOf(found: string, text: string): string {
  const letters = found.match(/\p{Lu}|\p{Ll}/gu) ?? [];
  if (letters.length > 1 && letters.every((letter) => letter === letter.toUpperCase())) {
    return text.toUpperCase();
  }
  const first = letters[0];
  if (first === undefined || first !== first.toUpperCase()) return text;
  return text.replace(/\p{L}/u, (letter) => letter.toUpperCase());
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Replaces stretches of some runs: what comes in looks like the first character of what goes. Sorted, apart from each other. */
export function replaceInRuns(runs: readonly Run[], edits: readonly Stretch[]): readonly Run[] {
  if (edits.length === 0) return runs;
  const next: Run[] = [];
  const add = (run: Run, text: string): void => {
    if (text === '') return;
    const last = next.at(-1);
    if (last !== undefined && sameLook(last, run)) {
      next[next.length - 1] = { ...last, text: last.text + text };
    } else next.push({ ...run, text });
  };
  let at = 0;
  let nextEdit = 0;
  for (const run of runs) {
    const end = at + run.text.length;
    let from = at;
    while (from < end) {
      const edit = edits[nextEdit];
      if (edit === undefined || edit.start >= end) {
        add(run, run.text.slice(from - at));
        break;
      }
      if (edit.start >= from) {
        add(run, run.text.slice(from - at, edit.start - at));
        add(run, edit.text);
      }
      from = Math.min(edit.end, end);
      if (edit.end <= end) nextEdit += 1;
    }
    at = end;
  }
  return next;
}

function sameLook(a: Run, b: Run): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.link === b.link;
}

function replaceInText(text: string, edits: readonly Stretch[]): string {
  return edits.length === 0 ? text : runsText(replaceInRuns([{ text }], edits));
}

/** What an article needs changed: the three ways in which a draft takes changes. */
export interface Replacement {
  readonly blocks: ReadonlyMap<BlockId, Block>;
  readonly fields: FurnitureFields;
  readonly photos: ReadonlyMap<PhotoUseId, Partial<Record<PhotoText, string>>>;
}

/** The changes that some edits make, each only where the text becomes another one. */
export function replacementOf(article: Article, edits: readonly Edit[]): Replacement {
  const perField = new Map<FindField, Stretch[]>();
  const perPhoto = new Map<PhotoUseId, Map<PhotoText, Stretch[]>>();
  const perBlock = new Map<BlockId, Map<string, Stretch[]>>();
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    const { place } = edit;
    if (place.in === 'field') push(perField, place.field, edit);
    else if (place.in === 'photo') push(within(perPhoto, place.use), place.field, edit);
    else push(within(perBlock, place.block), place.part, edit);
  }
  const fields: { -readonly [Field in FindField]?: string } = {};
  for (const [field, stretches] of perField) {
    const before = article[field] ?? '';
    const text = replaceInText(before, stretches);
    if (text !== before) fields[field] = text;
  }
  const photos = new Map<PhotoUseId, Partial<Record<PhotoText, string>>>();
  for (const use of article.photoUses) {
    const changed: Partial<Record<PhotoText, string>> = {};
    for (const [field, stretches] of perPhoto.get(use.id) ?? []) {
      const text = replaceInText(use[field], stretches);
      // A slug is printed in capitals, whoever writes it.
      const fitting = field === 'slug' ? text.toLocaleUpperCase('id') : text;
      if (fitting !== use[field]) changed[field] = fitting;
    }
    if (Object.keys(changed).length > 0) photos.set(use.id, changed);
  }
  const blocks = new Map<BlockId, Block>();
  for (const block of article.blocks) {
    const parts = perBlock.get(block.id);
    if (parts === undefined) continue;
    const next = mapBlockTexts(block, {
      runs: (part, runs) => replaceInRuns(runs, parts.get(part) ?? []),
      line: (part, text) => replaceInText(text, parts.get(part) ?? []),
    });
    if (next !== block) blocks.set(block.id, next);
  }
  return { blocks, fields, photos };
}

function within<Key, Part>(all: Map<Key, Map<Part, Stretch[]>>, key: Key): Map<Part, Stretch[]> {
  const there = all.get(key) ?? new Map<Part, Stretch[]>();
  all.set(key, there);
  return there;
}

function push<Key>(all: Map<Key, Stretch[]>, key: Key, stretch: Stretch): void {
  const there = all.get(key);
  if (there === undefined) all.set(key, [stretch]);
  else there.push(stretch);
}

/** The article with a replacement made; null when a text would grow beyond what an article holds. */
export function replaceIn(
  article: Article,
  { blocks, fields, photos }: Replacement,
): Article | null {
  const next: Article = withFurniture(
    {
      ...article,
      blocks: article.blocks.map((block) => blocks.get(block.id) ?? block),
      photoUses: article.photoUses.map((use): PhotoUse => ({ ...use, ...photos.get(use.id) })),
    },
    fields,
  );
  return articleSchema.safeParse(next).success ? next : null;
}
