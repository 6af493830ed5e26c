import { ArrowLeft, MoreHorizontal, PanelRight } from 'lucide-react';
import { useShortcut } from '../../commands/index.ts';
import { useWords } from '../../i18n/index.ts';
import { StateChip } from '../../newsroom/index.ts';
import { Button, IconButton, Menu } from '../../ui/index.ts';
import { StoryFilesMenu } from '../files/index.ts';
import { actionsOf, COMMAND_NAMES, commandRefusal, type StoryCommand } from './actions.ts';
import { useFurniture, useLacksForHandIn, useStoryFacts } from './draft-parts.ts';
import { useDraft } from './DraftProvider.tsx';
import { SaveState } from './SaveState.tsx';
import styles from './StoryBar.module.css';

export type StoryFace = 'write' | 'printed' | 'live';

const LOOKS = {
  submit: 'main',
  recall: 'plain',
  return: 'plain',
  approve: 'seal',
  publish: 'main',
  withdraw: 'danger',
  spike: 'plain',
  revive: 'main',
} as const satisfies Record<StoryCommand, string>;

/** The story's top bar: where it stands, whether it is saved, and what this person can do with it. */
export function StoryBar({
  face,
  onFace,
  onBack,
  onCommand,
  onPanel,
}: {
  readonly face: StoryFace;
  readonly onFace: (face: StoryFace) => void;
  readonly onBack: () => void;
  readonly onCommand: (command: StoryCommand) => void;
  readonly onPanel: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const submitKeys = useShortcut('story.submit');
  const panelKeys = useShortcut('view.panel');
  const draft = useDraft();
  const view = useStoryFacts();
  const { headline } = useFurniture();
  const { bar, more } = actionsOf(view);
  const live = view.publications.find((publication) => publication.url !== null);
  const faces: readonly StoryFace[] =
    live === undefined ? ['write', 'printed'] : ['write', 'printed', 'live'];
  const facts = { permissions: view.permissions, lacksForHandIn: useLacksForHandIn() };
  return (
    <header data-testid="story-bar" className={styles.bar} data-chrome>
      <IconButton name={t('story.back')} shortcut="Esc" icon={<ArrowLeft />} onClick={onBack} />
      <div className={styles.title}>
        <StateChip state={view.summary.state} />
        <h1>{headline || t('untitled')}</h1>
      </div>
      <SaveState />
      <div className={styles.faces} role="group" aria-label={t('story.faces')}>
        {faces.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={face === each}
            onClick={() => onFace(each)}
          >
            {t(`face.${each}`)}
          </button>
        ))}
      </div>
      {bar.map((command) => (
        <Button
          key={command}
          look={LOOKS[command]}
          refusal={commandRefusal(words, facts, command)}
          shortcut={command === 'submit' ? submitKeys : undefined}
          onClick={() => onCommand(command)}
        >
          {t(COMMAND_NAMES[command])}
        </Button>
      ))}
      {more.length > 0 && (
        <Menu
          trigger={<IconButton name={t('story.more')} icon={<MoreHorizontal />} />}
          choices={more.map((command) => ({
            key: command,
            name: t(COMMAND_NAMES[command]),
            refusal: commandRefusal(words, facts, command),
            run: () => onCommand(command),
          }))}
        />
      )}
      <StoryFilesMenu
        story={draft.story}
        flush={draft.flush}
        article={() => draft.snapshot().article}
      />
      <IconButton
        name={t('story.panel')}
        shortcut={panelKeys}
        icon={<PanelRight />}
        onClick={onPanel}
      />
    </header>
  );
}
