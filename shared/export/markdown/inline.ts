/** Runs as the inside of a Markdown block (CommonMark 0.31): every character comes back as it was. */
import type { Run } from '../../domain/article.ts';
import { joinRuns } from '../../render/runs.ts';

/** Where the text stands: a cell of a table can't hold a second line. */
export type InlinePlace = 'text' | 'cell';

/** Runs with their looks; line breaks as hard breaks, in a cell as `<br>`. */
export function inlineMarkdown(runs: readonly Run[], place: InlinePlace = 'text'): string {
  const joined = joinRuns(runs);
  const printed = joined.map((run, at) => {
    const next = joined[at + 1];
    const touches = isStarred(joined[at - 1]) || isStarred(next);
    const text = withLook(run, place, touches ? 'tags' : 'stars');
    if (run.link !== undefined) return `[${text}](${destination(run.link, place)})`;
    // An exclamation mark before a link would make it a picture.
    return next?.link !== undefined && text.endsWith('!') ? `${text.slice(0, -1)}\\!` : text;
  });
  return guardLines(printed.join(''));
}

/** Plain text, escaped. */
export function textMarkdown(text: string, place: InlinePlace = 'text'): string {
  return inlineMarkdown([{ text }], place);
}

function isStarred(run: Run | undefined): boolean {
  return run !== undefined && (run.bold === true || run.italic === true);
}

/**
 * Stars where they are sure to be read as emphasis: around text that begins and ends with a letter or a digit, with no
 * other stars beside them. Anything else gets tags, which CommonMark reads anywhere.
 */
function withLook(run: Run, place: InlinePlace, prefer: 'stars' | 'tags'): string {
  const inside = escapeText(run.text, place);
  if (!isStarred(run)) return inside;
  if (prefer === 'stars' && /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/su.test(run.text)) {
    const stars = `${run.bold ? '**' : ''}${run.italic ? '*' : ''}`;
    return `${stars}${inside}${stars}`;
  }
  const italic = run.italic ? `<em>${inside}</em>` : inside;
  return run.bold ? `<strong>${italic}</strong>` : italic;
}

function escapeText(text: string, place: InlinePlace): string {
  return text
    .replaceAll(/[\\`*_[\]<>&~|]/g, (character) => `\\${character}`)
    .replaceAll(/[\r\t]/g, reference)
    .replaceAll('\n', place === 'cell' ? '<br>' : '\\\n');
}

/** What opens a block at the beginning of a line, and the spaces that a reader takes off its ends. */
function guardLines(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) =>
      line
        .replace(/^[#+=:-]/, (opening) => `\\${opening}`)
        .replace(/^(\d{1,9})([.)])/, String.raw`$1\$2`)
        .replace(/^ +/, (spaces) => reference(' ').repeat(spaces.length))
        .replace(/ +$/, (spaces) => reference(' ').repeat(spaces.length)),
    )
    .join('\n');
}

function reference(character: string): string {
  return `&#${character.codePointAt(0)};`;
}

/** An address between angle brackets: it may hold brackets and anything but spaces. */
function destination(link: string, place: InlinePlace): string {
  const escaped = link.replaceAll(/[\\<>&*_]/g, (character) => `\\${character}`);
  return `<${place === 'cell' ? escaped.replaceAll('|', '\\|') : escaped}>`;
}
