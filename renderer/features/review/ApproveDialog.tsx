import { Stamp } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import type { StoryView } from '#shared/contract/core.ts';
import { blocksSeal } from '#shared/preflight/index.ts';
import { useWords } from '../../i18n/index.ts';
import { errorText, findingText, useFindings } from '../../newsroom/index.ts';
import { Button, Dialog, Notice, TextField } from '../../ui/index.ts';
import { PrintedPage } from './PrintedPage.tsx';
import { shortHash } from './SealBadge.tsx';
import styles from './ApproveDialog.module.css';

/** The seal: the editor sees what will be printed, what is still open, and signs exactly that with the password. */
export function ApproveDialog({
  view,
  onClose,
  onApprove,
}: {
  readonly view: StoryView;
  readonly onClose: () => void;
  readonly onApprove: (password: string) => Promise<void>;
}) {
  const words = useWords();
  const { t, number } = words;
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const findings = useFindings(view.summary, view.article);
  const blocked = blocksSeal(findings);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (blocked || busy) return;
    if (password === '') {
      setProblem(t('approve.password-needed'));
      return;
    }
    setBusy(true);
    try {
      await onApprove(password);
      onClose();
    } catch (thrown) {
      setProblem(errorText(words, thrown));
      setPassword('');
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      stays
      width="full"
      onClose={onClose}
      title={t('approve.title')}
      lead={t('approve.lead')}
      closeName={t('close')}
    >
      <div className={styles.split}>
        <div className={styles.paper}>
          <PrintedPage story={view.summary.id} content={view.content} />
        </div>
        <form className={styles.side} onSubmit={(event) => void submit(event)}>
          <dl className={styles.facts}>
            <div>
              <dt>{t('approve.headline')}</dt>
              <dd className={styles.headline}>{view.article.headline}</dd>
            </div>
            <div>
              <dt>{t('approve.written-by')}</dt>
              <dd>{view.article.writers.map((writer) => writer.name).join(', ') || '—'}</dd>
            </div>
            <div>
              <dt>{t('approve.length')}</dt>
              <dd>
                {t('words', { count: view.summary.words, shown: number(view.summary.words) })}
              </dd>
            </div>
            <div>
              <dt>{t('seal.content')}</dt>
              <dd>
                <code title={view.content}>{shortHash(view.content)}</code>
              </dd>
            </div>
          </dl>
          <div className={styles.findings}>
            {findings.length === 0 && <Notice tone="good">{t('approve.clean')}</Notice>}
            {findings.map((finding) => (
              <Notice
                key={`${finding.rule} ${finding.where}`}
                tone={finding.severity === 'blocks' ? 'bad' : 'warn'}
              >
                {findingText(words, finding, view.article)}
              </Notice>
            ))}
          </div>
          <div className={styles.sign}>
            <TextField
              type="password"
              label={t('approve.password')}
              hint={t('approve.password-hint')}
              autoComplete="current-password"
              problem={problem}
              value={password}
              onChange={(event) => {
                setPassword(event.target.value);
                setProblem(undefined);
              }}
            />
            <Button
              look="seal"
              size="large"
              type="submit"
              icon={<Stamp />}
              refusal={blocked ? t('approve.blocked') : busy ? t('sending') : undefined}
            >
              {t('approve.action')}
            </Button>
          </div>
        </form>
      </div>
    </Dialog>
  );
}
