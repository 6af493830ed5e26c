import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { LexicalTypeaheadMenuPlugin, MenuOption } from '@lexical/react/LexicalTypeaheadMenuPlugin';
import {
  Heading2,
  Heading3,
  ImagePlus,
  List,
  ListOrdered,
  Newspaper,
  Pilcrow,
  Quote,
} from 'lucide-react';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { LexicalEditor, TextNode } from 'lexical';
import { useWords } from '../../i18n/index.ts';
import { classes, Keys } from '../../ui/index.ts';
import {
  changeLook,
  insertRelated,
  LOOK_NAMES,
  LOOK_SHORTCUTS,
  LOOKS,
  type BlockLook,
} from '../extensions/commands.ts';
import styles from './SlashMenu.module.css';

const ICONS: Readonly<Record<BlockLook, ReactNode>> = {
  paragraph: <Pilcrow />,
  h2: <Heading2 />,
  h3: <Heading3 />,
  quote: <Quote />,
  bullet: <List />,
  number: <ListOrdered />,
};

class SlashChoice extends MenuOption {
  readonly name: string;
  readonly symbol: ReactNode;
  readonly shortcut: string | undefined;
  readonly run: (editor: LexicalEditor) => void;
  constructor(
    key: string,
    name: string,
    symbol: ReactNode,
    shortcut: string | undefined,
    run: (editor: LexicalEditor) => void,
  ) {
    super(key);
    this.name = name;
    this.symbol = symbol;
    this.shortcut = shortcut;
    this.run = run;
  }
}

/** `/` at the start of an empty block: everything that can stand there. */
export function SlashMenu({ onAddPhoto }: { readonly onAddPhoto: () => void }) {
  const { t } = useWords();
  const [editor] = useLexicalComposerContext();
  const [typed, setTyped] = useState<string | null>(null);
  // In the page's main part, so that a screen reader finds the menu where the text is.
  const [parent, setParent] = useState<HTMLElement | null>(null);
  useEffect(
    () => editor.registerRootListener((root) => setParent(root?.closest('main') ?? null)),
    [editor],
  );
  const all = useMemo(
    () => [
      ...LOOKS.map(
        (look) =>
          new SlashChoice(look, t(LOOK_NAMES[look]), ICONS[look], LOOK_SHORTCUTS[look], (editor) =>
            changeLook(editor, look),
          ),
      ),
      new SlashChoice('photo', t('toolbar.photo'), <ImagePlus />, undefined, onAddPhoto),
      new SlashChoice('related', t('toolbar.related'), <Newspaper />, undefined, insertRelated),
    ],
    [t, onAddPhoto],
  );
  const choices = useMemo(() => {
    const words = (typed ?? '').toLowerCase();
    return all.filter((choice) => choice.name.toLowerCase().includes(words));
  }, [all, typed]);

  const onSelect = useCallback(
    (choice: SlashChoice, node: TextNode | null, close: () => void) => {
      editor.update(() => {
        node?.remove();
        close();
      });
      choice.run(editor);
    },
    [editor],
  );
  return (
    <LexicalTypeaheadMenuPlugin<SlashChoice>
      {...(parent !== null && { parent })}
      options={choices}
      onQueryChange={setTyped}
      onSelectOption={onSelect}
      triggerFn={(text) => {
        const match = /^\/([\p{L} ]{0,20})$/u.exec(text);
        return match === null
          ? null
          : { leadOffset: 0, matchingString: match[1] ?? '', replaceableString: match[0] };
      }}
      menuRenderFn={(anchor, { selectedIndex, selectOptionAndCleanUp, setHighlightedIndex }) =>
        anchor.current === null || choices.length === 0
          ? null
          : createPortal(
              <ul className={styles.menu} ref={(menu) => standClear(menu)}>
                {choices.map((choice, index) => (
                  <li
                    key={choice.key}
                    id={`typeahead-item-${index}`}
                    role="option"
                    aria-selected={index === selectedIndex}
                    className={classes(styles.choice, index === selectedIndex && styles.at)}
                    ref={(element) => choice.setRefElement(element)}
                    onMouseEnter={() => setHighlightedIndex(index)}
                    onMouseDown={(event) => {
                      event.preventDefault();
                      selectOptionAndCleanUp(choice);
                    }}
                  >
                    {choice.symbol}
                    <span>{choice.name}</span>
                    {choice.shortcut !== undefined && <Keys keys={choice.shortcut} />}
                  </li>
                ))}
              </ul>,
              anchor.current,
            )
      }
    />
  );
}

/** At the foot of the window the menu stands above its line: there it would be cut off. */
function standClear(menu: HTMLUListElement | null): void {
  // Lexical puts the menu in its place after it was drawn.
  setTimeout(() => {
    if (menu === null || !menu.isConnected || styles.above === undefined) return;
    menu.classList.remove(styles.above);
    const foot = menu.closest('main')?.getBoundingClientRect().bottom ?? window.innerHeight;
    menu.classList.toggle(styles.above, menu.getBoundingClientRect().bottom > foot);
  });
}
