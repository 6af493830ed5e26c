import { Link2, PenLine } from 'lucide-react';
import { useId, useLayoutEffect, useState } from 'react';
import { linkSchema, type RelatedLink } from '#shared/domain/article.ts';
import type { RelatedStory } from '#shared/contract/core.ts';
import type { StoryId } from '#shared/domain/ids.ts';
import { useWords } from '../../i18n/index.ts';
import { useRelatedStories } from '../../newsroom/index.ts';
import { classes, Dialog, TextField } from '../../ui/index.ts';
import { StoryChoiceRow } from './StoryChoices.tsx';
import styles from './StoryPicker.module.css';

type Choice =
  | { readonly kind: 'story'; readonly story: RelatedStory }
  | { readonly kind: 'address'; readonly url: string }
  | { readonly kind: 'title'; readonly title: string };

/** Finds what to link: a story of ours, an address elsewhere, or a bare title. Type, arrows, Enter. */
export function StoryPicker({
  title,
  story,
  isLinked,
  onPick,
  onClose,
}: {
  readonly title: string;
  /** The story that is being written. */
  readonly story: StoryId;
  readonly isLinked: (story: StoryId) => boolean;
  readonly onPick: (link: RelatedLink) => void;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = useRelatedStories(story, typed);
  const choices: readonly Choice[] = [...addressIn(typed), ...storiesIn(found), ...titleIn(typed)];
  const place = Math.min(at, Math.max(0, choices.length - 1));
  const optionId = (index: number): string => `${listId}-${index}`;
  useLayoutEffect(() => {
    document.getElementById(`${listId}-${place}`)?.scrollIntoView({ block: 'nearest' });
  }, [listId, place]);
  const choose = (choice: Choice | undefined): void => {
    if (choice === undefined) return;
    if (choice.kind === 'address') onPick({ title: '', url: choice.url });
    else if (choice.kind === 'title') onPick({ title: choice.title });
    else if (choice.story.refusal === null) {
      onPick({ title: choice.story.title, story: choice.story.story });
    }
  };
  return (
    <Dialog open onClose={onClose} title={title} lead={t('links.lead')} closeName={t('close')}>
      <TextField
        label={t('links.search')}
        hiddenLabel
        placeholder={t('links.search')}
        value={typed}
        spellCheck={false}
        autoComplete="off"
        role="combobox"
        aria-expanded={choices.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={choices.length === 0 ? undefined : optionId(place)}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || choices.length === 0) return;
          if (event.key === 'ArrowDown') setAt((place + 1) % choices.length);
          else if (event.key === 'ArrowUp') setAt((place + choices.length - 1) % choices.length);
          else if (event.key === 'Enter') choose(choices[place]);
          else return;
          event.preventDefault();
        }}
      />
      <div className={styles.list}>
        {typed.trim() === '' && choices.length > 0 && (
          <p className={styles.heading}>{t('links.suggested')}</p>
        )}
        <ul id={listId} role="listbox" aria-label={title}>
          {choices.map((choice, index) =>
            choice.kind === 'story' ? (
              <StoryChoiceRow
                key={choice.story.story}
                id={optionId(index)}
                story={choice.story}
                at={index === place}
                linked={isLinked(choice.story.story)}
                onChoose={() => choose(choice)}
              />
            ) : (
              <OtherRow
                key={choice.kind}
                id={optionId(index)}
                choice={choice}
                at={index === place}
                onChoose={() => choose(choice)}
              />
            ),
          )}
        </ul>
        {found?.length === 0 && (
          <p className={styles.none}>{t(typed.trim() === '' ? 'links.none-yet' : 'links.none')}</p>
        )}
      </div>
      <p className="unseen" role="status">
        {found === undefined ? '' : t('links.found', { count: found.length })}
      </p>
    </Dialog>
  );
}

function OtherRow({
  id,
  choice,
  at,
  onChoose,
}: {
  readonly id: string;
  readonly choice: Exclude<Choice, { kind: 'story' }>;
  readonly at: boolean;
  readonly onChoose: () => void;
}) {
  const { t } = useWords();
  const isAddress = choice.kind === 'address';
  return (
    <li
      id={id}
      role="option"
      aria-selected={at}
      className={classes(styles.other, at && styles.at)}
      onMouseDown={(event) => {
        event.preventDefault();
        onChoose();
      }}
    >
      {isAddress ? <Link2 aria-hidden="true" /> : <PenLine aria-hidden="true" />}
      <span>
        {t(isAddress ? 'links.to-address' : 'links.as-title')}{' '}
        <em>{isAddress ? choice.url : `“${choice.title}”`}</em>
      </span>
    </li>
  );
}

function storiesIn(found: readonly RelatedStory[] | undefined): readonly Choice[] {
  return (found ?? []).map((story) => ({ kind: 'story', story }));
}

function addressIn(typed: string): readonly Choice[] {
  const url = typed.trim();
  return /^https?:\/\/\S+\.\S/i.test(url) && linkSchema.safeParse(url).success
    ? [{ kind: 'address', url }]
    : [];
}

function titleIn(typed: string): readonly Choice[] {
  const title = typed.trim();
  return title === '' || /^https?:/i.test(title) ? [] : [{ kind: 'title', title }];
}
