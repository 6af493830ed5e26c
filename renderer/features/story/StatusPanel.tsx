import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { useWords } from '../../i18n/index.ts';
import { findingText } from '../../newsroom/index.ts';
import { Button, classes, Notice } from '../../ui/index.ts';
import { PublicationPanel } from '../published/index.ts';
import { SealBadge } from '../review/index.ts';
import type { DraftState } from './draft.ts';
import { useStoryFacts } from './draft-parts.ts';
import { useDraft, useDraftPart } from './DraftProvider.tsx';
import { useCalmArticle } from './aids/use-calm-article.ts';
import { useStoryCount } from './aids/use-story-count.ts';
import styles from './Inspector.module.css';

const ICONS = { blocks: CircleAlert, warns: TriangleAlert, notes: Info } as const;

/** Where the story stands: state, seal, publication, and what is still to be done, each with a way there. */
export function StatusPanel({ onGoTo }: { readonly onGoTo: (where: string) => void }) {
  const words = useWords();
  const { t, number } = words;
  const view = useStoryFacts();
  // Core looks the text over after every pause, and knows the stories that it links to.
  const { findings } = view;
  const notes = useDraftPart(notesHere);
  const article = useCalmArticle(useDraft());
  const count = useStoryCount(article);
  const mergeNotes = [...view.mergeNotes, ...notes];
  return (
    <div className={styles.stack}>
      <div className={styles.group}>
        <p>{t(`state-hint.${view.summary.state}`)}</p>
        <p className={styles.facts}>
          {count !== null && (
            <>
              <span>{t('words', { count: count.words, shown: number(count.words) })}</span>
              <span>{t('minutes', { count: count.minutes })}</span>
            </>
          )}
          <span>{t('paragraphs', { count: article.blocks.length })}</span>
        </p>
      </div>
      <SealBadge view={view} />
      <PublicationPanel view={view} />
      {mergeNotes.length > 0 && (
        <section className={styles.group}>
          <h2>{t('merge.title')}</h2>
          {mergeNotes.map((note) => (
            <div key={`${note.where} ${note.other}`} className={styles.note}>
              <strong>{t('merge.kept')}</strong>
              <p>{note.kept || '—'}</p>
              <strong>{t('merge.other')}</strong>
              <p>{note.other || '—'}</p>
              <Button size="small" onClick={() => onGoTo(note.where)}>
                {t('merge.go')}
              </Button>
            </div>
          ))}
        </section>
      )}
      <section className={styles.group}>
        <h2>{t('findings.title')}</h2>
        {findings.length === 0 && <Notice tone="good">{t('findings.none')}</Notice>}
        <ul>
          {findings.map((finding) => {
            const Icon = ICONS[finding.severity];
            return (
              <li key={`${finding.rule} ${finding.where}`}>
                <button
                  type="button"
                  className={classes(styles.finding, styles[finding.severity])}
                  onClick={() => onGoTo(finding.where)}
                >
                  <Icon aria-hidden="true" />
                  <span>
                    {findingText(words, finding, article)}
                    <span className={styles.severity}>{t(`severity.${finding.severity}`)}</span>
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      </section>
    </div>
  );
}

function notesHere({ notes }: DraftState): DraftState['notes'] {
  return notes;
}
