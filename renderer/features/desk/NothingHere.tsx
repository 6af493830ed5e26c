import { CircleCheckBig, Files, Inbox, NotebookPen, Rocket, SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import type { StoryListView } from '#shared/contract/core.ts';
import { useWords } from '../../i18n/index.ts';
import { Empty } from '../../ui/index.ts';

const ICONS: Readonly<Record<StoryListView, ReactNode>> = {
  mine: <NotebookPen />,
  review: <Inbox />,
  ready: <CircleCheckBig />,
  published: <Rocket />,
  all: <Files />,
};

/** An empty view says what will come here, and how. */
export function NothingHere({
  view,
  query,
}: {
  readonly view: StoryListView;
  readonly query: string;
}) {
  const { t } = useWords();
  if (query !== '') {
    return (
      <Empty icon={<SearchX />} title={t('empty.search')}>
        {t('empty.search-more', { query })}
      </Empty>
    );
  }
  return (
    <Empty icon={ICONS[view]} title={t(`empty.${view}`)}>
      {t(`empty.${view}-more`)}
    </Empty>
  );
}
