import { createContext, use, useEffect, useMemo, type ReactNode } from 'react';
import { wordsOf, type Language, type Words } from './language.ts';

const WordsContext = createContext<Words | null>(null);

/** Gives everything below the words of one language. */
export function WordsProvider({
  language,
  children,
}: {
  readonly language: Language;
  readonly children: ReactNode;
}) {
  const words = useMemo(() => wordsOf(language), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <WordsContext value={words}>{children}</WordsContext>;
}

export function useWords(): Words {
  const words = use(WordsContext);
  if (words === null) throw new Error('useWords outside WordsProvider');
  return words;
}
