import { useState } from 'react';
import type { Article } from '#shared/domain/article.ts';
import { printEventDate, readTypedDate } from '#shared/domain/weekdays.ts';
import { useWords } from '../../../i18n/index.ts';
import { TextField } from '../../../ui/index.ts';

/**
 * When the event happened, typed as newsrooms write it. The system's own date field shows the order of the machine's
 * language, where 6/24 and 24/6 are a month of trouble apart.
 */
export function EventDateField({
  date,
  language,
  editable,
  onChange,
}: {
  readonly date: string | null;
  /** The story's: the date is printed in it. */
  readonly language: Article['language'];
  readonly editable: boolean;
  readonly onChange: (date: string | null) => void;
}) {
  const { t, day } = useWords();
  /** What is being typed; null shows the date as it is printed. */
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (date === null ? '' : printEventDate(date, language));
  const read = readTypedDate(shown);
  const change = (text: string): void => {
    setTyped(text);
    const next = readTypedDate(text);
    // What can't be read changes nothing: the date that stands is still the story's.
    if (next.kind === 'none') onChange(null);
    else if (next.kind === 'date') onChange(next.date);
  };
  const problem = (): string | undefined => {
    if (read.kind === 'unreadable') return t('date.unreadable');
    if (read.kind === 'date' && !read.weekdayFits)
      return t('date.weekday-wrong', { right: day(read.date) });
    return undefined;
  };
  return (
    <TextField
      label={t('field.event-date')}
      hint={read.kind === 'date' ? day(read.date) : t('date.hint')}
      problem={problem()}
      placeholder="24/6/2025"
      data-where="eventDate"
      autoComplete="off"
      spellCheck={false}
      value={shown}
      readOnly={!editable}
      onChange={(event) => change(event.target.value)}
      onBlur={() => {
        // A date is shown as it is printed; words that are none stay, to be mended.
        if (read.kind !== 'unreadable') setTyped(null);
      }}
    />
  );
}
