import { Trash2 } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import {
  printSnippets,
  readSnippets,
  snippetSchema,
  type Snippet,
} from '#shared/domain/typography/snippets.ts';
import { useWords } from '../../../i18n/index.ts';
import { Button, IconButton, TextAreaField, TextField } from '../../../ui/index.ts';
import styles from './AidsDialog.module.css';

/** A person's own abbreviations: one by one, or the whole list as text to take along and to bring in. */
export function Snippets({
  snippets,
  onChange,
}: {
  readonly snippets: readonly Snippet[];
  readonly onChange: (snippets: readonly Snippet[]) => void;
}) {
  const { t } = useWords();
  const [asText, setAsText] = useState<string | null>(null);
  return (
    <section className={styles.group}>
      <div className={styles.head}>
        <h3>{t('aids.snippets')}</h3>
        <Button
          size="small"
          look="quiet"
          aria-pressed={asText !== null}
          onClick={() => setAsText(asText === null ? printSnippets(snippets) : null)}
        >
          {t('aids.as-text')}
        </Button>
      </div>
      <p>{t('aids.snippets-more')}</p>
      {asText === null ? (
        <OneByOne snippets={snippets} onChange={onChange} />
      ) : (
        <AsText
          text={asText}
          onText={setAsText}
          onUse={(next) => {
            onChange(next);
            setAsText(null);
          }}
        />
      )}
    </section>
  );
}

function OneByOne({
  snippets,
  onChange,
}: {
  readonly snippets: readonly Snippet[];
  readonly onChange: (snippets: readonly Snippet[]) => void;
}) {
  const { t } = useWords();
  const [short, setShort] = useState('');
  const [long, setLong] = useState('');
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const parsed = snippetSchema.safeParse({ short: short.trim(), long: long.trim() });
    if (!parsed.success) return;
    onChange([...snippets.filter((each) => each.short !== parsed.data.short), parsed.data]);
    setShort('');
    setLong('');
    document.getElementById('snippet-short')?.querySelector('input')?.focus();
  };
  return (
    <>
      {snippets.length > 0 && (
        <ul className={styles.list}>
          {snippets.map((snippet) => (
            <li key={snippet.short}>
              <strong>{snippet.short}</strong>
              <span>{snippet.long}</span>
              <IconButton
                name={t('aids.remove-snippet', { short: snippet.short })}
                icon={<Trash2 />}
                size="small"
                onClick={() => onChange(snippets.filter((each) => each !== snippet))}
              />
            </li>
          ))}
        </ul>
      )}
      <form id="snippet-short" className={styles.add} onSubmit={add}>
        <TextField
          label={t('aids.short')}
          placeholder="pemkab"
          value={short}
          spellCheck={false}
          onChange={(event) => setShort(event.target.value.replaceAll(/\s/g, ''))}
        />
        <TextField
          label={t('aids.long')}
          placeholder="Pemerintah Kabupaten"
          value={long}
          spellCheck={false}
          onChange={(event) => setLong(event.target.value)}
        />
        <Button
          type="submit"
          refusal={short.trim() === '' || long.trim() === '' ? t('aids.both-needed') : undefined}
        >
          {t('aids.add')}
        </Button>
      </form>
    </>
  );
}

function AsText({
  text,
  onText,
  onUse,
}: {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onUse: (snippets: readonly Snippet[]) => void;
}) {
  const { t } = useWords();
  const { snippets, leftOver } = readSnippets(text);
  return (
    <>
      <TextAreaField
        label={t('aids.text-list')}
        hint={t('aids.text-hint')}
        problem={
          leftOver.length === 0
            ? undefined
            : t('aids.left-over', { count: leftOver.length, line: leftOver[0] ?? '' })
        }
        rows={6}
        spellCheck={false}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      <Button onClick={() => onUse(snippets)}>
        {t('aids.use-list', { count: snippets.length })}
      </Button>
    </>
  );
}
