import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { FieldMirror } from './FieldMirror.tsx';
import { useStorySpelling } from './StorySpelling.tsx';
import { SuggestionsMenu, type AskedPlace } from './SuggestionsMenu.tsx';
import { replaceInField, tokenAt, type Field, type FieldWord } from './field-words.ts';
import { tokensOf } from './tokens.ts';
import styles from './FieldMarks.module.css';

/** Fields with sentences in them, by where a finding would send the writer. Credits and the like hold names. */
const SPELT = [
  '[data-where="headline"]',
  '[data-where="deck"]',
  '[data-where^="photo:"][data-where$=".caption"]',
  '[data-where^="photo:"][data-where$=".slug"]',
  '[data-where^="photo:"][data-where$=".alt"]',
].join(', ');
/** Milliseconds after the last change. */
const PAUSE = 300;

interface MarkedField {
  readonly field: Field;
  readonly text: string;
  readonly words: readonly FieldWord[];
}

/**
 * Marks under misspelt words of plain fields. Such a field can hold no highlight: a copy of its text in the same type
 * lies over it, unseen but for the marks. The field itself is left alone.
 */
export function FieldMarks({
  shown,
  within,
}: {
  /** What the fields show: they are looked at again when it changes. */
  readonly shown: unknown;
  readonly within: RefObject<HTMLElement | null>;
}) {
  const spelling = useStorySpelling();
  const [marked, setMarked] = useState<readonly MarkedField[]>([]);
  const [asked, setAsked] = useState<AskedPlace | null>(null);
  const layer = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let isOver = false;
    const look = async (): Promise<void> => {
      const fields = [...(within.current?.querySelectorAll<Field>(SPELT) ?? [])];
      const found = await Promise.all(
        fields
          .filter((field) => !field.readOnly)
          .map(async (field): Promise<MarkedField> => {
            const text = field.value;
            const words = tokensOf(text).map((token) => ({ ...token, foreign: false }));
            return { field, text, words: (await spelling?.wrongOf(words)) ?? [] };
          }),
      );
      if (!isOver) setMarked(found.filter(({ words }) => words.length > 0));
    };
    const timer = setTimeout(() => void look(), PAUSE);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- what the fields show is read from them
  }, [shown, spelling, within]);

  const ask = useCallback(
    (field: Field, offset: number): boolean => {
      const { words = [], text } = marked.find((each) => each.field === field) ?? {};
      const word = text === field.value ? tokenAt(words, offset) : undefined;
      if (word === undefined) return false;
      setAsked({
        word: word.word,
        place: () => placeIn(layer.current, field, word) ?? field.getBoundingClientRect(),
        replace: (by) => replaceInField(field, word, by),
        focusAfter: () => field,
      });
      return true;
    },
    [marked],
  );

  useEffect(() => {
    const root = within.current;
    const onMenu = (event: MouseEvent): void => {
      const field = fieldOf(event.target);
      if (field === null) return;
      const point = document.caretPositionFromPoint(event.clientX, event.clientY);
      const byPointer = event.button === 2 && point?.offsetNode === field;
      const offset = byPointer ? point.offset : (field.selectionStart ?? 0);
      if (ask(field, offset)) event.preventDefault();
    };
    root?.addEventListener('contextmenu', onMenu);
    return () => root?.removeEventListener('contextmenu', onMenu);
  }, [ask, within]);

  return (
    <div ref={layer} className={styles.layer}>
      {marked.map(({ field, text, words }) => (
        <FieldMirror key={field.id} field={field} text={text} words={words} />
      ))}
      {asked !== null && spelling !== null && (
        <SuggestionsMenu asked={asked} spelling={spelling} onClose={() => setAsked(null)} />
      )}
    </div>
  );
}

function fieldOf(target: EventTarget | null): Field | null {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return isField && target.matches(SPELT) ? target : null;
}

/** Where a word's mark is shown. */
function placeIn(layer: HTMLElement | null, field: Field, { at }: FieldWord): DOMRect | undefined {
  return layer
    ?.querySelector(`[data-mirrors="${CSS.escape(field.id)}"] [data-at="${at}"]`)
    ?.getBoundingClientRect();
}
