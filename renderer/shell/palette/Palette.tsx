import { Dialog as Base } from '@base-ui/react/dialog';
import { useDeferredValue, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { Article } from '#shared/domain/article.ts';
import type { StoryId } from '#shared/domain/ids.ts';
import { useWords } from '../../i18n/index.ts';
import { classes, Keys } from '../../ui/index.ts';
import {
  placesIn,
  useCommandChoices,
  useStoryChoices,
  type PaletteChoice,
  type PaletteSection,
} from './choices.ts';
import { keepCaret } from './keep-caret.ts';
import styles from './Palette.module.css';

export interface PaletteProps {
  /** Of the story in use, to jump inside it. */
  readonly article: Article | null;
  readonly onGoTo: (where: string) => void;
  readonly onOpen: (story: StoryId) => void;
  readonly onClose: () => void;
}

/** Everything that can be done, every story, every part of the open one: found by a few letters. */
export function Palette({ article, onGoTo, onOpen, onClose }: PaletteProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed);
  const [at, setAt] = useState(0);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [giveBack] = useState(keepCaret);

  const commands = useCommandChoices(query);
  const stories = useStoryChoices(query, onOpen);
  const here = placesIn(article, query, onGoTo);
  // Nothing typed: commands first. With words, a story may be meant as well as a command.
  const sections: readonly PaletteSection[] = [
    { id: 'commands' as const, choices: query === '' ? commands : commands.slice(0, 8) },
    { id: 'here-in' as const, choices: here },
    { id: 'stories' as const, choices: stories },
  ].filter(({ choices }) => choices.length > 0);
  const all = sections.flatMap(({ choices }) => choices);
  const chosen = all[Math.min(at, all.length - 1)];

  const run = (choice: PaletteChoice | undefined): void => {
    if (choice === undefined || choice.refusal !== undefined) return;
    onClose();
    // The command finds the focus and the caret where they were.
    giveBack(choice.run);
  };
  const onKeys = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = STEPS[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt(step(Math.min(at, all.length - 1), all.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(chosen);
    }
  };
  let index = -1;
  return (
    <Base.Root
      open
      onOpenChange={(open) => {
        if (open) return;
        onClose();
        giveBack();
      }}
    >
      <Base.Portal>
        <Base.Backdrop className={styles.veil} />
        <Base.Viewport className={styles.viewport}>
          <Base.Popup className={styles.popup} initialFocus={input} finalFocus={false}>
            <Base.Title className="unseen">{t('command.palette')}</Base.Title>
            <input
              ref={input}
              className={styles.input}
              role="combobox"
              aria-expanded={all.length > 0}
              aria-controls={all.length > 0 ? `${id}-list` : undefined}
              aria-activedescendant={chosen === undefined ? undefined : `${id}-${chosen.key}`}
              aria-label={t('command.palette')}
              placeholder={t('palette.here')}
              spellCheck={false}
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value);
                setAt(0);
              }}
              onKeyDown={onKeys}
            />
            {all.length > 0 && (
              <div
                id={`${id}-list`}
                role="listbox"
                aria-label={t('palette.found')}
                className={styles.list}
              >
                {sections.map((section) => (
                  <div key={section.id} role="group" aria-label={t(`palette.${section.id}`)}>
                    <div className={styles.heading} aria-hidden="true">
                      {t(`palette.${section.id}`)}
                    </div>
                    {section.choices.map((choice) => {
                      index += 1;
                      const place = index;
                      return (
                        <div
                          key={choice.key}
                          id={`${id}-${choice.key}`}
                          ref={choice === chosen ? intoView : null}
                          role="option"
                          tabIndex={-1}
                          aria-selected={choice === chosen}
                          aria-disabled={choice.refusal !== undefined || undefined}
                          className={classes(styles.choice, choice === chosen && styles.at)}
                          onPointerMove={() => setAt(place)}
                          onClick={() => run(choice)}
                          onKeyDown={onKeys}
                        >
                          <span className={styles.name}>
                            {choice.name}
                            {choice.refusal !== undefined && (
                              <span className={styles.refusal}>{choice.refusal}</span>
                            )}
                          </span>
                          <span className={styles.note}>{choice.note}</span>
                          {choice.keys !== undefined && <Keys keys={choice.keys} />}
                        </div>
                      );
                    })}
                  </div>
                ))}
              </div>
            )}
            {all.length === 0 && <p className={styles.nothing}>{t('palette.nothing')}</p>}
            <span className="unseen" role="status">
              {t('palette.count', { count: all.length })}
            </span>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

function intoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % Math.max(1, count),
  ArrowUp: (at, count) => (at - 1 + count) % Math.max(1, count),
  PageDown: (at, count) => Math.min(at + 8, count - 1),
  PageUp: (at) => Math.max(at - 8, 0),
};
