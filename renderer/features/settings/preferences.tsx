/** Theme and language (kept by the shell) and text size (this window's own). */
import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import type { Preferences } from '#shared/contract/shell.ts';
import { WordsProvider } from '../../i18n/index.ts';
import { useShell } from '../../newsroom/index.ts';

export const TEXT_SIZES = ['small', 'normal', 'large'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

export interface Tastes extends Preferences {
  readonly textSize: TextSize;
}
interface Tasted {
  readonly tastes: Tastes;
  readonly change: (tastes: Partial<Tastes>) => void;
}

const TEXT_SIZE = 'redaksi.text-size';
const TastesContext = createContext<Tasted | null>(null);

export function useTastes(): Tasted {
  const tasted = use(TastesContext);
  if (tasted === null) throw new Error('useTastes outside TastesProvider');
  return tasted;
}

export function TastesProvider({
  first,
  children,
}: {
  readonly first: Preferences;
  readonly children: ReactNode;
}) {
  const shell = useShell();
  const [tastes, setTastes] = useState<Tastes>(() => ({
    ...first,
    textSize: TEXT_SIZES.find((size) => size === localStorage.getItem(TEXT_SIZE)) ?? 'normal',
  }));
  const change = useCallback(
    (some: Partial<Tastes>) => {
      const next = { ...tastes, ...some };
      setTastes(next);
      localStorage.setItem(TEXT_SIZE, next.textSize);
      void shell.setPreferences({ theme: next.theme, language: next.language });
    },
    [shell, tastes],
  );
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset['textSize'] = tastes.textSize;
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const show = (): void => {
      const system = dark.matches ? 'dark' : 'light';
      dataset['theme'] = tastes.theme === 'system' ? system : tastes.theme;
    };
    show();
    dark.addEventListener('change', show);
    return () => dark.removeEventListener('change', show);
  }, [tastes]);
  const tasted = useMemo(() => ({ tastes, change }), [tastes, change]);
  return (
    <TastesContext value={tasted}>
      <WordsProvider language={tastes.language}>{children}</WordsProvider>
    </TastesContext>
  );
}
