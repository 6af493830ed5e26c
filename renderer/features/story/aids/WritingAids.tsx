import { Minimize2 } from 'lucide-react';
import { useMemo, useState, type ReactNode, type RefObject } from 'react';
import { useCommand, useShortcut } from '../../../commands/index.ts';
import { ManuscriptAidsContext, type ManuscriptHandle } from '../../../editor/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useWorkspace } from '../../../newsroom/index.ts';
import { IconButton } from '../../../ui/index.ts';
import type { Draft } from '../draft.ts';
import { AidsDialog } from './AidsDialog.tsx';
import { MEASURES, stepTextSize } from './page-look.ts';
import { useFieldTyping, useTypingRules } from './typing-rules.ts';
import { useFocusMode } from './use-focus-mode.ts';
import { usePlaceholderMarks } from './use-placeholder-marks.ts';
import styles from './WritingAids.module.css';

/** The writing aids of one open story: what typing corrects, what is marked, and how the page stands. */
export function WritingAids({
  draft,
  body,
  screen,
  children,
}: {
  readonly draft: Draft;
  readonly body: RefObject<ManuscriptHandle | null>;
  /** The story's own part of the window. */
  readonly screen: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}) {
  const { t } = useWords();
  const { workspace, change } = useWorkspace();
  const [asking, setAsking] = useState(false);
  const rules = useTypingRules();
  const typewriter = workspace.typewriter === true;
  const focus = useFocusMode();
  const keys = useShortcut('view.focus');
  useFieldTyping(screen, rules);
  usePlaceholderMarks(draft, body);
  useCommand('aids.open', () => setAsking(true));
  useCommand('view.typewriter', () => change({ typewriter: !typewriter }), { checked: typewriter });
  useCommand('view.text-larger', () => change({ textSize: stepTextSize(workspace, 1) }));
  useCommand('view.text-smaller', () => change({ textSize: stepTextSize(workspace, -1) }));
  useCommand('view.text-usual', () => change({ textSize: 0 }));
  useCommand('view.measure', () => {
    const at = MEASURES.indexOf(workspace.measure ?? 'normal');
    change({ measure: MEASURES[(at + 1) % MEASURES.length] ?? 'normal' });
  });
  const aids = useMemo(() => ({ rules, typewriter }), [rules, typewriter]);
  return (
    <ManuscriptAidsContext value={aids}>
      {children}
      {focus.on && (
        <div className={styles.out}>
          <IconButton
            name={t('aids.leave-focus')}
            shortcut={keys === undefined ? 'Esc' : `Esc / ${keys}`}
            icon={<Minimize2 />}
            onClick={focus.leave}
          />
        </div>
      )}
      {asking && <AidsDialog onClose={() => setAsking(false)} />}
    </ManuscriptAidsContext>
  );
}
