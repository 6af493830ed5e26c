import { useState } from 'react';
import type { Article } from '#shared/domain/article.ts';
import {
  printStoryText,
  STORY_TEXT_FORMS,
  type StoryTextForm,
} from '#shared/domain/story-text/index.ts';
import { useWords } from '../../i18n/index.ts';
import { Button, Dialog, Select } from '../../ui/index.ts';
import styles from './SaveTextDialog.module.css';

/** The story as text in the form of a house, seen before it is saved or copied. */
export function SaveTextDialog({
  article,
  refusal,
  onClose,
  onSave,
}: {
  readonly article: Article;
  /** Why it can't be saved here. */
  readonly refusal: string | undefined;
  readonly onClose: () => void;
  readonly onSave: (form: StoryTextForm) => void;
}) {
  const { t } = useWords();
  const [form, setForm] = useState<StoryTextForm>('tribun');
  const text = printStoryText(article, form);
  return (
    <Dialog
      open
      width="wide"
      onClose={onClose}
      title={t('files.text-title')}
      lead={t('files.text-lead')}
      closeName={t('close')}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button onClick={() => void navigator.clipboard.writeText(text).then(onClose)}>
            {t('files.copy-text')}
          </Button>
          <Button look="main" data-first refusal={refusal} onClick={() => onSave(form)}>
            {t('files.save')}
          </Button>
        </>
      }
    >
      <Select
        label={t('files.form')}
        value={form}
        choices={STORY_TEXT_FORMS.map((each) => ({ value: each, name: t(`files.form.${each}`) }))}
        onChange={setForm}
      />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls: the keyboard must reach it */}
      <section className={styles.paper} tabIndex={0} aria-label={t('files.preview')}>
        <pre className={styles.text}>{text}</pre>
      </section>
    </Dialog>
  );
}
