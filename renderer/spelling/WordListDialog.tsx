import { Trash2 } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import type { ListedWord } from '#shared/contract/core.ts';
import { listableWordSchema, mayWish, type WordLanguage } from '#shared/domain/word-list.ts';
import { useWords } from '../i18n/index.ts';
import { errorText, useCore, useNewsroom, useSession, useWordList } from '../newsroom/index.ts';
import { Button, Dialog, IconButton, Notice, Select, TextField } from '../ui/index.ts';
import styles from './WordListDialog.module.css';

const LANGUAGES: readonly WordLanguage[] = ['id', 'en'];

/** The newsroom's word list: seen by all, kept by all. */
export function WordListDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const { t } = words;
  const core = useCore();
  const listed = useWordList();
  const person = useSession().data?.person ?? null;
  const people = useNewsroom()?.people;
  const [language, setLanguage] = useState<WordLanguage>('id');
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string>();
  const shown = (listed ?? []).filter(
    (each) => each.language === language && each.word.toLowerCase().includes(typed.toLowerCase()),
  );

  const put = (word: string, isListed: boolean): void => {
    core
      .call('words.put', { language, word, listed: isListed })
      .then(() => setProblem(undefined))
      .catch((thrown: unknown) => setProblem(errorText(words, thrown)));
  };
  const add = (event: SubmitEvent): void => {
    event.preventDefault();
    const word = listableWordSchema.safeParse(typed.trim().normalize('NFC'));
    if (!word.success) {
      setProblem(t('words.not-one-word'));
      return;
    }
    put(word.data, true);
    setTyped('');
  };
  const whyNot = (each: ListedWord): string | undefined =>
    person !== null && mayWish(person, { listed: false }, each.person)
      ? undefined
      : t('words.not-yours');
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('words.title')}
      lead={t('words.lead')}
      closeName={t('close')}
    >
      <form className={styles.form} onSubmit={add}>
        <Select
          label={t('words.language')}
          value={language}
          choices={LANGUAGES.map((value) => ({ value, name: t(`words.language.${value}`) }))}
          onChange={setLanguage}
        />
        <TextField
          label={t('words.word')}
          value={typed}
          maxLength={64}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setTyped(event.target.value);
            setProblem(undefined);
          }}
        />
        <Button
          look="main"
          type="submit"
          refusal={typed.trim() === '' ? t('words.type-first') : undefined}
        >
          {t('words.add')}
        </Button>
      </form>
      {problem !== undefined && <Notice tone="bad">{problem}</Notice>}
      {shown.length === 0 ? (
        <p className={styles.none}>{t(typed === '' ? 'words.empty' : 'words.no-match')}</p>
      ) : (
        <ul className={styles.list} aria-label={t('words.title')}>
          {shown.map((each) => (
            <li key={each.word}>
              <strong>{each.word}</strong>
              <span>
                {people?.find(({ id }) => id === each.person)?.fullName ?? ''}
                {each.unsent ? ` · ${t('words.unsent')}` : ` · ${words.dateTime(each.at)}`}
              </span>
              <IconButton
                name={t('words.remove', { word: each.word })}
                icon={<Trash2 />}
                size="small"
                refusal={whyNot(each)}
                onClick={() => put(each.word, false)}
              />
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
