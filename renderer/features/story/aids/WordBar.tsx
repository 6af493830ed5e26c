import { useEffect, useState } from 'react';
import { countText, LEAD_MOST_WORDS, type StoryCount } from '#shared/domain/counting/count.ts';
import { useCommand } from '../../../commands/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useWorkspace } from '../../../newsroom/index.ts';
import { classes } from '../../../ui/index.ts';
import type { Draft } from '../draft.ts';
import { CountDialog } from './CountDialog.tsx';
import { useCalmArticle } from './use-calm-article.ts';
import { useStoryCount } from './use-story-count.ts';
import styles from './WordBar.module.css';

/** How long the story is: below the text, counted when the writer pauses. */
export function WordBar({ draft }: { readonly draft: Draft }) {
  const { t } = useWords();
  const article = useCalmArticle(draft);
  const [asking, setAsking] = useState(false);
  const { workspace } = useWorkspace();
  const selected = useSelectedWords(article.language);
  useCommand('story.count', () => setAsking(true));
  const count = useStoryCount(article);
  const target = workspace.targets?.[draft.story];
  return (
    <div className={styles.bar}>
      <button type="button" className={styles.facts} onClick={() => setAsking(true)}>
        {count === null ? (
          <span className="unseen">{t('aids.count')}</span>
        ) : (
          <Facts count={count} target={target} selected={selected} />
        )}
      </button>
      {asking && count !== null && (
        <CountDialog story={draft.story} count={count} onClose={() => setAsking(false)} />
      )}
    </div>
  );
}

function Facts({
  count,
  target,
  selected,
}: {
  readonly count: StoryCount;
  readonly target: number | undefined;
  readonly selected: number;
}) {
  const { t, number } = useWords();
  const long = count.lead > LEAD_MOST_WORDS;
  return (
    <>
      <span>
        {target === undefined
          ? t('words', { count: count.words, shown: number(count.words) })
          : t('aids.words-of', { now: number(count.words), target: number(target) })}
      </span>
      {target !== undefined && <Progress now={count.words} target={target} />}
      <span>{t('aids.minutes', { count: count.minutes, shown: number(count.minutes) })}</span>
      <span className={classes(long && styles.long)}>
        {t(long ? 'aids.lead-long' : 'aids.lead', {
          count: count.lead,
          shown: number(count.lead),
          most: LEAD_MOST_WORDS,
        })}
      </span>
      {selected > 0 && (
        <span className={styles.selected}>
          {t('aids.selected', { count: selected, shown: number(selected) })}
        </span>
      )}
    </>
  );
}

/** How far along: calm, and no colour of alarm when it is more. */
function Progress({ now, target }: { readonly now: number; readonly target: number }) {
  const { t } = useWords();
  const share = Math.min(now / target, 1);
  return (
    <span
      className={styles.progress}
      role="progressbar"
      aria-label={t('aids.target')}
      aria-valuenow={Math.round(share * 100)}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <span className={styles.done} style={{ transform: `scaleX(${share})` }} />
    </span>
  );
}

const SELECTION_MS = 200;

/** Words of what is selected in the story's text or in one of its fields. */
function useSelectedWords(language: string): number {
  const [words, setWords] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onChange = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => setWords(countText(selectedText(), language).words), SELECTION_MS);
    };
    document.addEventListener('selectionchange', onChange);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', onChange);
    };
  }, [language]);
  return words;
}

function selectedText(): string {
  const at = document.activeElement;
  if (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement) {
    return at.dataset['where'] === undefined
      ? ''
      : at.value.slice(at.selectionStart ?? 0, at.selectionEnd ?? 0);
  }
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed) return '';
  const { anchorNode } = selection;
  const element = anchorNode instanceof Element ? anchorNode : anchorNode?.parentElement;
  return element?.closest('[data-lexical-editor]') ? selection.toString() : '';
}
