import {
  ArrowDown,
  ArrowUp,
  CaseSensitive,
  ChevronDown,
  ChevronRight,
  List,
  Regex,
  WholeWord,
  X,
} from 'lucide-react';
import { useEffect, useEffectEvent, useId, useMemo, useRef, useState, type RefObject } from 'react';
import type { Query } from '#shared/domain/find/search.ts';
import { useCommand, useShortcut } from '../../../commands/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { classes, IconButton } from '../../../ui/index.ts';
import type { Draft } from '../draft.ts';
import { usePens } from '../DraftProvider.tsx';
import { FoundList } from './FoundList.tsx';
import { ReplaceRow } from './ReplaceRow.tsx';
import { selectFound, type FoundPage } from './show-found.ts';
import type { FindStart } from './start.ts';
import { useFind, type Search } from './use-find.ts';
import { useShowFound } from './use-show-found.ts';
import styles from './FindBar.module.css';

const TOGGLES = [
  { field: 'matchCase', name: 'find.match-case', icon: CaseSensitive },
  { field: 'wholeWord', name: 'find.whole-word', icon: WholeWord },
  { field: 'pattern', name: 'find.pattern', icon: Regex },
] as const satisfies readonly { readonly field: keyof Query; readonly [more: string]: unknown }[];

export interface FindBarProps {
  readonly draft: Draft;
  readonly page: () => FoundPage | null;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly start: FindStart;
  readonly query: Query;
  readonly onQuery: (query: Query) => void;
  readonly replacing: boolean;
  readonly onReplacing: (replacing: boolean) => void;
  /** Brings the text to the front. */
  readonly onShow: () => void;
  readonly onClose: () => void;
}

/** The bar above the text: what is looked for, how much of it there is, and what shall stand there instead. */
export function FindBar(props: FindBarProps) {
  const { draft, page, field, start, query, replacing } = props;
  const words = useWords();
  const { t } = words;
  const pens = usePens();
  const countId = useId();
  const [listed, setListed] = useState(false);
  const [went, setWent] = useState(false);
  const find = useFind(draft, query, start.from);
  const { search } = find;
  const current = search.found[search.at] ?? null;
  useShowFound(page, search);

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [field]);

  const go = (towards: 1 | -1): void => {
    setWent(true);
    props.onShow();
    find.go(towards);
  };
  const close = (): void => {
    const at = page();
    props.onClose();
    // A writer who walked through the matches wants to write there; who only looked goes back.
    if (went && at !== null && current !== null && selectFound(at, current)) return;
    start.back();
  };
  useCommand('find.next', () => go(1));
  useCommand('find.previous', () => go(-1));
  const next = useShortcut('find.next');
  const previous = useShortcut('find.previous');

  const bar = useRef<HTMLDivElement>(null);
  const onEscape = useEffectEvent((event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing || event.keyCode === 229) return;
    if (!(event.target instanceof Node) || bar.current?.contains(event.target) !== true) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  });
  useEffect(() => {
    // Before a tooltip that happens to be open, which would take the key for itself.
    const listen = (event: KeyboardEvent): void => onEscape(event);
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
  const count = useMemo(() => countText(words, query, search), [words, query, search]);
  const wrong = search.problem !== null && query.text !== '';
  return (
    <div ref={bar} className={styles.bar} role="search" aria-label={t('find.name')}>
      <div className={styles.row}>
        <IconButton
          name={t(replacing ? 'find.hide-replace' : 'find.show-replace')}
          icon={replacing ? <ChevronDown /> : <ChevronRight />}
          size="small"
          aria-expanded={replacing}
          onClick={() => props.onReplacing(!replacing)}
        />
        <div className={styles.frame}>
          <input
            ref={field}
            className={styles.field}
            aria-label={t('find.what')}
            placeholder={t('find.what')}
            aria-invalid={wrong || undefined}
            aria-describedby={countId}
            spellCheck={false}
            value={query.text}
            onChange={(event) => props.onQuery({ ...query, text: event.target.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              go(event.shiftKey ? -1 : 1);
            }}
          />
          {TOGGLES.map(({ field: name, name: key, icon: Icon }) => (
            <IconButton
              key={name}
              name={t(key)}
              icon={<Icon />}
              size="small"
              aria-pressed={query[name]}
              className={styles.toggle}
              onClick={() => props.onQuery({ ...query, [name]: !query[name] })}
            />
          ))}
        </div>
        <output
          id={countId}
          data-testid="find-count"
          className={classes(styles.count, wrong && styles.wrong)}
          aria-live="polite"
        >
          {count}
        </output>
        <IconButton
          name={t('find.previous')}
          {...(previous !== undefined && { shortcut: previous })}
          icon={<ArrowUp />}
          size="small"
          refusal={current === null ? t('find.none') : undefined}
          onClick={() => go(-1)}
        />
        <IconButton
          name={t('find.next')}
          {...(next !== undefined && { shortcut: next })}
          icon={<ArrowDown />}
          size="small"
          refusal={current === null ? t('find.none') : undefined}
          onClick={() => go(1)}
        />
        <IconButton
          name={t('find.list')}
          icon={<List />}
          size="small"
          aria-pressed={listed}
          className={styles.toggle}
          onClick={() => setListed(!listed)}
        />
        <IconButton
          name={t('find.close')}
          shortcut="Esc"
          icon={<X />}
          size="small"
          onClick={close}
        />
      </div>
      {replacing && (
        <ReplaceRow
          find={find}
          pattern={query.pattern}
          refusal={pens.text && pens.photos ? undefined : t('find.locked')}
          onUndo={() => void draft.undo()}
        />
      )}
      {listed && (
        <FoundList
          search={search}
          onChoose={(at) => {
            setWent(true);
            props.onShow();
            find.goTo(at);
          }}
        />
      )}
    </div>
  );
}

function countText(
  { t, number }: ReturnType<typeof useWords>,
  query: Query,
  search: Search,
): string {
  if (query.text === '') return '';
  if (search.problem === 'pattern') return t('find.bad-pattern');
  if (search.problem === 'slow') return t('find.slow');
  if (search.problem === 'broken') return t('find.broken');
  if (search.article === null) return '';
  const all = search.found.length;
  if (all === 0) return t('find.none');
  const values = { at: number(search.at + 1), all: number(all) };
  return t(search.more ? 'find.count-more' : 'find.count', values);
}
