import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Article } from '#shared/domain/article.ts';
import {
  replaceIn,
  replacementOf,
  type Edit,
  type ReplaceWith,
} from '#shared/domain/find/replace.ts';
import type { Query } from '#shared/domain/find/search.ts';
import { articleTexts, placeKey } from '#shared/domain/find/texts.ts';
import type { Draft } from '../draft.ts';
import { createFinder } from './finder.ts';
import { editsOf, firstFrom, foundIn, stepFrom, type Found, type ReadingPlace } from './finding.ts';

/** After the last letter of the search words, and after the last change of the story. */
const QUERY_MS = 70;
const STORY_MS = 220;

export interface Search {
  readonly found: readonly Found[];
  /** Which one is looked at; -1 when there is none. */
  readonly at: number;
  /** There are more than anybody looks at. */
  readonly more: boolean;
  readonly problem: 'pattern' | 'slow' | 'broken' | null;
  /** The article that was searched; null before the first answer. */
  readonly article: Article | null;
  /** Rises when the current match shall be shown: not when the text changed by itself. */
  readonly shown: number;
}

export type ReplaceOutcome =
  | { readonly replaced: number }
  | { readonly refused: 'too-long' | 'fixed' | 'none' };

export interface FindControl {
  readonly search: Search;
  readonly go: (towards: 1 | -1) => void;
  readonly goTo: (at: number) => void;
  readonly replaceOne: (how: ReplaceWith) => Promise<ReplaceOutcome>;
  readonly replaceAll: (how: ReplaceWith) => Promise<ReplaceOutcome>;
}

const NOTHING: Search = { found: [], at: -1, more: false, problem: null, article: null, shown: 0 };

/** A live search of an open story, from the place where it was opened. */
export function useFind(draft: Draft, query: Query, start: ReadingPlace | null): FindControl {
  const [search, setSearch] = useState<Search>(NOTHING);
  const now = useRef<Search>(NOTHING);
  const asked = useRef(query);
  useLayoutEffect(() => {
    asked.current = query;
  });
  const [finder] = useState(() => createFinder());
  useEffect(() => finder.close, [finder]);

  const set = useCallback((next: Search): void => {
    now.current = next;
    setSearch(next);
  }, []);

  /** Searches the story as it is now; the match at or after `from` becomes the current one. */
  const look = useCallback(
    async (
      from: ReadingPlace | null,
      { show, query: wanted = asked.current }: { readonly show: boolean; readonly query?: Query },
    ): Promise<void> => {
      const { article } = draft.snapshot();
      const texts = articleTexts(article);
      const answer = await finder.find(
        wanted,
        texts.map(({ text }) => text),
        article.language,
      );
      const { shown } = now.current;
      if ('problem' in answer) {
        const { problem } = answer;
        if (problem !== 'superseded') set({ ...NOTHING, problem, article, shown });
        return;
      }
      const found = foundIn(texts, answer.matches);
      set({
        found,
        at: found.length === 0 ? -1 : firstFrom(article, found, from),
        more: answer.more,
        problem: null,
        article,
        shown: shown + (show ? 1 : 0),
      });
    },
    [draft, finder, set],
  );

  useEffect(() => {
    const timer = setTimeout(() => void look(start, { show: true, query }), QUERY_MS);
    return () => clearTimeout(timer);
  }, [look, query, start]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const isNew = (): boolean => draft.snapshot().article !== now.current.article;
    const stop = draft.subscribe(() => {
      if (!isNew()) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (isNew()) void look(placeOf(now.current) ?? start, { show: false });
      }, STORY_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [draft, look, start]);

  const actions = useMemo(() => {
    const goTo = (at: number): void => set({ ...now.current, at, shown: now.current.shown + 1 });
    /** What is found in the story's text of this moment: nothing is replaced that was found in another. */
    const fresh = async (): Promise<Search> => {
      if (now.current.article !== draft.snapshot().article) {
        await look(placeOf(now.current), { show: false });
      }
      return now.current.article === draft.snapshot().article ? now.current : NOTHING;
    };
    const make = (edits: readonly Edit[]): ReplaceOutcome => {
      const { article } = draft.snapshot();
      const next = replaceIn(article, replacementOf(article, edits));
      if (next === null) return { refused: 'too-long' };
      // One change of the whole article is one step to undo.
      draft.replace(next);
      return { replaced: edits.length };
    };
    return {
      goTo,
      go: (towards: 1 | -1): void => {
        const { found, at } = now.current;
        if (found.length > 0) goTo(stepFrom(at, towards, found.length));
      },
      replaceOne: async (how: ReplaceWith): Promise<ReplaceOutcome> => {
        const { found, at } = await fresh();
        const current = found[at];
        if (current === undefined) return { refused: 'none' };
        const [edit] = editsOf([current], how);
        if (edit === undefined) return { refused: 'fixed' };
        const outcome = make([edit]);
        const offset = edit.start + edit.text.length;
        await look({ key: placeKey(edit.place), offset }, { show: true });
        return outcome;
      },
      replaceAll: async (how: ReplaceWith): Promise<ReplaceOutcome> => {
        const { found, at } = await fresh();
        const edits = editsOf(found, how);
        if (edits.length === 0) return { refused: found.length === 0 ? 'none' : 'fixed' };
        const outcome = make(edits);
        await look(placeOf({ found, at }), { show: false });
        return outcome;
      },
    };
  }, [draft, look, set]);
  return useMemo(() => ({ search, ...actions }), [actions, search]);
}

function placeOf({ found, at }: Pick<Search, 'found' | 'at'>): ReadingPlace | null {
  const current = found[at];
  return current === undefined
    ? null
    : { key: placeKey(current.placed.place), offset: current.match.start };
}
