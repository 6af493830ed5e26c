import { ChevronDown } from 'lucide-react';
import { useCallback, useState, type ReactNode } from 'react';
import type { DeskId, StoryId } from '#shared/domain/ids.ts';
import { rolesAt } from '#shared/domain/roles.ts';
import { useCommand, useShortcut } from '../../commands/index.ts';
import { useWords } from '../../i18n/index.ts';
import { errorText, useCore, useNewsroom, useSession } from '../../newsroom/index.ts';
import { Button, IconButton, Menu, Notice } from '../../ui/index.ts';
import styles from './NewStory.module.css';

const REMEMBERED = 'redaksi.desk';

/** Starts a story, offline or not, on the desk that was chosen last. */
export function NewStory({
  onMade,
  icon,
}: {
  readonly onMade: (story: StoryId) => void;
  readonly icon: ReactNode;
}) {
  const words = useWords();
  const { t } = words;
  const core = useCore();
  const newsroom = useNewsroom();
  const person = useSession().data?.person;
  const shortcut = useShortcut('story.new');
  const [problem, setProblem] = useState<string | null>(null);
  const [remembered, setRemembered] = useState(() => localStorage.getItem(REMEMBERED));
  const desks = (newsroom?.desks ?? []).filter((desk) => {
    if (person === null || person === undefined) return false;
    const roles = rolesAt(person, desk.id);
    return roles.has('reporter') || roles.has('editor');
  });
  const desk = desks.find((each) => each.id === remembered) ?? desks[0];

  const make = useCallback(
    async (id: DeskId): Promise<void> => {
      localStorage.setItem(REMEMBERED, id);
      setRemembered(id);
      try {
        const { story } = await core.call('story.create', { desk: id });
        onMade(story);
      } catch (thrown) {
        setProblem(errorText(words, thrown));
      }
    },
    [core, onMade, words],
  );

  const start = (): void => {
    if (desk !== undefined) void make(desk.id);
  };
  const refusal = desk === undefined ? t('desk.no-desk') : undefined;
  useCommand('story.new', start, { refusal });

  return (
    <div className={styles.pair}>
      {problem !== null && <Notice tone="bad">{problem}</Notice>}
      <Button
        look="main"
        icon={icon}
        {...(shortcut !== undefined && { shortcut })}
        refusal={refusal}
        className={desks.length > 1 ? styles.first : undefined}
        onClick={start}
      >
        {t('desk.new')}
      </Button>
      {desks.length > 1 && (
        <Menu
          trigger={
            <IconButton
              name={t('desk.new-for')}
              look="main"
              icon={<ChevronDown />}
              className={styles.second}
            />
          }
          choices={desks.map((each) => ({
            key: each.id,
            name: t('desk.new-on', { desk: each.name }),
            run: () => void make(each.id),
          }))}
        />
      )}
    </div>
  );
}
