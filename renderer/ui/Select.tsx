import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronsUpDown } from 'lucide-react';
import { useId } from 'react';
import floating from './Floating.module.css';
import styles from './Field.module.css';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly name: string;
}

/** One of a few. */
export function Select<Value extends string>({
  label,
  value,
  choices,
  onChange,
  readOnly = false,
  hiddenLabel = false,
}: {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
  readonly readOnly?: boolean;
  readonly hiddenLabel?: boolean;
}) {
  const id = useId();
  return (
    <div className={styles.field}>
      <span id={id} className={hiddenLabel ? 'unseen' : styles.label}>
        {label}
      </span>
      <Base.Root
        value={value}
        readOnly={readOnly}
        items={choices.map((choice) => ({ value: choice.value, label: choice.name }))}
        onValueChange={(next) => {
          if (next !== null) onChange(next);
        }}
      >
        <Base.Trigger className={styles.trigger} aria-labelledby={id}>
          <Base.Value />
          <Base.Icon>
            <ChevronsUpDown />
          </Base.Icon>
        </Base.Trigger>
        <Base.Portal>
          <Base.Positioner className={floating.above} sideOffset={4} alignItemWithTrigger={false}>
            <Base.Popup className={floating.list}>
              {choices.map((choice) => (
                <Base.Item key={choice.value} value={choice.value} className={floating.menuEntry}>
                  <Base.ItemText className={floating.menuWords}>{choice.name}</Base.ItemText>
                  <span className={floating.check}>
                    <Base.ItemIndicator>
                      <Check />
                    </Base.ItemIndicator>
                  </span>
                </Base.Item>
              ))}
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </div>
  );
}
