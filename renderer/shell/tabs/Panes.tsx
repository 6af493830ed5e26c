import type { StoryId } from '#shared/domain/ids.ts';
import { CommandScope } from '../../commands/index.ts';
import { StoryScreen } from '../../features/story/index.ts';
import { useWords } from '../../i18n/index.ts';
import type { Side, Tabs } from './tabs.ts';
import styles from './Panes.module.css';

/** One story, or two side by side: the half with the focus has the keys and the menus. */
export function Panes({
  tabs,
  onSide,
  onBack,
  onClose,
}: {
  readonly tabs: Tabs;
  readonly onSide: (side: Side) => void;
  readonly onBack: () => void;
  readonly onClose: (story: StoryId) => void;
}) {
  const { t } = useWords();
  const split = tabs.right !== null;
  const halves = [
    { side: 'left', story: tabs.left },
    { side: 'right', story: tabs.right },
  ] as const;
  return (
    <div className={styles.panes} data-split={split}>
      {halves.map(({ side, story }) =>
        story === null ? null : (
          <section
            key={side}
            className={styles.pane}
            data-pane={side}
            data-in-use={split && tabs.side === side ? true : undefined}
            aria-label={split ? t(`tabs.${side}`) : undefined}
            onFocusCapture={() => onSide(side)}
            onPointerDownCapture={() => onSide(side)}
          >
            <CommandScope value={tabs.side === side}>
              <StoryScreen
                key={`${story} ${split ? 'half' : 'whole'}`}
                story={story}
                narrow={split}
                onBack={onBack}
                onClose={() => onClose(story)}
              />
            </CommandScope>
          </section>
        ),
      )}
    </div>
  );
}
