import { CaseUpper } from 'lucide-react';
import { useState } from 'react';
import type { ReplaceWith } from '#shared/domain/find/replace.ts';
import { useWords } from '../../../i18n/index.ts';
import { Button, IconButton } from '../../../ui/index.ts';
import type { FindControl, ReplaceOutcome } from './use-find.ts';
import styles from './FindBar.module.css';

/** What shall stand there instead, once or everywhere. */
export function ReplaceRow({
  find,
  pattern,
  refusal,
  onUndo,
}: {
  readonly find: FindControl;
  readonly pattern: boolean;
  /** Why this person can't change the story now. */
  readonly refusal: string | undefined;
  readonly onUndo: () => void;
}) {
  const { t, number } = useWords();
  const [template, setTemplate] = useState('');
  const [keepCase, setKeepCase] = useState(false);
  const [outcome, setOutcome] = useState<ReplaceOutcome | null>(null);
  const how: ReplaceWith = { template, groups: pattern, keepCase };
  const replace = (which: 'replaceOne' | 'replaceAll'): void => {
    if (refusal === undefined) void find[which](how).then(setOutcome);
  };
  const nothing = find.search.found.length === 0 ? t('find.none') : undefined;
  const done = outcome !== null && 'replaced' in outcome;
  return (
    <div className={styles.row}>
      <span className={styles.indent} />
      <div className={styles.frame}>
        <input
          className={styles.field}
          aria-label={t('find.with')}
          placeholder={t(pattern ? 'find.with-groups' : 'find.with')}
          spellCheck={false}
          value={template}
          readOnly={refusal !== undefined}
          onChange={(event) => setTemplate(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            replace('replaceOne');
          }}
        />
        <IconButton
          name={t('find.keep-case')}
          icon={<CaseUpper />}
          size="small"
          aria-pressed={keepCase}
          className={styles.toggle}
          onClick={() => setKeepCase(!keepCase)}
        />
      </div>
      <Button size="small" refusal={refusal ?? nothing} onClick={() => replace('replaceOne')}>
        {t('find.replace')}
      </Button>
      <Button size="small" refusal={refusal ?? nothing} onClick={() => replace('replaceAll')}>
        {t('find.replace-all')}
      </Button>
      <output className={styles.outcome} aria-live="polite">
        {outcome !== null &&
          ('replaced' in outcome
            ? t('find.replaced', { count: outcome.replaced, shown: number(outcome.replaced) })
            : t(`find.refused.${outcome.refused}`))}
      </output>
      {done && (
        <Button
          size="small"
          look="quiet"
          onClick={() => {
            onUndo();
            setOutcome(null);
          }}
        >
          {t('find.undo')}
        </Button>
      )}
    </div>
  );
}
