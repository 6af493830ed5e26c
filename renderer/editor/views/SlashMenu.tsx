import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { LexicalTypeaheadMenuPlugin, MenuOption } from '@lexical/react/LexicalTypeaheadMenuPlugin';
import { useCallback, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import type { TextNode } from 'lexical';
import { runCommand, useShortcut } from '../../commands/index.ts';
import { useWords } from '../../i18n/index.ts';
import { classes, Keys } from '../../ui/index.ts';
import { FORM_NAMES } from '../extensions/forms.ts';
import { findInsertions, type Insertion } from './insertions.tsx';
import styles from './SlashMenu.module.css';
import menu from './Typeahead.module.css';
import { standClear, useMenuParent } from './typeahead.ts';

class SlashChoice extends MenuOption {
  readonly insertion: Insertion;
  readonly startsGroup: boolean;
  constructor(insertion: Insertion, startsGroup: boolean) {
    super(insertion.form);
    this.insertion = insertion;
    this.startsGroup = startsGroup;
  }
}

/** `/` at the start of a block: everything that can stand there. */
export function SlashMenu() {
  const { t } = useWords();
  const [editor] = useLexicalComposerContext();
  const [typed, setTyped] = useState<string | null>(null);
  const place = useMenuParent(editor);
  const choices = useMemo(
    () =>
      findInsertions(typed ?? '', (form) => t(FORM_NAMES[form])).map(
        (insertion, index, all) =>
          new SlashChoice(insertion, all[index - 1]?.group !== insertion.group),
      ),
    [typed, t],
  );
  const onSelect = useCallback(
    (choice: SlashChoice, node: TextNode | null, close: () => void) => {
      editor.update(
        () => {
          node?.remove();
          close();
        },
        { discrete: true },
      );
      runCommand(choice.insertion.command);
    },
    [editor],
  );
  return (
    <LexicalTypeaheadMenuPlugin<SlashChoice>
      {...place}
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
              <ul
                role="none"
                className={classes(
                  menu.menu,
                  styles.menu,
                  choices.length > ONE_COLUMN && styles.wide,
                )}
                ref={standClear}
              >
                {choices.map((choice, index) => (
                  <SlashEntry
                    key={choice.key}
                    choice={choice}
                    index={index}
                    at={index === selectedIndex}
                    onAt={() => setHighlightedIndex(index)}
                    onChoose={() => selectOptionAndCleanUp(choice)}
                  />
                ))}
              </ul>,
              anchor.current,
            )
      }
    />
  );
}

function SlashEntry({
  choice,
  index,
  at,
  onAt,
  onChoose,
}: {
  readonly choice: SlashChoice;
  readonly index: number;
  readonly at: boolean;
  readonly onAt: () => void;
  readonly onChoose: () => void;
}) {
  const { t } = useWords();
  const { form, group, command, symbol } = choice.insertion;
  const shortcut = useShortcut(command);
  return (
    <>
      {choice.startsGroup && (
        <li role="none" className={styles.group}>
          {t(`insert.${group}`)}
        </li>
      )}
      <li
        id={`typeahead-item-${index}`}
        role="option"
        aria-selected={at}
        className={classes(styles.choice, at && styles.at)}
        ref={(element) => choice.setRefElement(element)}
        onMouseEnter={onAt}
        onMouseDown={(event) => {
          event.preventDefault();
          onChoose();
        }}
      >
        {symbol}
        <span>{t(FORM_NAMES[form])}</span>
        {shortcut !== undefined && <Keys keys={shortcut} />}
      </li>
    </>
  );
}

/** More than these stand in two columns, so that nothing has to be scrolled to. */
const ONE_COLUMN = 8;
