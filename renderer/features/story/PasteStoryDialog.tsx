import { ClipboardPaste } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useWords, type MessageKey } from '../../i18n/index.ts';
import { Understood, useNewsroom } from '../../newsroom/index.ts';
import { Button, Dialog, Notice, TextAreaField } from '../../ui/index.ts';
import type { Article } from '#shared/domain/article.ts';
import { ArticleText } from './ArticleText.tsx';
import { isBlank, readPastedStory } from './paste-story.ts';
import styles from './PasteStoryDialog.module.css';

/** Shows what a pasted story was understood as and what is left over, before anything changes. */
export function PasteStoryDialog({
  text: given,
  article,
  onClose,
  onFile,
  onAsText,
}: {
  /** Empty: the person pastes into the dialog. */
  readonly text: string;
  readonly article: Article;
  readonly onClose: () => void;
  readonly onFile: (pasted: Article) => void;
  readonly onAsText: (text: string) => void;
}) {
  const { t } = useWords();
  const people = useNewsroom()?.people;
  const [text, setText] = useState(given);
  const parsed = useMemo(() => readPastedStory(text, people ?? []), [text, people]);
  const { report } = parsed;
  const some = text.trim() !== '';
  const leftOver = report.leftOver.filter((left) => left.text.trim() !== '');
  return (
    <Dialog
      open
      stays
      width={some ? 'full' : 'normal'}
      onClose={onClose}
      title={t('paste.title')}
      lead={t(some ? 'paste.lead' : 'paste.lead-empty')}
      closeName={t('close')}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button refusal={some ? undefined : t('paste.nothing')} onClick={() => onAsText(text)}>
            {t('paste.as-text')}
          </Button>
          <Button
            look="main"
            icon={<ClipboardPaste />}
            refusal={some ? undefined : t('paste.nothing')}
            data-first={given === '' ? undefined : true}
            onClick={() => onFile(parsed.article)}
          >
            {t('paste.file')}
          </Button>
        </>
      }
    >
      {!some ? (
        <TextAreaField
          label={t('paste.text')}
          placeholder={t('paste.text-here')}
          rows={9}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      ) : (
        <Understood
          paper={<ArticleText article={parsed.article} />}
          leftOver={leftOver}
          title={t('paste.left-over', { count: leftOver.length })}
          none={t('paste.none-left')}
        >
          {!isBlank(article) && <Notice tone="warn">{t('paste.not-empty')}</Notice>}
          <h3>{t('paste.understood')}</h3>
          <dl className={styles.fields}>
            {fieldRows(parsed.article).map(([key, value]) => (
              <div key={key}>
                <dt>{t(key)}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </Understood>
      )}
    </Dialog>
  );
}

function fieldRows(article: Article): readonly (readonly [MessageKey, string])[] {
  const names = (people: readonly { readonly name: string }[]): string =>
    people.map((person) => person.name).join(', ');
  const rows: (readonly [MessageKey, string])[] = [
    ['story.section', article.section],
    ['field.writers', names(article.writers)],
    ['field.editors', names(article.editors)],
    ['field.place', article.dateline?.place ?? ''],
    ['field.brand', article.dateline?.brand ?? ''],
    ['field.event-date', article.eventDate ?? ''],
    [
      'field.signoff',
      article.signoffs.map(({ short, code }) => [short, code].filter(Boolean).join('/')).join(', '),
    ],
    ['field.source', article.source],
    ['field.tags', article.tags.join(', ')],
    ['photo.slug', article.photoUses.map((use) => use.slug).join(' · ')],
    ['photo.credit', article.photoUses.map((use) => use.credit).join(' · ')],
    ['field.copyright', article.copyright],
  ];
  return rows.filter(([, value]) => value !== '');
}
