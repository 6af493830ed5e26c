import { Tabs } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/index.ts';
import { Outline } from './aids/Outline.tsx';
import { useStoryFacts } from './draft-parts.ts';
import { FurnitureFields } from './FurnitureFields.tsx';
import { HistoryList } from './versions/HistoryList.tsx';
import { StatusPanel } from './StatusPanel.tsx';
import styles from './Inspector.module.css';

export const PANELS = ['status', 'furniture', 'outline', 'history'] as const;
export type PanelName = (typeof PANELS)[number];

/** The right side: how the story stands, its furniture, and its history. */
export function Inspector({
  panel,
  onPanel,
  onGoTo,
}: {
  readonly panel: PanelName;
  readonly onPanel: (panel: PanelName) => void;
  readonly onGoTo: (where: string, offset?: number) => void;
}) {
  const { t } = useWords();
  const open = useStoryFacts().findings.length;
  const contents: Readonly<Record<PanelName, ReactNode>> = {
    status: <StatusPanel onGoTo={(where) => onGoTo(where)} />,
    outline: <Outline onGoTo={onGoTo} />,
    furniture: <FurnitureFields />,
    history: <HistoryList />,
  };
  return (
    <aside className={styles.inspector} aria-label={t('inspector.name')} data-chrome>
      <Tabs.Root
        value={panel}
        onValueChange={(next: PanelName) => onPanel(next)}
        className={styles.root}
      >
        <Tabs.List className={styles.tabs}>
          {PANELS.map((name) => (
            <Tabs.Tab key={name} value={name} className={styles.tab}>
              {t(`inspector.${name}`)}
              {name === 'status' && open > 0 && <span className={styles.count}>{open}</span>}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {PANELS.map((name) => (
          <Tabs.Panel key={name} value={name} className={styles.panel}>
            {contents[name]}
          </Tabs.Panel>
        ))}
      </Tabs.Root>
    </aside>
  );
}
