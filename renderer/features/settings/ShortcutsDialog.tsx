import { useWords, type MessageKey } from '../../i18n/index.ts';
import { Dialog, Keys } from '../../ui/index.ts';
import styles from './Settings.module.css';

/** Every shortcut, by where it works. */
const SHORTCUTS: readonly {
  readonly title: MessageKey;
  readonly keys: readonly (readonly [string, MessageKey])[];
}[] = [
  {
    title: 'keys.everywhere',
    keys: [
      ['Ctrl+/', 'keys.help'],
      ['Ctrl+,', 'keys.settings'],
      ['Ctrl+N', 'keys.new'],
      ['Esc', 'keys.back'],
    ],
  },
  {
    title: 'keys.desk',
    keys: [
      ['J', 'keys.next'],
      ['K', 'keys.previous'],
      ['Enter', 'keys.open'],
      ['N', 'keys.new'],
      ['/', 'keys.search'],
    ],
  },
  {
    title: 'keys.story',
    keys: [
      ['Ctrl+Enter', 'keys.submit'],
      ['Ctrl+S', 'keys.save'],
      ['Ctrl+Shift+V', 'keys.paste'],
      ['/', 'keys.slash'],
    ],
  },
  {
    title: 'keys.text',
    keys: [
      ['Ctrl+B', 'toolbar.bold'],
      ['Ctrl+I', 'toolbar.italic'],
      ['Ctrl+K', 'toolbar.link'],
      ['Ctrl+Alt+2', 'block.h2'],
      ['Ctrl+Alt+3', 'block.h3'],
      ['Ctrl+Alt+4', 'block.quote'],
      ['Ctrl+Shift+8', 'block.bullet'],
      ['Ctrl+Shift+7', 'block.number'],
      ['Ctrl+Z', 'toolbar.undo'],
      ['Ctrl+Y', 'toolbar.redo'],
    ],
  },
];

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  return (
    <Dialog open width="wide" onClose={onClose} title={t('keys.title')} closeName={t('close')}>
      <div className={styles.keys}>
        {SHORTCUTS.map(({ title, keys }) => (
          <section key={title}>
            <h3>{t(title)}</h3>
            <ul>
              {keys.map(([shortcut, name]) => (
                <li key={shortcut}>
                  {t(name)}
                  <Keys keys={shortcut} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
