/** Spelling in one open story: its language, the names that it knows, and what its writer lets stand. */
import { createContext, use, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { blockText, type Article, type Block } from '#shared/domain/article.ts';
import type { StoryId } from '#shared/domain/ids.ts';
import type { WordLanguage } from '#shared/domain/word-list.ts';
import { useCommand } from '../commands/index.ts';
import { useCore, useNewsroom, useWordList, useWorkspace } from '../newsroom/index.ts';
import { createChecker } from './checker.ts';
import type { AskedWord } from './engine/speller.ts';
import { ignoring } from './ignored.ts';
import { isKnownName, knownNames } from './names.ts';
import { tokensOf } from './tokens.ts';

export interface StorySpelling {
  /** Those of these words that are wrong. Asked of a worker; never a reason to wait. */
  readonly wrongOf: <Word extends AskedWord>(words: readonly Word[]) => Promise<readonly Word[]>;
  readonly suggest: (word: string) => Promise<readonly string[]>;
  /** Puts the word on the newsroom's list. */
  readonly list: (word: string) => void;
  /** Lets the word stand in this story. */
  readonly ignore: (word: string) => void;
}

const StorySpellingContext = createContext<StorySpelling | null>(null);

/** Null where nothing is checked. A new one means: look at everything again. */
export function useStorySpelling(): StorySpelling | null {
  return use(StorySpellingContext);
}

/** One speller a window; it begins with the first word that is asked for. */
const checker = createChecker();
const NO_WORDS: readonly string[] = [];

export function StorySpellingProvider({
  story,
  furniture,
  readBlocks,
  children,
}: {
  readonly story: StoryId;
  readonly furniture: Omit<Article, 'blocks'>;
  /** Asked when words are checked: the body changes with every key. */
  readonly readBlocks: () => readonly Block[];
  readonly children: ReactNode;
}) {
  const core = useCore();
  const newsroom = useNewsroom();
  const listed = useWordList();
  const { workspace, change } = useWorkspace();
  const { language, writers, editors, signoffs, dateline, source, tags, section } = furniture;
  const credits = furniture.photoUses.map((use) => `${use.credit} ${use.creditLead}`).join(' ');
  const ignored = workspace.ignoredWords?.[story] ?? NO_WORDS;
  const isOn = workspace.spelling !== false;

  useCommand('spelling.marks', () => change({ spelling: !isOn }), { checked: isOn });

  const latest = useRef({ readBlocks, workspace });
  useEffect(() => {
    latest.current = { readBlocks, workspace };
  });
  useEffect(() => {
    if (listed === undefined) return;
    for (const each of ['id', 'en'] as const) {
      checker.setListed(each, wordsIn(listed, each));
    }
  }, [listed]);

  const names = useMemo(
    () =>
      knownNames(
        { writers, editors, signoffs, dateline, source, tags, section, credits },
        newsroom,
      ),
    [writers, editors, signoffs, dateline, source, tags, section, credits, newsroom],
  );
  const spelling = useMemo((): StorySpelling | null => {
    if (!isOn || listed === undefined) return null;
    const letStand = new Set(ignored);
    return {
      wrongOf: async (words) => {
        const seen = namesSeen(latest.current.readBlocks());
        const asked = words.filter(({ word }) => !letStand.has(word) && !isKnownName(word, names));
        const right = await checker.check(
          language,
          asked.map(({ word, inside, foreign }) => ({
            word,
            inside: inside || seen.has(word),
            foreign,
          })),
        );
        return asked.filter((_, at) => right[at] === false);
      },
      suggest: (word) => checker.suggest(language, word),
      list: (word) => {
        void core.call('words.put', { language, word: word.normalize('NFC'), listed: true });
      },
      ignore: (word) => {
        const { ignoredWords } = latest.current.workspace;
        change({ ignoredWords: ignoring(ignoredWords, story, word) });
      },
    };
  }, [isOn, listed, ignored, names, language, core, change, story]);
  return <StorySpellingContext value={spelling}>{children}</StorySpellingContext>;
}

function wordsIn(
  listed: readonly { readonly language: WordLanguage; readonly word: string }[],
  language: WordLanguage,
): readonly string[] {
  return listed.flatMap((each) => (each.language === language ? [each.word] : []));
}

const seenIn = new WeakMap<Block, readonly string[]>();

/** Words with a capital inside a sentence of this story: names also where they stand first. */
function namesSeen(blocks: readonly Block[]): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const block of blocks) {
    let words = seenIn.get(block);
    if (words === undefined) {
      words = tokensOf(blockText(block)).flatMap(({ word, inside }) =>
        inside && word !== word.toLowerCase() ? [word] : [],
      );
      seenIn.set(block, words);
    }
    for (const word of words) seen.add(word);
  }
  return seen;
}
