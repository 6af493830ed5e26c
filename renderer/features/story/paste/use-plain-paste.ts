import type { RefObject } from 'react';
import { keymapStore, useCommand } from '../../../commands/index.ts';
import type { ManuscriptHandle } from '../../../editor/index.ts';
import { useWords, type Words } from '../../../i18n/index.ts';
import type { LineTooLong } from './one-line.ts';

/** On these keys the browser itself does it, in the text and in every field. No page may do it without them. */
const BROWSER_KEYS = 'Ctrl+Shift+V';

/**
 * Paste without formatting. With its first keys the browser does it; by the palette, or by other keys, the newest paste
 * is made plain, for no page may read the clipboard unasked.
 */
export function usePlainPaste(
  body: RefObject<ManuscriptHandle | null>,
  onProblem: (text: string) => void,
): void {
  const { t } = useWords();
  useCommand(
    'edit.paste-plain',
    () => {
      if (body.current?.lastPasted() != null) body.current.takeBackPaste('plain');
      else onProblem(t('paste.plain-how', { keys: BROWSER_KEYS }));
    },
    { when: () => keymapStore.now().keysOf('edit.paste-plain') !== BROWSER_KEYS },
  );
}

export function tooLongText({ t, number }: Words, { count, most }: LineTooLong): string {
  return t('paste.line-too-long', { shown: number(count), most: number(most) });
}
