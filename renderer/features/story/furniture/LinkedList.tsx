import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { RelatedLink } from '#shared/domain/article.ts';
import { relatedLinks } from '#shared/preflight/related.ts';
import { RelatedTarget, StoryPicker } from '../../../editor/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Button, TextField } from '../../../ui/index.ts';
import { useDraft } from '../DraftProvider.tsx';
import styles from '../Inspector.module.css';
import { OrderedRows } from './OrderedRows.tsx';

/** "Berita Terkait" or "Berita Terkini" below the story: titles as they are printed, and where they lead. */
export function LinkedList({
  where,
  links,
  editable,
  onChange,
}: {
  readonly where: 'related' | 'latest';
  readonly links: readonly RelatedLink[];
  readonly editable: boolean;
  readonly onChange: (links: readonly RelatedLink[]) => void;
}) {
  const { t } = useWords();
  const draft = useDraft();
  const [picking, setPicking] = useState(false);
  const name = t(`linked-list.${where}`);
  const set = (index: number, link: RelatedLink): void =>
    onChange(links.map((each, at) => (at === index ? link : each)));
  return (
    <section className={styles.group} data-where={where}>
      <h2>{name}</h2>
      <OrderedRows
        label={name}
        rows={links}
        nameOf={({ title, url }) => title || (url ?? '—')}
        editable={editable}
        onChange={onChange}
      >
        {(link, index) => (
          <>
            <TextField
              label={t('related.title')}
              hiddenLabel
              placeholder={t('related.title-here')}
              value={link.title}
              readOnly={!editable}
              onChange={(event) => set(index, { ...link, title: event.target.value })}
            />
            <RelatedTarget link={link} editable={editable} onChange={(next) => set(index, next)} />
          </>
        )}
      </OrderedRows>
      {editable && (
        <div className={styles.names}>
          <Button size="small" look="quiet" icon={<Plus />} onClick={() => setPicking(true)}>
            {t('linked-list.add')}
          </Button>
        </div>
      )}
      {picking && (
        <StoryPicker
          title={name}
          story={draft.story}
          isLinked={(story) =>
            relatedLinks(draft.snapshot().article).some(({ link }) => link.story === story)
          }
          onPick={(link) => {
            onChange([...links, link]);
            setPicking(false);
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </section>
  );
}
