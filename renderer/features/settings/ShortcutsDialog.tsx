import { Search } from 'lucide-react';
import { useState } from 'react';
import { MENU_GROUPS } from '#shared/contract/native-menu.ts';
import {
  canCarryCommand,
  COMMAND_IDS,
  commandRow,
  createKeymap,
  firstKeys,
  keysOfPress,
  PLATFORM,
  printedKeys,
  type CommandId,
} from '../../commands/index.ts';
import { otherWords, useWords, type MessageKey } from '../../i18n/index.ts';
import { useWorkspace } from '../../newsroom/index.ts';
import { Button, Dialog, Keys, Notice } from '../../ui/index.ts';
import { moveKeys, type Remapped } from './remap.ts';
import styles from './Shortcuts.module.css';

/** Keys of lists and menus, the same in every program: they can't be changed. */
const FIXED: readonly (readonly [string, MessageKey])[] = [
  ['J', 'keys.next'],
  ['K', 'keys.previous'],
  ['Enter', 'keys.open'],
  ['Esc', 'keys.back'],
  ['/', 'keys.slash'],
];

interface Recording {
  readonly id: CommandId;
  /** Pressed, and taken by another command: asked before it moves. */
  readonly conflict: { readonly keys: string; readonly with: CommandId } | null;
  readonly problem: boolean;
}

/** Every command with its keys: searched, changed, given back. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const { t } = words;
  const other = otherWords(words.language);
  const { workspace, change } = useWorkspace();
  const [typed, setTyped] = useState('');
  const [recording, setRecording] = useState<Recording | null>(null);
  const remapped: Remapped = workspace.shortcuts ?? {};
  const keymap = createKeymap(remapped, PLATFORM);

  const nameOf = (id: CommandId): string => t(commandRow(id).name, commandRow(id).values);
  const wanted = typed.trim().toLowerCase();
  const fits = (id: CommandId): boolean =>
    [nameOf(id), other.t(commandRow(id).name, commandRow(id).values), keymap.keysOf(id) ?? ''].some(
      (text) => text.toLowerCase().includes(wanted),
    );
  const set = (id: CommandId, keys: string | null): void => {
    change({ shortcuts: moveKeys(remapped, PLATFORM, { id, keys }) });
    setRecording(null);
  };
  const reset = (id: CommandId): void => {
    const { [id]: _gone, ...rest } = remapped;
    change({ shortcuts: rest });
  };
  const press = (id: CommandId, keys: string): void => {
    if (!canCarryCommand(keys)) {
      setRecording({ id, conflict: null, problem: true });
      return;
    }
    const taken = keymap.commandsOn(keys).find((each) => each !== id);
    if (taken === undefined) set(id, keys);
    else setRecording({ id, conflict: { keys, with: taken }, problem: false });
  };
  return (
    <Dialog
      open
      width="wide"
      onClose={onClose}
      title={t('keys.title')}
      lead={t('keys.lead')}
      closeName={t('close')}
      stays={recording !== null}
      actions={
        <Button
          refusal={Object.keys(remapped).length === 0 ? t('keys.none-changed') : undefined}
          onClick={() => change({ shortcuts: {} })}
        >
          {t('keys.reset-all')}
        </Button>
      }
    >
      <label className={styles.search}>
        <Search aria-hidden="true" />
        <input
          type="search"
          aria-label={t('keys.search')}
          placeholder={t('keys.search')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      {MENU_GROUPS.map((group) => {
        const ids = COMMAND_IDS.filter((id) => commandRow(id).group === group && fits(id));
        if (ids.length === 0) return null;
        return (
          <section key={group} className={styles.group}>
            <h3>{t(`command-group.${group}`)}</h3>
            <ul>
              {ids.map((id) => (
                <li key={id} data-command={id}>
                  <span className={styles.name}>{nameOf(id)}</span>
                  {recording?.id === id ? (
                    <Recorder
                      recording={recording}
                      nameOf={nameOf}
                      onPress={(keys) => press(id, keys)}
                      onTake={(keys) => set(id, keys)}
                      onNone={() => set(id, null)}
                      onCancel={() => setRecording(null)}
                    />
                  ) : (
                    <>
                      {keymap.keysOf(id) === null ? (
                        <span className={styles.none}>{t('keys.none')}</span>
                      ) : (
                        <Keys keys={printedKeys(keymap.keysOf(id) ?? '', PLATFORM)} />
                      )}
                      {Object.hasOwn(remapped, id) && (
                        <Button
                          size="small"
                          look="quiet"
                          aria-label={t('keys.reset-one', { name: nameOf(id) })}
                          onClick={() => reset(id)}
                        >
                          {t('keys.reset', {
                            keys: firstKeys(id, PLATFORM) ?? t('keys.none'),
                          })}
                        </Button>
                      )}
                      <Button
                        size="small"
                        look="quiet"
                        aria-label={t('keys.change-one', { name: nameOf(id) })}
                        onClick={() => setRecording({ id, conflict: null, problem: false })}
                      >
                        {t('keys.change')}
                      </Button>
                    </>
                  )}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {wanted === '' && (
        <section className={styles.group}>
          <h3>{t('keys.fixed')}</h3>
          <ul>
            {FIXED.map(([keys, name]) => (
              <li key={keys}>
                <span className={styles.name}>{t(name)}</span>
                <Keys keys={keys} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  );
}

/** Somebody has just asked for it: the keys go here. */
function focusAtOnce(element: HTMLElement | null): void {
  element?.focus();
}

/** Takes the next keys that are pressed; Escape leaves them as they were, Backspace takes them away. */
function Recorder({
  recording,
  nameOf,
  onPress,
  onTake,
  onNone,
  onCancel,
}: {
  readonly recording: Recording;
  readonly nameOf: (id: CommandId) => string;
  readonly onPress: (keys: string) => void;
  readonly onTake: (keys: string) => void;
  readonly onNone: () => void;
  readonly onCancel: () => void;
}) {
  const { t } = useWords();
  const { id, conflict, problem } = recording;
  if (conflict !== null) {
    return (
      <Notice
        tone="warn"
        actions={
          <>
            <Button size="small" ref={focusAtOnce} onClick={() => onTake(conflict.keys)}>
              {t('keys.move-here')}
            </Button>
            <Button size="small" look="quiet" onClick={onCancel}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        {t('keys.taken', {
          keys: printedKeys(conflict.keys, PLATFORM),
          name: nameOf(conflict.with),
        })}
      </Notice>
    );
  }
  return (
    <span className={styles.recorder}>
      <input
        className={styles.press}
        readOnly
        ref={focusAtOnce}
        aria-label={t('keys.press-for', { name: nameOf(id) })}
        aria-describedby={`press-${id}`}
        value={t('keys.press')}
        onBlur={onCancel}
        onKeyDown={(event) => {
          if (event.key === 'Tab' && !event.ctrlKey) return;
          event.preventDefault();
          event.stopPropagation();
          if (event.key === 'Escape') onCancel();
          else if (event.key === 'Backspace' && !event.ctrlKey && !event.metaKey) onNone();
          else {
            const keys = keysOfPress(event, PLATFORM);
            if (keys !== null) onPress(keys);
          }
        }}
      />
      <span id={`press-${id}`} className={problem ? styles.problem : styles.hint} role="status">
        {problem ? t('keys.not-these') : t('keys.press-more')}
      </span>
    </span>
  );
}
