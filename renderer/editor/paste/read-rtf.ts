/** Rich text format, for programs that put nothing better on the clipboard: words, paragraphs, bold, italic, links, tables. */
import { createFlow, PLAIN, type Flow, type Look, type Piece } from './flow.ts';
import { safeLink } from './looks.ts';
import { NOTHING_READ, type ClipboardRead } from './pasted.ts';
import { tableOf, type Cell } from './tables.ts';
import { blocksOf } from './tidy.ts';

/** Groups that hold no text of the document. */
const SKIPPED = new Set(
  (
    'fonttbl colortbl stylesheet info pict object listtable listoverridetable rsidtbl generator themedata datastore ' +
    'colorschememapping latentstyles xmlnstbl filetbl revtbl header footer headerl headerr headerf footerl footerr ' +
    'footerf annotation atnid atnauthor bkmkstart bkmkend nonshppict mmathPr pgptbl fldinst listtext pntext'
  ).split(' '),
);

const SIGNS: Readonly<Record<string, string>> = {
  tab: ' ',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
};

interface State {
  readonly look: Look;
  readonly skipped: boolean;
  readonly hidden: boolean;
  /** Characters that stand for the last Unicode one, for old readers. */
  readonly fallback: number;
  readonly instruction: boolean;
}

const TOKEN = /\\([a-z]+)(-?\d+)? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+/gi;

/** SECURITY: reads text and nothing else; objects, pictures and fields other than links are passed over unread. */
export function readClipboardRtf(rtf: string): ClipboardRead {
  if (!rtf.startsWith('{\\rtf')) return NOTHING_READ;
  const page = createPage();
  const decoder = decoderOf(/\\ansicpg(\d+)/.exec(rtf)?.[1]);
  const stack: State[] = [];
  let state: State = {
    look: PLAIN,
    skipped: false,
    hidden: false,
    fallback: 1,
    instruction: false,
  };
  let link: string | undefined;
  let toSkip = 0;
  let half = '';
  const put = (text: string): void => {
    const rest = text.slice(Math.min(toSkip, text.length));
    toSkip -= text.length - rest.length;
    if (state.instruction) link = safeLink(/HYPERLINK\s+"([^"]+)"/.exec(rest)?.[1] ?? null) ?? link;
    if (!state.skipped && !state.hidden) page.flow().text(rest, state.look);
  };
  for (const [, word, number, hex, sign, brace, text] of rtf.matchAll(TOKEN)) {
    if (brace === '{') stack.push(state);
    else if (brace === '}') state = stack.pop() ?? state;
    else if (text !== undefined) put(text);
    else if (hex !== undefined) put(decoder(Number.parseInt(hex, 16)));
    else if (sign !== undefined) {
      if (sign === '*') state = { ...state, skipped: true };
      else if (sign === '~') put(' ');
      else if (sign === '_') put('-');
      else if (/[\\{}]/.test(sign)) put(sign);
      else if (/[\r\n]/.test(sign) && !state.skipped) page.end('par');
    } else if (word !== undefined) {
      if (word === 'u') {
        const unit = String.fromCharCode(Number(number ?? 0) & 0xffff);
        // Half a character waits for its other half; its fallbacks are skipped meanwhile.
        if (/[\uD800-\uDBFF]/.test(unit)) half = unit;
        else {
          toSkip = 0;
          put(half + unit);
          half = '';
        }
        toSkip = state.fallback;
      } else if (SIGNS[word] !== undefined) put(SIGNS[word]);
      else if (word === 'fldrslt')
        state = { ...state, skipped: false, look: { ...state.look, link } };
      else if (word === 'field') link = undefined;
      else if (!state.skipped && /^(?:par|sect|page|line|cell|row|trowd)$/.test(word))
        page.end(word);
      else state = turned(state, word, number);
    }
  }
  return { ...NOTHING_READ, blocks: blocksOf(page.pieces()) };
}

function turned(state: State, word: string, number: string | undefined): State {
  const on = number !== '0';
  if (word === 'fldinst') return { ...state, skipped: true, instruction: true };
  if (SKIPPED.has(word)) return { ...state, skipped: true };
  if (word === 'b') return { ...state, look: { ...state.look, bold: on } };
  if (word === 'i') return { ...state, look: { ...state.look, italic: on } };
  if (word === 'plain') return { ...state, look: { ...PLAIN, link: state.look.link } };
  if (word === 'v' || word === 'deleted') return { ...state, hidden: on };
  if (word === 'uc') return { ...state, fallback: Number(number ?? 1) };
  return state;
}

/** Bytes of the document's code page. */
function decoderOf(codePage: string | undefined): (byte: number) => string {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(`windows-${codePage ?? '1252'}`);
  } catch {
    decoder = new TextDecoder('windows-1252');
  }
  return (byte) => decoder.decode(Uint8Array.of(byte));
}

/** Paragraphs, and cells that become rows that become a table. */
function createPage() {
  const outer = createFlow();
  let cell: Flow | null = null;
  let cells: Cell[] = [];
  let rows: Cell[][] = [];
  const endTable = (): void => {
    if (rows.length > 0) outer.add(...tableOf(rows, [], false));
    rows = [];
  };
  return {
    flow: (): Flow => {
      if (cell === null) endTable();
      return cell ?? outer;
    },
    end: (what: string): void => {
      if (what === 'trowd') cell ??= createFlow();
      else if (what === 'cell' && cell !== null) {
        cells.push({ pieces: cell.end(), head: false, columns: 1, rows: 1 });
        cell = createFlow();
      } else if (what === 'row') {
        if (cells.length > 0) rows.push(cells);
        cells = [];
        cell = null;
      } else if (what === 'line') (cell ?? outer).soft();
      else (cell ?? outer).hard();
    },
    pieces: (): readonly Piece[] => {
      // A table that breaks off in its last row.
      if (cell !== null) cells.push({ pieces: cell.end(), head: false, columns: 1, rows: 1 });
      if (cells.some(({ pieces }) => pieces.length > 0)) rows.push(cells);
      endTable();
      return outer.end();
    },
  };
}
