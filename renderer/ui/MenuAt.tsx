import { Menu as Base } from '@base-ui/react/menu';
import type { ReactNode } from 'react';
import styles from './Floating.module.css';
import type { MenuChoice } from './Menu.tsx';

export interface MenuAtProps {
  /** Where on the page: the menu stands below it. Asked again while it is open. */
  readonly place: () => DOMRect;
  /** What the choices are about; read out with them. */
  readonly title: string;
  readonly choices: readonly MenuChoice[];
  /** Below a line: what can be done besides. */
  readonly besides: readonly MenuChoice[];
  /** Said instead of choices that are on their way, or when there are none. */
  readonly note?: string | undefined;
  readonly onClose: () => void;
  /** Where the focus goes afterwards. */
  readonly focusAfter: () => HTMLElement | null;
}

/** A menu at a place of the page that has no button, as a right click opens it. */
export function MenuAt(props: MenuAtProps) {
  const { place, title, choices, besides, note, onClose, focusAfter } = props;
  return (
    <Base.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Base.Portal>
        <Base.Positioner
          anchor={{ getBoundingClientRect: place }}
          side="bottom"
          align="start"
          sideOffset={4}
          className={styles.above}
        >
          <Base.Popup className={styles.menu} finalFocus={() => focusAfter()}>
            <Base.Group>
              <Base.GroupLabel className={styles.menuTitle}>{title}</Base.GroupLabel>
              {note !== undefined && <div className={styles.menuNote}>{note}</div>}
              {choices.map(entry)}
            </Base.Group>
            <Base.Separator className={styles.menuLine} />
            {besides.map(entry)}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function entry({ key, name, icon, run }: MenuChoice): ReactNode {
  return (
    <Base.Item key={key} className={styles.menuEntry} onClick={run}>
      {icon}
      <span className={styles.menuWords}>{name}</span>
    </Base.Item>
  );
}
