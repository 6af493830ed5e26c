import { ChevronDown, ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { OTHER_HEADLINES, type Furniture } from '#shared/domain/article.ts';
import { useWords } from '../../../i18n/index.ts';
import { Button, useGrowingHeight } from '../../../ui/index.ts';
import { Length } from './Length.tsx';
import styles from './OtherHeadlines.module.css';

type OtherHeadline = (typeof OTHER_HEADLINES)[number];

/** Characters at which each gets long, and its most: a phone's two lines, a post's card, a printed column. */
const LENGTHS: Readonly<Record<OtherHeadline, { readonly good: number; readonly most: number }>> = {
  shortHeadline: { good: 45, most: 60 },
  socialHeadline: { good: 75, most: 90 },
  printHeadline: { good: 50, most: 70 },
};

/** The headlines besides the web one. Hidden until asked for; one that is written is always seen. */
export function OtherHeadlines({
  headlines,
  editable,
  onChange,
}: {
  readonly headlines: Pick<Furniture, OtherHeadline>;
  readonly editable: boolean;
  readonly onChange: (fields: { readonly [Field in OtherHeadline]?: string }) => void;
}) {
  const { t } = useWords();
  const [asked, setAsked] = useState(false);
  const written = OTHER_HEADLINES.filter((field) => headlines[field] !== undefined);
  const shown = asked && editable ? OTHER_HEADLINES : written;
  if (!editable && written.length === 0) return null;
  return (
    <div className={styles.others}>
      {shown.map((field) => (
        <OneHeadline
          key={field}
          field={field}
          value={headlines[field] ?? ''}
          editable={editable}
          onChange={(text) => onChange({ [field]: text })}
        />
      ))}
      {editable && written.length < OTHER_HEADLINES.length && (
        <Button
          size="small"
          look="quiet"
          icon={asked ? <ChevronDown /> : <ChevronRight />}
          aria-expanded={asked}
          onClick={() => setAsked(!asked)}
        >
          {t('headlines.others')}
        </Button>
      )}
    </div>
  );
}

function OneHeadline({
  field,
  value,
  editable,
  onChange,
}: {
  readonly field: OtherHeadline;
  readonly value: string;
  readonly editable: boolean;
  readonly onChange: (text: string) => void;
}) {
  const { t } = useWords();
  const id = useId();
  const grow = useGrowingHeight(value);
  return (
    <div className={styles.one}>
      <label htmlFor={id} className={styles.label}>
        {t(`headlines.${field}`)}
      </label>
      <textarea
        ref={grow}
        id={id}
        rows={1}
        className={styles.field}
        aria-describedby={`${id}-length`}
        placeholder={t('headlines.as-web')}
        data-where={field}
        value={value}
        readOnly={!editable}
        onChange={(event) => onChange(event.target.value.replaceAll(/[\r\n]+/g, ' '))}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault();
        }}
      />
      <Length id={`${id}-length`} now={value.length} {...LENGTHS[field]} />
    </div>
  );
}
