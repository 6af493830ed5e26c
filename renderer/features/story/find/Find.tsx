import { useCallback, useRef, useState, type RefObject } from 'react';
import type { Query } from '#shared/domain/find/search.ts';
import { useCommand } from '../../../commands/index.ts';
import type { ManuscriptHandle } from '../../../editor/index.ts';
import type { Draft } from '../draft.ts';
import { FindBar } from './FindBar.tsx';
import type { FoundPage } from './show-found.ts';
import { findStart, type FindStart } from './start.ts';

export interface FindProps {
  readonly draft: Draft;
  readonly body: RefObject<ManuscriptHandle | null>;
  /** The story's own part of the window. */
  readonly screen: RefObject<HTMLElement | null>;
  /** Brings the text to the front. */
  readonly onShow: () => void;
}

const EVERYTHING: Query = { text: '', matchCase: false, wholeWord: false, pattern: false };

/** Find and replace in one story: closed until it is asked for. */
export function Find({ draft, body, screen, onShow }: FindProps) {
  const [start, setStart] = useState<FindStart | null>(null);
  const [query, setQuery] = useState(EVERYTHING);
  const [replacing, setReplacing] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  const page = useCallback((): FoundPage | null => {
    const [here, blocks] = [screen.current, body.current?.elements()];
    return here === null || blocks === undefined ? null : { screen: here, blocks };
  }, [body, screen]);

  const open = (withReplace: boolean): void => {
    onShow();
    const at = page();
    if (at === null) return;
    const fresh = findStart(at, () => body.current?.focus());
    setReplacing((before) => withReplace || (before && start !== null));
    if (fresh.seed !== '') setQuery((before) => ({ ...before, text: fresh.seed }));
    // An open bar keeps the way back to where the writer came from.
    setStart(start === null ? fresh : { ...fresh, back: start.back });
    field.current?.focus();
    field.current?.select();
  };
  useCommand('find.open', () => open(false));
  useCommand('find.replace', () => open(true));
  // With the bar closed, they open it on what was looked for last.
  useCommand('find.next', () => open(false), { fallback: true });
  useCommand('find.previous', () => open(false), { fallback: true });
  if (start === null) return null;
  return (
    <FindBar
      draft={draft}
      page={page}
      field={field}
      start={start}
      query={query}
      onQuery={setQuery}
      replacing={replacing}
      onReplacing={setReplacing}
      onShow={onShow}
      onClose={() => setStart(null)}
    />
  );
}
