import { Popover as Base } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';
import styles from './Floating.module.css';

/** A panel of facts or fields under its button. */
export function Popover({
  trigger,
  title,
  children,
  side = 'bottom',
  align = 'start',
}: {
  readonly trigger: ReactElement;
  readonly title: string;
  readonly children: ReactNode;
  readonly side?: 'top' | 'bottom';
  readonly align?: 'start' | 'end';
}) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} side={side} align={align} className={styles.above}>
          <Base.Popup className={styles.popover}>
            <Base.Title className="unseen">{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
