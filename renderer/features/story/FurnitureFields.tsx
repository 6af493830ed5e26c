import type { Signoff } from '#shared/domain/article.ts';
import { printSignoffs } from '#shared/domain/story-text/signoff.ts';
import { useWords } from '../../i18n/index.ts';
import { useNewsroom } from '../../newsroom/index.ts';
import { Select, TextAreaField, TextField } from '../../ui/index.ts';
import { DatelineFields } from './DatelineFields.tsx';
import { useFurniture, useStoryFacts } from './draft-parts.ts';
import { useDraft, usePens } from './DraftProvider.tsx';
import { PeopleField } from './PeopleField.tsx';
import { TagsField } from './TagsField.tsx';
import styles from './Inspector.module.css';

/** Everything of the article that is not body, in the order in which it is printed. */
export function FurnitureFields() {
  const { t, day } = useWords();
  const draft = useDraft();
  const article = useFurniture();
  const view = useStoryFacts();
  const { text: editable } = usePens();
  const newsroom = useNewsroom();
  const people = newsroom?.people ?? [];
  const desk = newsroom?.desks.find((each) => each.id === view.summary.desk);
  const site = newsroom?.sites.find((each) => each.id === desk?.site);
  const signoff: Signoff = article.signoffs[0] ?? { short: '', code: '' };
  const change = draft.changeFurniture;
  const changeSignoff = (fields: Partial<Signoff>): void => {
    const next = { ...signoff, ...fields };
    const others = article.signoffs.slice(1);
    change({ signoffs: next.short === '' && next.code === '' ? others : [next, ...others] });
  };
  return (
    <div className={styles.stack}>
      <PeopleField
        label={t('field.writers')}
        where="writers"
        people={article.writers}
        register={people}
        editable={editable}
        onChange={(writers) => change({ writers })}
      />
      <PeopleField
        label={t('field.editors')}
        where="editors"
        people={article.editors}
        register={people}
        editable={editable}
        onChange={(editors) => change({ editors })}
      />
      <DatelineFields
        dateline={article.dateline}
        site={site}
        desk={desk}
        editable={editable}
        onChange={(dateline) => change({ dateline })}
      />
      <TextField
        type="date"
        label={t('field.event-date')}
        hint={article.eventDate === null ? t('field.event-date-hint') : day(article.eventDate)}
        data-where="eventDate"
        value={article.eventDate ?? ''}
        readOnly={!editable}
        onChange={(event) =>
          change({ eventDate: event.target.value === '' ? null : event.target.value })
        }
      />
      <section className={styles.group} data-where="signoffs">
        <h2>{t('field.signoff')}</h2>
        <div className={styles.pair}>
          <TextField
            label={t('field.signoff-short')}
            value={signoff.short}
            readOnly={!editable}
            onChange={(event) => changeSignoff({ short: event.target.value })}
          />
          <TextField
            label={t('field.signoff-code')}
            value={signoff.code}
            readOnly={!editable}
            onChange={(event) => changeSignoff({ code: event.target.value })}
          />
        </div>
        <p className={styles.facts}>
          {t('field.printed-as')} {printSignoffs(article.signoffs) || '—'}
        </p>
      </section>
      <TextField
        label={t('field.source')}
        data-where="source"
        value={article.source}
        readOnly={!editable}
        onChange={(event) => change({ source: event.target.value })}
      />
      <TagsField tags={article.tags} editable={editable} onChange={(tags) => change({ tags })} />
      <Select
        label={t('field.language')}
        value={article.language}
        readOnly={!editable}
        choices={[
          { value: 'id', name: 'Bahasa Indonesia' },
          { value: 'en', name: 'English' },
        ]}
        onChange={(language) => change({ language })}
      />
      <TextAreaField
        label={t('field.copyright')}
        data-where="copyright"
        value={article.copyright}
        readOnly={!editable}
        onChange={(event) => change({ copyright: event.target.value })}
      />
    </div>
  );
}
