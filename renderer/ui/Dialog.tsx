import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { IconButton } from './Button.tsx';
import { classes } from './classes.ts';
import styles from './Dialog.module.css';

const FIELDS = 'input:not([type=hidden]), textarea';

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** One sentence under the title: what this is for. */
  readonly lead?: ReactNode;
  readonly closeName: string;
  readonly width?: 'narrow' | 'normal' | 'wide' | 'full';
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
  /** Asked before closing by Escape or a click beside it; false keeps it open. */
  readonly stays?: boolean;
}

/** A dialog: title, lead, body that scrolls, actions at the foot. Escape closes, focus comes back. */
export function Dialog(props: DialogProps) {
  const { open, onClose, title, lead, closeName, width = 'normal', actions, children } = props;
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      disablePointerDismissal={props.stays === true}
    >
      <Base.Portal>
        <Base.Backdrop className={styles.veil} />
        <Base.Viewport className={styles.viewport}>
          <Base.Popup
            className={classes(styles.popup, styles[width])}
            ref={popup}
            // What says that it is first, else the first field and not the close button.
            initialFocus={() =>
              popup.current?.querySelector<HTMLElement>('[data-first], :checked') ??
              popup.current?.querySelector<HTMLElement>(FIELDS) ??
              popup.current
            }
          >
            <header className={styles.head}>
              <div>
                <Base.Title className={styles.title}>{title}</Base.Title>
                {lead !== undefined && (
                  <Base.Description className={styles.lead} render={<div />}>
                    {lead}
                  </Base.Description>
                )}
              </div>
              <IconButton
                name={closeName}
                icon={<X />}
                size="small"
                className={styles.close}
                onClick={onClose}
              />
            </header>
            {children !== undefined && <div className={styles.body}>{children}</div>}
            {actions !== undefined && <footer className={styles.foot}>{actions}</footer>}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
