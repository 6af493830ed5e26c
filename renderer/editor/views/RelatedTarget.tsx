import { Ban, CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { linkSchema, type RelatedLink } from '#shared/domain/article.ts';
import type { StoryId } from '#shared/domain/ids.ts';
import { GONE, newTitle } from '#shared/preflight/related.ts';
import { useWords } from '../../i18n/index.ts';
import { linkStanding, useLinkedStories, useNow } from '../../newsroom/index.ts';
import { Button } from '../../ui/index.ts';
import styles from './RelatedTarget.module.css';

/** Where a link leads: how the own story stands and whether it was renamed, or the address elsewhere. */
export function RelatedTarget({
  link,
  editable,
  onChange,
}: {
  readonly link: RelatedLink;
  readonly editable: boolean;
  readonly onChange: (link: RelatedLink) => void;
}) {
  return link.story === undefined ? (
    <Address link={link} editable={editable} onChange={onChange} />
  ) : (
    <OwnStory link={link} story={link.story} editable={editable} onChange={onChange} />
  );
}

function OwnStory({
  link,
  story,
  editable,
  onChange,
}: {
  readonly link: RelatedLink;
  readonly story: StoryId;
  readonly editable: boolean;
  readonly onChange: (link: RelatedLink) => void;
}) {
  const words = useWords();
  const { t } = words;
  const now = useNow();
  const linked = useLinkedStories([story]);
  const target = linked.get(story);
  if (target === undefined) return <p className={styles.line}>{t('links.away')}</p>;
  // The printed title is what the editor signs: the story's new one comes in only when a person says so.
  const renamed = newTitle(link, linked);
  return (
    <>
      <p className={styles.line}>
        {GONE.has(target.state) && <Ban aria-hidden="true" className={styles.bad} />}
        {linkStanding(words, target, now)}
      </p>
      {renamed !== null && (
        <p className={styles.renamed}>
          <CircleAlert aria-hidden="true" />
          <span>{t('links.renamed', { title: renamed })}</span>
          {editable && (
            <Button size="small" onClick={() => onChange({ ...link, title: renamed })}>
              {t('links.renew')}
            </Button>
          )}
        </p>
      )}
    </>
  );
}

/** An address that readers can't open stays in this field and out of the text, and the field says so. */
function Address({
  link,
  editable,
  onChange,
}: {
  readonly link: RelatedLink;
  readonly editable: boolean;
  readonly onChange: (link: RelatedLink) => void;
}) {
  const { t } = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? link.url ?? '';
  const wrong = shown.trim() !== '' && !linkSchema.safeParse(shown.trim()).success;
  const change = (text: string): void => {
    setTyped(text);
    const url = text.trim();
    if (url === '') onChange({ title: link.title });
    else if (linkSchema.safeParse(url).success) onChange({ title: link.title, url });
  };
  if (!editable)
    return <p className={styles.line}>{shown === '' ? t('links.no-target') : shown}</p>;
  return (
    <div className={styles.line}>
      <input
        className={styles.address}
        aria-label={t('links.address')}
        aria-invalid={wrong || undefined}
        placeholder={`${t('links.no-target')}: https://…`}
        spellCheck={false}
        value={shown}
        onChange={(event) => change(event.target.value)}
        onBlur={() => {
          if (!wrong) setTyped(null);
        }}
      />
      {wrong && <span className={styles.bad}>{t('links.address-problem')}</span>}
    </div>
  );
}
