import { useEffect, useState } from 'react';
import { useWords } from '../../i18n/index.ts';
import { classes, Dialog, TextField } from '../../ui/index.ts';
import { useManuscriptParts, type StoryChoice } from './parts.ts';
import styles from './StoryPicker.module.css';

/** Finds one of our own stories: type, arrows, Enter. */
export function StoryPicker({
  onPick,
  onClose,
}: {
  readonly onPick: (story: StoryChoice) => void;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  const { findStories } = useManuscriptParts();
  const [words, setWords] = useState('');
  const [found, setFound] = useState<readonly StoryChoice[] | null>(null);
  const [at, setAt] = useState(0);
  useEffect(() => {
    let current = true;
    void findStories(words).then((stories) => {
      if (!current) return;
      setFound(stories);
      setAt(0);
    });
    return () => {
      current = false;
    };
  }, [words, findStories]);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('related.pick')}
      lead={t('related.pick-lead')}
      closeName={t('close')}
    >
      <TextField
        label={t('desk.search')}
        hiddenLabel
        placeholder={t('desk.search')}
        value={words}
        role="combobox"
        aria-expanded
        aria-controls="found-stories"
        aria-activedescendant={found?.[at] === undefined ? undefined : `found-${found[at].id}`}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (found === null || found.length === 0) return;
          if (event.key === 'ArrowDown') setAt((at + 1) % found.length);
          else if (event.key === 'ArrowUp') setAt((at + found.length - 1) % found.length);
          else if (event.key === 'Enter' && found[at] !== undefined) onPick(found[at]);
          else return;
          event.preventDefault();
        }}
      />
      <ul className={styles.list} id="found-stories" role="listbox" aria-label={t('related.pick')}>
        {found?.map((story, index) => (
          <li
            key={story.id}
            id={`found-${story.id}`}
            role="option"
            aria-selected={index === at}
            aria-label={story.title}
            tabIndex={-1}
            className={classes(styles.row, index === at && styles.at)}
            onMouseDown={() => onPick(story)}
          >
            <strong>{story.title}</strong>
            <span>{story.note}</span>
          </li>
        ))}
      </ul>
      {found?.length === 0 && <p className={styles.none}>{t('related.none')}</p>}
    </Dialog>
  );
}
