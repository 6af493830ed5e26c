import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ChevronDown, Plus } from 'lucide-react';
import { keymapStore, runCommand } from '../../commands/index.ts';
import { useWords } from '../../i18n/index.ts';
import { Button, Menu } from '../../ui/index.ts';
import { FORM_NAMES } from '../extensions/forms.ts';
import { INSERTIONS } from './insertions.tsx';
import styles from './Toolbar.module.css';

/** "Sisipkan": the cards, by mouse. The forms of text are in the menu beside it. */
export function InsertMenu() {
  const { t } = useWords();
  const [editor] = useLexicalComposerContext();
  return (
    <Menu
      align="start"
      leavesFocus
      trigger={
        <Button look="quiet" icon={<Plus />} className={styles.opens}>
          {t('insert.menu')}
          <ChevronDown aria-hidden="true" />
        </Button>
      }
      choices={INSERTIONS.filter(({ group }) => group === 'cards').map(
        ({ form, symbol, command }) => ({
          key: form,
          name: t(FORM_NAMES[form]),
          icon: symbol,
          shortcut: keymapStore.now().keysOf(command) ?? undefined,
          run: () => {
            editor.getRootElement()?.focus({ preventScroll: true });
            runCommand(command);
          },
        }),
      )}
    />
  );
}
