import { BookPlus, EyeOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { listableWordSchema } from '#shared/domain/word-list.ts';
import { useWords } from '../i18n/index.ts';
import { MenuAt } from '../ui/index.ts';
import type { StorySpelling } from './StorySpelling.tsx';

/** A misspelt word somewhere on the page. */
export interface AskedPlace {
  readonly word: string;
  readonly place: () => DOMRect;
  readonly replace: (by: string) => void;
  readonly focusAfter: () => HTMLElement | null;
}

/** What a misspelt word may have meant, and what else to do about it. */
export function SuggestionsMenu({
  asked,
  spelling,
  onClose,
}: {
  readonly asked: AskedPlace;
  readonly spelling: StorySpelling;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  const { word } = asked;
  const [found, setFound] = useState<readonly string[] | null>(null);
  useEffect(() => {
    let isOver = false;
    void spelling.suggest(word).then((words) => {
      if (!isOver) setFound(words);
    });
    return () => {
      isOver = true;
    };
  }, [spelling, word]);
  return (
    <MenuAt
      place={asked.place}
      title={t('spelling.unknown', { word })}
      note={
        found === null
          ? t('spelling.looking')
          : found.length === 0
            ? t('spelling.no-suggestion')
            : undefined
      }
      choices={(found ?? []).map((name) => ({
        key: name,
        name,
        run: () => asked.replace(name),
      }))}
      besides={[
        ...(listableWordSchema.safeParse(word.normalize('NFC')).success
          ? [
              {
                key: 'list',
                name: t('spelling.list'),
                icon: <BookPlus aria-hidden="true" />,
                run: () => spelling.list(word),
              },
            ]
          : []),
        {
          key: 'ignore',
          name: t('spelling.ignore'),
          icon: <EyeOff aria-hidden="true" />,
          run: () => spelling.ignore(word),
        },
      ]}
      onClose={onClose}
      focusAfter={asked.focusAfter}
    />
  );
}
