import { signoffsAfter } from '#shared/domain/suggest/people.ts';
import type { Byline } from '#shared/domain/article.ts';
import { useWords } from '../../i18n/index.ts';
import { useNewsroom, useSiteOf } from '../../newsroom/index.ts';
import { Select, TextAreaField, TextField } from '../../ui/index.ts';
import { DatelineFields } from './DatelineFields.tsx';
import { useFurniture, useStoryFacts } from './draft-parts.ts';
import { useDraft, usePens } from './DraftProvider.tsx';
import { DeskOffer } from './furniture/DeskOffer.tsx';
import { EventDateField } from './furniture/EventDateField.tsx';
import { LinkedList } from './furniture/LinkedList.tsx';
import { SignoffFields } from './furniture/SignoffFields.tsx';
import { PeopleField } from './PeopleField.tsx';
import { TagsField } from './TagsField.tsx';
import styles from './Inspector.module.css';

/** Everything of the article that is not body, in the order in which it is printed. */
export function FurnitureFields() {
  const { t } = useWords();
  const draft = useDraft();
  const article = useFurniture();
  const view = useStoryFacts();
  const { text: editable } = usePens();
  const newsroom = useNewsroom();
  const register = newsroom?.people ?? [];
  const desk = newsroom?.desks.find((each) => each.id === view.summary.desk);
  const site = useSiteOf(view.summary.desk);
  const change = draft.changeFurniture;
  const changeWriters = (writers: readonly Byline[]): void => {
    const { writers: before, signoffs } = article;
    change({ writers, signoffs: signoffsAfter({ before, after: writers, signoffs, register }) });
  };
  return (
    <div className={styles.stack}>
      <PeopleField
        label={t('field.writers')}
        where="writers"
        people={article.writers}
        register={register}
        editable={editable}
        onChange={changeWriters}
      />
      <PeopleField
        label={t('field.editors')}
        where="editors"
        people={article.editors}
        register={register}
        editable={editable}
        onChange={(editors) => change({ editors })}
      />
      <SignoffFields
        signoffs={article.signoffs}
        writers={article.writers}
        register={register}
        editable={editable}
        onChange={(signoffs) => change({ signoffs })}
      />
      <DatelineFields
        dateline={article.dateline}
        site={site}
        desk={desk}
        editable={editable}
        onChange={(dateline) => change({ dateline })}
      />
      {editable && <DeskOffer desk={view.summary.desk} article={article} onChange={change} />}
      <EventDateField
        date={article.eventDate}
        language={article.language}
        editable={editable}
        onChange={(eventDate) => change({ eventDate })}
      />
      <TextField
        label={t('field.source')}
        data-where="source"
        value={article.source}
        readOnly={!editable}
        onChange={(event) => change({ source: event.target.value })}
      />
      <TagsField tags={article.tags} editable={editable} onChange={(tags) => change({ tags })} />
      <LinkedList
        where="related"
        links={article.related}
        editable={editable}
        onChange={(related) => change({ related })}
      />
      <LinkedList
        where="latest"
        links={article.latest}
        editable={editable}
        onChange={(latest) => change({ latest })}
      />
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
