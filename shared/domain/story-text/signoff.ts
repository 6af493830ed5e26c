/** The reporter's code after the last paragraph: `(Laili S/***)`, `(abc/def)`, `(*)`. */
import type { Signoff } from '../article.ts';
import { opensCredit, openingBracket } from './caption.ts';

export interface ReadSignoff {
  readonly signoffs: readonly Signoff[];
  readonly printed: string;
  /** The paragraph before it; empty where the sign-off stands alone. */
  readonly before: string;
}

const CODE = /^(?:\*{1,5}|\p{Ll}[\p{Ll}\p{N}]{0,5}|\p{Lu}{2,5})$/u;
const SHORT_NAME = /^\p{Lu}[\p{L}\p{M}.' -]{1,40}$/u;
/** Brackets that close a paragraph and are no code. */
const NOT_A_CODE = new Set(['red', 'sic', 'dll', 'dsb', 'wib', 'wita', 'wit', 'dan', 'id', 'en']);

/** Reads the sign-off that closes a paragraph, or stands on a line of its own. */
export function readSignoff(text: string): ReadSignoff | null {
  const open = openingBracket(text);
  if (open < 0 || text.length - open > 80) return null;
  const before = text.slice(0, open).trimEnd();
  // In the middle of a sentence a bracket explains a word; a code comes after the full stop.
  if (before !== '' && !/[.!?…]["”'’*_]{0,3}$/.test(before.slice(-5))) return null;
  const signoffs = parseCodes(text.slice(open + 1, -1));
  return signoffs && { signoffs, printed: text.slice(open), before };
}

function parseCodes(inner: string): Signoff[] | null {
  const parts = inner.split('/').map((part) => part.trim());
  if (parts.length > 8) return null;
  const only = parts.length === 1 ? (parts[0] ?? '') : '';
  if (only !== '' && (!CODE.test(only) || only.length > 4 || NOT_A_CODE.has(only.toLowerCase())))
    return null;
  const signoffs: Signoff[] = [];
  for (const part of parts) {
    const last = signoffs.at(-1);
    if (CODE.test(part)) {
      if (last && last.short !== '' && last.code === '')
        signoffs[signoffs.length - 1] = { ...last, code: part };
      else signoffs.push({ short: '', code: part });
    } else if (SHORT_NAME.test(part) && !opensCredit(part) && !/\.\p{L}{2}/u.test(part)) {
      signoffs.push({ short: part, code: '' });
    } else {
      return null;
    }
  }
  return signoffs.some((signoff) => signoff.code !== '') ? signoffs : null;
}

/** All sign-offs in one pair of brackets; empty without any. */
export function printSignoffs(signoffs: readonly Signoff[]): string {
  const parts = signoffs.flatMap(({ short, code }) => [short, code]).filter((part) => part !== '');
  return parts.length === 0 ? '' : `(${parts.join('/')})`;
}
