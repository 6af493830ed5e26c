/** WhatsApp's marks, `*bold*` and `_italic_`, and addresses that stand alone, as runs; and back. */
import { LIMITS, linkSchema, runsText, type Run } from '../article.ts';
import { endsInWord, startsInWord } from './words.ts';

const MARKS = '*_`';
const URL_ALONE = /https?:\/\/[^\s<>"]+/gi;

interface Cut {
  readonly at: number;
  readonly length: number;
  readonly turns?: 'bold' | 'italic';
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * A line as runs. A mark counts only when it stands at the edge of a word on its outer side, so taking it away can
 * never join two words. `~struck~` keeps its tildes: a deleted word must not come back as if it stood.
 */
export function parseRuns(text: string): Run[] {
  if (text === '') return [];
  const links = findLinks(text);
  const cuts = findCuts(text, links);
  if (links.length + cuts.length >= LIMITS.blocks / 2 - 1) return [{ text }];
  const runs: Run[] = [];
  const look: { bold: boolean; italic: boolean } = { bold: false, italic: false };
  const push = (from: number, to: number, link?: string) => {
    if (to <= from) return;
    const run: Run = {
      text: text.slice(from, to),
      ...(look.bold && { bold: true as const }),
      ...(look.italic && { italic: true as const }),
      ...(link !== undefined && { link }),
    };
    const last = runs.at(-1);
    if (last && last.link === run.link && last.bold === run.bold && last.italic === run.italic) {
      runs[runs.length - 1] = { ...last, text: last.text + run.text };
    } else {
      runs.push(run);
    }
  };
  const events = [
    ...cuts.map((cut) => ({ at: cut.at, to: cut.at + cut.length, cut })),
    ...links.map((span) => ({ at: span.from, to: span.to, cut: undefined })),
  ].sort((a, b) => a.at - b.at);
  let from = 0;
  for (const event of events) {
    push(from, event.at);
    if (!event.cut) push(event.at, event.to, text.slice(event.at, event.to));
    else if (event.cut.turns) look[event.cut.turns] = !look[event.cut.turns];
    from = event.to;
  }
  push(from, text.length);
  return runs;
}

/** A line without its marks. */
export function unmarked(text: string): string {
  return runsText(parseRuns(text));
}

/** Whether a whole line is one bold stretch: how WhatsApp writes headlines and subheads. */
export function isAllBold(text: string): boolean {
  if (!text.startsWith('*') && !text.startsWith('_*')) return false;
  const runs = parseRuns(text);
  return runs.length === 1 && runs[0]?.bold === true;
}

function findLinks(text: string): Span[] {
  if (!/https?:/i.test(text)) return [];
  const spans: Span[] = [];
  for (const match of text.matchAll(URL_ALONE)) {
    let to = match.index + match[0].length;
    while (to > match.index && ".,;:!?)]}'’”*_".includes(text.charAt(to - 1))) to -= 1;
    const url = text.slice(match.index, to);
    if (match.index > 0 && !/\s/.test(text.charAt(match.index - 1))) continue;
    if (url.length <= LIMITS.line && linkSchema.safeParse(url).success)
      spans.push({ from: match.index, to });
  }
  return spans;
}

/** One pass over the runs of mark characters; a mark opens or closes by the characters outside its run. */
function findCuts(text: string, links: readonly Span[]): Cut[] {
  const cuts: Cut[] = [];
  const open = new Map<string, number>();
  let link = 0;
  for (let at = nextMark(text, 0); at < text.length;) {
    while (link < links.length && links[link]!.to <= at) link += 1;
    const inside = links[link];
    if (inside && inside.from <= at) {
      at = nextMark(text, inside.to);
      continue;
    }
    let end = at;
    while (end < text.length && MARKS.includes(text.charAt(end))) end += 1;
    const before = text.slice(Math.max(0, at - 2), at);
    const after = text.slice(end, end + 2);
    const opens = !endsInWord(before) && (startsInWord(after) || /^["“‘'(#@]/.test(after));
    const closes = !startsInWord(after) && (endsInWord(before) || /["”’'.,!?…%)]$/.test(before));
    for (let mark = opens || closes ? at : end; mark < end;) {
      const kind = text.startsWith('```', mark) ? '```' : text.charAt(mark);
      const opened = open.get(kind);
      if (kind === '`') {
        mark += 1;
        continue;
      }
      if (closes && opened !== undefined && opened + kind.length < mark) {
        cuts.push(cutAt(opened, kind), cutAt(mark, kind));
        open.delete(kind);
      } else if (opens) {
        open.set(kind, mark);
      }
      mark += kind.length;
    }
    at = nextMark(text, end);
  }
  return cuts;
}

function cutAt(at: number, kind: string): Cut {
  if (kind === '*') return { at, length: 1, turns: 'bold' };
  if (kind === '_') return { at, length: 1, turns: 'italic' };
  return { at, length: kind.length };
}

function nextMark(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) if (MARKS.includes(text.charAt(at))) return at;
  return text.length;
}

/** Runs as a line, with marks where they can be read back; a mark that would cut a word is left out. */
export function printRuns(runs: readonly Run[]): string {
  let line = '';
  for (const [at, run] of runs.entries()) {
    const next = runs[at + 1]?.text ?? '';
    line += marked(run, line, next);
    if (run.link !== undefined && run.link !== run.text) line += ` (${run.link})`;
  }
  return line;
}

function marked(run: Run, before: string, after: string): string {
  const marks = `${run.bold ? '*' : ''}${run.italic ? '_' : ''}`;
  const core = run.text.trim();
  if (marks === '' || core === '') return run.text;
  const from = run.text.indexOf(core);
  const lead = run.text.slice(0, from);
  const tail = run.text.slice(from + core.length);
  if (endsInWord(before + lead) || startsInWord(tail + after)) return run.text;
  return `${lead}${marks}${core}${run.italic ? '_' : ''}${run.bold ? '*' : ''}${tail}`;
}
