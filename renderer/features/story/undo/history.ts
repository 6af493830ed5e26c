/**
 * The history of one story: one line of steps over body, furniture and captions, for as long as the story is open in
 * a window. Steps are articles before and after, which share every block that did not change.
 */
import type { Article } from '#shared/domain/article.ts';
import { kindOfEdit, type EditKind } from './kind.ts';
import { changedPlace, type ChangedPlace } from './place.ts';
import { takeBack } from './take-back.ts';

/** A pause that ends a step, in milliseconds, and the most characters of one: typing without a pause is undone in parts. */
export const STEP_PAUSE_MS = 900;
const STEP_LENGTH = 90;
/** Further back nobody goes; and memory stays flat. */
export const MOST_STEPS = 1_000;

export interface EditHints {
  /** A step of its own, whatever came before. */
  readonly apart?: boolean;
  /** Part of the step before it: what follows from an edit by itself. */
  readonly joins?: boolean;
  /** An input method is at work: what it tries out, and takes back, is one step. */
  readonly composing?: boolean;
}

interface Recorded {
  readonly before: Article;
  readonly after: Article;
  readonly kind: EditKind;
  readonly at: number;
  readonly length: number;
  readonly closed: boolean;
}

export interface Turned {
  readonly article: Article;
  /** Where something changed; null when others have changed it all since, and nothing could be taken back. */
  readonly place: ChangedPlace | null;
}

export interface History {
  readonly record: (before: Article, after: Article, hints?: EditHints) => void;
  /** Everything recorded until the answer is called is one step. */
  readonly group: () => () => void;
  /** The story without the newest step; null when there is none. */
  readonly undo: (now: Article) => Turned | null;
  readonly redo: (now: Article) => Turned | null;
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
}

export function createHistory(now: () => number): History {
  let done: Recorded[] = [];
  let undone: Recorded[] = [];
  let groups = 0;
  let grouped: Recorded | null = null;

  function record(before: Article, after: Article, hints: EditHints = {}): void {
    undone = [];
    const kind = kindOfEdit(before, after);
    const last = done.at(-1);
    const at = now();
    if (groups > 0 && grouped !== null && last === grouped) {
      grouped = { ...grouped, after, at };
      done[done.length - 1] = grouped;
      return;
    }
    if (groups === 0 && last !== undefined && joins(last, { before, kind, at }, hints)) {
      done[done.length - 1] = { ...last, after, at, length: last.length + kind.length };
      return;
    }
    const step = { before, after, kind, at, length: kind.length, closed: hints.apart === true };
    if (groups > 0) grouped = { ...step, closed: true };
    done.push(groups > 0 && grouped !== null ? grouped : step);
    if (done.length > MOST_STEPS) done = done.slice(-MOST_STEPS);
  }

  /** Takes the newest step of one stack back and puts what happened on the other. */
  function turn(from: Recorded[], onto: Recorded[], article: Article): Turned | null {
    const step = from.pop();
    if (step === undefined) return null;
    const result = takeBack(article, step);
    // As it really went: the way back ends in exactly this text.
    onto.push({ ...step, before: result, after: article, closed: true });
    return { article: result, place: changedPlace(article, result) };
  }

  return {
    record,
    group: () => {
      groups += 1;
      let open = true;
      return () => {
        if (!open) return;
        open = false;
        groups -= 1;
        if (groups === 0) grouped = null;
      };
    },
    undo: (article) => turn(done, undone, article),
    redo: (article) => {
      const step = undone.pop();
      if (step === undefined) return null;
      const result = takeBack(article, { before: step.after, after: step.before });
      done.push({ ...step, before: article, after: result, closed: true });
      return { article: result, place: changedPlace(article, result) };
    },
    canUndo: () => done.length > 0,
    canRedo: () => undone.length > 0,
  };
}

function joins(
  last: Recorded,
  next: Pick<Recorded, 'before' | 'kind' | 'at'>,
  hints: EditHints,
): boolean {
  // Another text came in between: the step before it stays what it was.
  if (last.after !== next.before) return false;
  if (hints.joins === true) return true;
  if (last.closed || hints.apart === true || next.kind.key === null) return false;
  if (last.kind.key !== next.kind.key || next.at - last.at > STEP_PAUSE_MS) return false;
  if (hints.composing === true) return true;
  if (last.kind.does !== next.kind.does) return false;
  return last.length < STEP_LENGTH || !next.kind.startsWord;
}
