import { Menu as Base } from '@base-ui/react/menu';
import { useRef, type ReactElement, type ReactNode } from 'react';
import styles from './Floating.module.css';
import { Keys } from './Keys.tsx';

export interface MenuChoice {
  readonly key: string;
  readonly name: string;
  readonly icon?: ReactNode;
  /** Its keys, shown at the end of the row. */
  readonly shortcut?: string | undefined;
  /** Why it can't be chosen now; it stays readable. */
  readonly refusal?: string | undefined;
  readonly startsGroup?: boolean;
  readonly run: () => void;
}

/** A menu under its button. */
export function Menu({
  trigger,
  choices,
  align = 'end',
  leavesFocus = false,
}: {
  readonly trigger: ReactElement;
  readonly choices: readonly MenuChoice[];
  readonly align?: 'start' | 'end';
  /** What is chosen puts the focus where it belongs: the button does not take it back. */
  readonly leavesFocus?: boolean;
}) {
  const chosen = useRef<(() => void) | null>(null);
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} align={align} className={styles.above}>
          <Base.Popup
            className={styles.menu}
            finalFocus={() => {
              const run = chosen.current;
              chosen.current = null;
              // The open menu holds the focus: only now can it go elsewhere.
              if (run !== null) setTimeout(run, 0);
              return run === null;
            }}
          >
            {choices.map((choice) => (
              <div key={choice.key} role="presentation">
                {choice.startsGroup === true && <div className={styles.menuLine} />}
                <Base.Item
                  className={styles.menuEntry}
                  aria-disabled={choice.refusal === undefined ? undefined : true}
                  closeOnClick={choice.refusal === undefined}
                  onClick={() => {
                    if (choice.refusal !== undefined) return;
                    if (leavesFocus) chosen.current = choice.run;
                    else choice.run();
                  }}
                >
                  {choice.icon}
                  <span className={styles.menuWords}>
                    {choice.name}
                    {choice.refusal !== undefined && (
                      <span className={styles.menuReason}>{choice.refusal}</span>
                    )}
                  </span>
                  {choice.shortcut !== undefined && <Keys keys={choice.shortcut} />}
                </Base.Item>
              </div>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
