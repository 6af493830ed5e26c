import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { blockText, type Article } from '#shared/domain/article.ts';
import type { StoryId } from '#shared/domain/ids.ts';
import {
  COMMAND_IDS,
  commandRow,
  keymapStore,
  PLATFORM,
  printedKeys,
  registry,
  runCommand,
  type CommandId,
} from '../../commands/index.ts';
import { otherWords, useWords } from '../../i18n/index.ts';
import { STATES, useCore, useNow } from '../../newsroom/index.ts';
import { fit, ranked } from './rank.ts';

export interface PaletteChoice {
  readonly key: string;
  readonly name: string;
  /** Its group, a story's state: beside the name. */
  readonly note: string;
  readonly keys?: string | undefined;
  /** Why it can't be done now. */
  readonly refusal?: string | undefined;
  readonly run: () => void;
}

export interface PaletteSection {
  readonly id: 'commands' | 'stories' | 'here-in';
  readonly choices: readonly PaletteChoice[];
}

/** The commands given last, first: what is done often is near. */
const lately: CommandId[] = [];
const MOST = { commands: 60, stories: 8, here: 8 } as const;

export function useCommandChoices(typed: string): readonly PaletteChoice[] {
  const words = useWords();
  return useMemo(() => {
    const { t } = words;
    const other = otherWords(words.language);
    const all = COMMAND_IDS.filter((id) => id !== 'palette.open');
    const nameOf = (id: CommandId): string => t(commandRow(id).name, commandRow(id).values);
    const namesOf = (id: CommandId): readonly string[] => [
      nameOf(id),
      other.t(commandRow(id).name, commandRow(id).values),
      `${t(`command-group.${commandRow(id).group}`)} ${nameOf(id)}`,
    ];
    const refusalOf = (id: CommandId): string | undefined => {
      const state = registry.state(id);
      return state.offered ? state.refusal : t('palette.not-here');
    };
    const found = typed === '' ? byUse(all, refusalOf) : ranked(typed, all, namesOf);
    return found.slice(0, MOST.commands).map((id) => {
      const keys = keymapStore.now().keysOf(id);
      return {
        key: id,
        name: nameOf(id),
        note: t(`command-group.${commandRow(id).group}`),
        keys: keys === null ? undefined : printedKeys(keys, PLATFORM),
        refusal: refusalOf(id),
        run: () => {
          lately.unshift(...[id, ...lately.splice(0).filter((each) => each !== id)].slice(0, 12));
          runCommand(id);
        },
      };
    });
  }, [typed, words]);
}

/** Before anything is typed: what was done last, then what can be done, then the rest. */
function byUse(
  all: readonly CommandId[],
  refusalOf: (id: CommandId) => string | undefined,
): readonly CommandId[] {
  const recent = lately.filter((id) => all.includes(id));
  const others = all.filter((id) => !recent.includes(id));
  return [
    ...recent,
    ...others.filter((id) => refusalOf(id) === undefined),
    ...others.filter((id) => refusalOf(id) !== undefined),
  ];
}

export function useStoryChoices(
  typed: string,
  onOpen: (story: StoryId) => void,
): readonly PaletteChoice[] {
  const core = useCore();
  const { t, age } = useWords();
  const now = useNow();
  const query = typed.trim();
  const { data } = useQuery({
    queryKey: ['stories', 'all', query],
    queryFn: ({ signal }) => core.call('stories.list', { view: 'all', query }, { signal }),
  });
  return (data?.stories ?? []).slice(0, MOST.stories).map((story) => ({
    key: story.id,
    name: story.headline || t('untitled'),
    note: [
      t(STATES[story.state].name),
      ...story.writers.slice(0, 1),
      age(story.updatedAt, now),
    ].join(' · '),
    run: () => onOpen(story.id),
  }));
}

/** Subheads of the open story, and the paragraphs that hold the typed words. */
export function placesIn(
  article: Article | null,
  typed: string,
  goTo: (where: string) => void,
): readonly PaletteChoice[] {
  if (article === null) return [];
  const query = typed.trim();
  return article.blocks
    .filter((block) => {
      if (block.kind === 'heading') return fit(query, [blockText(block)]) !== null;
      return query.length > 2 && blockText(block).toLowerCase().includes(query.toLowerCase());
    })
    .slice(0, MOST.here)
    .map((block) => ({
      key: block.id,
      name: aroundWords(blockText(block), query),
      note: '',
      run: () => goTo(`block:${block.id}`),
    }));
}

const AROUND = 40;

/** The typed words with what stands around them, as one line. */
function aroundWords(text: string, query: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  const at = line.toLowerCase().indexOf(query.toLowerCase());
  const from = at > AROUND ? line.indexOf(' ', at - AROUND) + 1 : 0;
  const part = line.slice(from, from + 110);
  return `${from > 0 ? '… ' : ''}${part}${from + 110 < line.length ? ' …' : ''}`;
}
