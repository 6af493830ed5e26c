/** A paste into a field of one line: the words of all its lines, a space between them, and never half of them. */
import { LIMITS } from '#shared/domain/article.ts';
import { clipboardLine } from '../../../editor/index.ts';

export interface LineTooLong {
  readonly count: number;
  readonly most: number;
}

const FIELDS = 'input:not([type]), input[type="text"], input[type="search"], textarea';

/** Takes a paste over where it would go into a field of the story. Answers when the field can't hold it: nothing changed. */
export function pasteAsLine(event: ClipboardEvent): LineTooLong | null {
  const field = event.target;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return null;
  if (!field.matches(FIELDS) || field.readOnly || field.closest('[role="dialog"]') !== null)
    return null;
  if (event.clipboardData === null) return null;
  const line = clipboardLine(event.clipboardData);
  if (line === '') return null;
  event.preventDefault();
  const start = field.selectionStart ?? field.value.length;
  const end = field.selectionEnd ?? start;
  const count = field.value.length - (end - start) + line.length;
  if (count > LIMITS.line) return { count, most: LIMITS.line };
  // The browser's own insertion: one step of the field, the caret behind it, and the page hears of it as of typing.
  document.execCommand('insertText', false, line);
  return null;
}
