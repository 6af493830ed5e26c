import { useState } from 'react';
import { useCommand } from '../commands/index.ts';
import { WordListDialog } from './WordListDialog.tsx';

/** Opens the newsroom's word list from anywhere. */
export function WordListCommand() {
  const [isOpen, setOpen] = useState(false);
  useCommand('words.open', () => setOpen(true));
  return isOpen ? <WordListDialog onClose={() => setOpen(false)} /> : null;
}
