/** Runs of text as markup, and back: bold, italic, links and line breaks. */
import type { Run } from '../domain/article.ts';
import { el, safeAddress, type Markup } from './markup.ts';

/** Neighbours of one look joined and empty runs dropped: what a page can show of them. */
export function joinRuns(runs: readonly Run[]): readonly Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (run.text === '') continue;
    if (last && sameLook(last, run))
      joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}

function sameLook(a: Run, b: Run): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.link === b.link;
}

export function runsMarkup(runs: readonly Run[]): readonly Markup[] {
  return joinRuns(runs).flatMap((run) => {
    let inside = lines(run.text);
    if (run.italic) inside = [el('em', {}, ...inside)];
    if (run.bold) inside = [el('strong', {}, ...inside)];
    const href = run.link === undefined ? null : safeAddress(run.link);
    return href === null ? inside : [el('a', { href }, ...inside)];
  });
}

/** Text whose line breaks are kept. */
export function lines(text: string): readonly Markup[] {
  return text
    .split('\n')
    .flatMap((line, at) => [...(at === 0 ? [] : [el('br')]), ...(line === '' ? [] : [line])]);
}
