/** What the menus that open while one types have in common. */
import type { LexicalEditor } from 'lexical';
import { useEffect, useState } from 'react';
import styles from './Typeahead.module.css';

/** The page's main part, so that a screen reader finds the menu where the text is. */
export function useMenuParent(editor: LexicalEditor): { readonly parent?: HTMLElement } {
  const [parent, setParent] = useState<HTMLElement | null>(null);
  useEffect(
    () => editor.registerRootListener((root) => setParent(root?.closest('main') ?? null)),
    [editor],
  );
  return parent === null ? {} : { parent };
}

/** At the foot of the window a menu stands above its line: there it would be cut off. */
export function standClear(menu: HTMLElement | null): void {
  // Lexical puts the menu in its place after it was drawn.
  setTimeout(() => {
    if (menu === null || !menu.isConnected || styles.above === undefined) return;
    menu.classList.remove(styles.above);
    const foot = menu.closest('main')?.getBoundingClientRect().bottom ?? window.innerHeight;
    menu.classList.toggle(styles.above, menu.getBoundingClientRect().bottom > foot);
  });
}
