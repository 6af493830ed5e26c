import { Minus, Plus } from 'lucide-react';
import { useWords } from '../../../i18n/index.ts';
import { useWorkspace } from '../../../newsroom/index.ts';
import { Dialog, IconButton, Select } from '../../../ui/index.ts';
import { MEASURES, stepTextSize, textSizeOf } from './page-look.ts';
import { Snippets } from './Snippets.tsx';
import { useTypography } from './typing-rules.ts';
import styles from './AidsDialog.module.css';

/** A person's writing aids: abbreviations, quotes and dashes, and how the page looks while writing. */
export function AidsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, number } = useWords();
  const { workspace, change } = useWorkspace();
  const typography = useTypography();
  const plain = typography.quotes === 'straight' && typography.dash === 'keep';
  const percent = Math.round(textSizeOf(workspace) * 100);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('aids.title')}
      lead={t('aids.lead-in')}
      closeName={t('close')}
    >
      <div className={styles.stack}>
        <Snippets
          snippets={workspace.snippets ?? []}
          onChange={(snippets) => change({ snippets: [...snippets] })}
        />
        <section className={styles.group}>
          <h3>{t('aids.style')}</h3>
          <p>
            {t(`aids.quotes.${typography.quotes}`)} {t(`aids.dash.${typography.dash}`)}
          </p>
          {!plain && (
            <Switch
              label={t('aids.smart-typing')}
              checked={workspace.smartTyping !== false}
              onChange={(smartTyping) => change({ smartTyping })}
            />
          )}
        </section>
        <section className={styles.group}>
          <h3>{t('aids.look')}</h3>
          <div className={styles.line}>
            <span id="aids-size">{t('aids.text-size')}</span>
            <div className={styles.sizes} role="group" aria-labelledby="aids-size">
              <IconButton
                name={t('aids.smaller')}
                icon={<Minus />}
                size="small"
                onClick={() => change({ textSize: stepTextSize(workspace, -1) })}
              />
              <output aria-live="polite">{t('aids.percent', { shown: number(percent) })}</output>
              <IconButton
                name={t('aids.larger')}
                icon={<Plus />}
                size="small"
                onClick={() => change({ textSize: stepTextSize(workspace, 1) })}
              />
            </div>
          </div>
          <Select
            label={t('aids.measure')}
            value={workspace.measure ?? 'normal'}
            choices={MEASURES.map((value) => ({ value, name: t(`aids.measure.${value}`) }))}
            onChange={(measure) => change({ measure })}
          />
          <Switch
            label={t('aids.typewriter')}
            checked={workspace.typewriter === true}
            onChange={(typewriter) => change({ typewriter })}
          />
        </section>
      </div>
    </Dialog>
  );
}

function Switch({
  label,
  checked,
  onChange,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  return (
    <label className={styles.switch}>
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  );
}
