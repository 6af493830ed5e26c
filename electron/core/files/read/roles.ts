/** Paragraphs whose style says what they are: the blocks of our own Word files, and Word's own quotes and captions. */
import type { Run } from '#shared/domain/article.ts';
import { embedProvider } from '#shared/domain/embed.ts';
import { collectRuns, trimRuns } from './inline.ts';
import { childrenOf, type Element } from './dom.ts';
import type { Piece } from './pieces.ts';
import { photo, type BlockRole, type Walk } from './walk.ts';

/** Adds what a paragraph of this role says. Gives back the blocks that stood among its words. */
export function readRole(
  walk: Walk,
  element: Element,
  role: Extract<BlockRole, { block: string }>,
): readonly Element[] {
  const { runs, pictures, blocks } = collectRuns(childrenOf(element));
  const trimmed = trimRuns(runs);
  const text = trimmed.map((run) => run.text).join('');
  const last = walk.pieces.at(-1);
  const replaceLast = (piece: Piece): void => void walk.pieces.splice(-1, 1, piece);
  switch (role.block) {
    case 'quote':
      walk.pieces.push({ kind: 'quote', runs: trimmed, speaker: '', verb: '' });
      break;
    case 'quote-speaker':
      if (last?.kind === 'quote') replaceLast({ ...last, ...speakerOf(trimmed) });
      else walk.pieces.push({ kind: 'paragraph', runs: trimmed });
      break;
    case 'pull-quote':
      walk.pieces.push({ kind: 'pull-quote', runs: trimmed, speaker: '' });
      break;
    case 'pull-speaker':
      if (last?.kind === 'pull-quote') replaceLast({ ...last, speaker: withoutDash(text) });
      else walk.pieces.push({ kind: 'paragraph', runs: trimmed });
      break;
    case 'box-title':
      walk.pieces.push({ kind: 'info-box', title: text, paragraphs: [] });
      break;
    case 'box':
      if (last?.kind === 'info-box')
        replaceLast({ ...last, paragraphs: [...last.paragraphs, trimmed] });
      else walk.pieces.push({ kind: 'info-box', title: '', paragraphs: [trimmed] });
      break;
    case 'embed': {
      const url = trimmed.find((run) => run.link !== undefined)?.link ?? '';
      const title = trimmed
        .filter((run) => run.text !== url)
        .map((run) => run.text)
        .join('')
        .trim();
      if (embedProvider(url) === null) walk.pieces.push({ kind: 'paragraph', runs: trimmed });
      else walk.pieces.push({ kind: 'embed', url, title });
      break;
    }
    case 'related':
      walk.pieces.push(relatedOf(trimmed));
      break;
    case 'divider':
      walk.pieces.push({ kind: 'divider' });
      break;
    case 'table-caption':
      // Waits for its table, which comes next.
      walk.pieces.push({ kind: 'table', caption: text, header: false, rows: [] });
      break;
    case 'photo':
    case 'lead-photo': {
      const place = role.block === 'photo' ? 'body' : 'lead';
      const [first, ...more] = pictures;
      if (first === undefined)
        walk.pieces.push({ kind: 'photo', picture: null, hash: null, alt: '', words: [], place });
      else photo(walk, first, [], place);
      for (const each of more) photo(walk, each, [], place);
      if (text !== '') walk.pieces.push({ kind: 'paragraph', runs: trimmed });
      break;
    }
    case 'list-title':
      break;
    case 'credit-lead':
    case 'caption':
      for (const each of pictures) photo(walk, each, [], 'auto');
      caption(walk, text);
      break;
    default:
      role satisfies never;
  }
  return blocks;
}

/** A caption belongs to the picture right before it. */
function caption(walk: Walk, text: string): void {
  if (text === '') return;
  const last = walk.pieces.at(-1);
  if (last?.kind === 'photo' && last.words.length < 2)
    walk.pieces.splice(-1, 1, { ...last, words: [...last.words, text] });
  else walk.pieces.push({ kind: 'paragraph', runs: [{ text }] });
}

/** `— ujar **Hamenang**`: what is bold is the speaker, the rest the verb; without bold all is the speaker. */
export function speakerOf(runs: readonly Run[]): {
  readonly speaker: string;
  readonly verb: string;
} {
  const bold = runs.filter((run) => run.bold === true).map((run) => run.text);
  const plain = runs.filter((run) => run.bold !== true).map((run) => run.text);
  if (bold.length === 0) return { speaker: withoutDash(plain.join('')), verb: '' };
  return { speaker: bold.join('').trim(), verb: withoutDash(plain.join('')) };
}

function withoutDash(text: string): string {
  return text.replace(/^\s*[—–-]\s*/u, '').trim();
}

/** `**Baca juga:** title`, linked or not. */
export function relatedOf(runs: readonly Run[]): Extract<Piece, { kind: 'related' }> {
  const [first, ...rest] = runs;
  const labelled = first?.bold === true && first.text.trimEnd().endsWith(':');
  const label = labelled ? first.text.trimEnd().slice(0, -1) : '';
  const titled = labelled ? rest : runs;
  const title = titled
    .map((run) => run.text)
    .join('')
    .trim();
  const url = titled.find((run) => run.link !== undefined)?.link;
  return { kind: 'related', label, link: { title, ...(url === undefined ? {} : { url }) } };
}
