import { useId, type ComponentPropsWithRef, type ReactNode } from 'react';
import { classes } from './classes.ts';
import { useGrowingHeight } from './growing.ts';
import styles from './Field.module.css';

interface Framed {
  readonly label: string;
  /** What to write here, or why. */
  readonly hint?: ReactNode;
  /** What is wrong; the field says so and is described by it. */
  readonly problem?: string | undefined;
  readonly aside?: ReactNode;
  readonly hiddenLabel?: boolean | undefined;
}

export type TextFieldProps = Framed & ComponentPropsWithRef<'input'>;

export function TextField({
  label,
  hint,
  problem,
  aside,
  hiddenLabel,
  className,
  ...rest
}: TextFieldProps) {
  const id = useId();
  return (
    <Frame {...{ id, label, hint, problem, aside, hiddenLabel, className }}>
      <input
        {...rest}
        id={id}
        className={classes(styles.input, problem !== undefined && styles.wrong)}
        aria-invalid={problem !== undefined || undefined}
        aria-describedby={hint === undefined && problem === undefined ? undefined : `${id}-more`}
      />
    </Frame>
  );
}

export type TextAreaFieldProps = Framed & ComponentPropsWithRef<'textarea'>;

/** A field for several lines; it grows with its text. */
export function TextAreaField({
  label,
  hint,
  problem,
  aside,
  hiddenLabel,
  className,
  ...rest
}: TextAreaFieldProps) {
  const id = useId();
  const grow = useGrowingHeight(rest.value);
  return (
    <Frame {...{ id, label, hint, problem, aside, hiddenLabel, className }}>
      <textarea
        rows={2}
        {...rest}
        ref={grow}
        id={id}
        className={classes(styles.input, styles.area, problem !== undefined && styles.wrong)}
        aria-invalid={problem !== undefined || undefined}
        aria-describedby={hint === undefined && problem === undefined ? undefined : `${id}-more`}
      />
    </Frame>
  );
}

function Frame({
  id,
  label,
  hint,
  problem,
  aside,
  hiddenLabel,
  className,
  children,
}: Framed & {
  readonly id: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <div className={classes(styles.field, className)}>
      <div className={classes(styles.top, hiddenLabel === true && 'unseen')}>
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
        {aside}
      </div>
      {children}
      {(problem !== undefined || hint !== undefined) && (
        <div id={`${id}-more`} className={problem === undefined ? styles.hint : styles.problem}>
          {problem ?? hint}
        </div>
      )}
    </div>
  );
}
