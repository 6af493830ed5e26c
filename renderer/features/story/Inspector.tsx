import { Tabs } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/index.ts';
import { useStoryFacts } from './draft-parts.ts';
import { FurnitureFields } from './FurnitureFields.tsx';
import { HistoryList } from './versions/HistoryList.tsx';
import { StatusPanel } from './StatusPanel.tsx';
import styles from './Inspector.module.css';

export const PANELS = ['status', 'furniture', 'history'] as const;
export type PanelName = (typeof PANELS)[number];

/** The right side: how the story stands, its furniture, and its history. */
export function Inspector({
  panel,
  onPanel,
  onGoTo,
}: {
  readonly panel: PanelName;
  readonly onPanel: (panel: PanelName) => void;
  readonly onGoTo: (where: string) => void;
}) {
  const { t } = useWords();
  const open = useStoryFacts().findings.length;
  const contents: Readonly<Record<PanelName, ReactNode>> = {
    status: <StatusPanel onGoTo={onGoTo} />,
    furniture: <FurnitureFields />,
    history: <HistoryList />,
  };
  return (
    <aside className={styles.inspector} aria-label={t('inspector.name')}>
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
