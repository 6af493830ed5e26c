import { useId, type ComponentPropsWithRef, type ReactNode } from 'react';
import { classes } from './classes.ts';
import { Tip } from './Tip.tsx';
import styles from './Button.module.css';

export interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'disabled' | 'title'> {
  readonly look?: 'quiet' | 'plain' | 'main' | 'danger' | 'seal';
  readonly size?: 'small' | 'normal' | 'large';
  readonly icon?: ReactNode;
  /**
   * Why it can't be used now. The button stays focusable and says so (tooltip and description): a control that
   * is off without a reason is a riddle.
   */
  readonly refusal?: string | undefined;
  /** Shown beside the name in the tooltip. */
  readonly shortcut?: string | undefined;
  readonly tip?: string;
}

/** A button that is never silently off. */
export function Button({
  look = 'plain',
  size = 'normal',
  icon,
  refusal,
  shortcut,
  tip,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  const off = refusal !== undefined;
  const button = (
    <button
      type="button"
      {...rest}
      className={classes(styles.button, styles[look], styles[size], off && styles.off, className)}
      aria-disabled={off || undefined}
      aria-describedby={off ? reasonId : rest['aria-describedby']}
      onClick={off ? (event) => event.preventDefault() : onClick}
    >
      {icon}
      {children !== undefined && <span>{children}</span>}
      {off && (
        <span id={reasonId} className="unseen">
          {refusal}
        </span>
      )}
    </button>
  );
  // Always inside a tooltip, also where there is nothing to say: else a button that is refused while it has the focus
  // would be another element, and the focus gone.
  return (
    <Tip text={refusal ?? tip ?? ''} shortcut={off ? undefined : shortcut}>
      {button}
    </Tip>
  );
}

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon' | 'tip'> {
  /** Its name, for the tooltip and for those who can't see the icon. */
  readonly name: string;
  readonly icon: ReactNode;
}

export function IconButton({ name, look = 'quiet', className, refusal, ...rest }: IconButtonProps) {
  return (
    <Button
      {...rest}
      look={look}
      refusal={refusal}
      tip={name}
      aria-label={name}
      className={classes(styles.icon, className)}
    />
  );
}
