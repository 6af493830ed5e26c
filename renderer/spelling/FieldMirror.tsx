import { useLayoutEffect, useRef } from 'react';
import { cutAt, type Field, type FieldWord } from './field-words.ts';
import styles from './FieldMarks.module.css';

/** What decides where a letter stands. */
const TYPE = [
  'fontFamily',
  'fontSize',
  'fontWeight',
  'fontStyle',
  'fontStretch',
  'fontVariationSettings',
  'fontFeatureSettings',
  'fontOpticalSizing',
  'letterSpacing',
  'wordSpacing',
  'lineHeight',
  'textAlign',
  'textIndent',
  'textTransform',
  'textWrapStyle',
  'paddingTop',
  'paddingRight',
  'paddingBottom',
  'paddingLeft',
  'borderTopWidth',
  'borderRightWidth',
  'borderBottomWidth',
  'borderLeftWidth',
  'boxSizing',
] as const;

/** A copy of a field's text over the field, seen only where a word is marked. */
export function FieldMirror({
  field,
  text,
  words,
}: {
  readonly field: Field;
  readonly text: string;
  readonly words: readonly FieldWord[];
}) {
  const mirror = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const fit = (): void => {
      const copy = mirror.current;
      const origin = copy?.parentElement?.getBoundingClientRect();
      if (copy === null || origin === undefined || field.value !== text) {
        // Typed on since: the marks would stand under other words.
        if (copy !== null) copy.hidden = true;
        return;
      }
      copy.hidden = false;
      const box = field.getBoundingClientRect();
      const type = getComputedStyle(field);
      for (const name of TYPE) copy.style[name] = type[name];
      copy.style.whiteSpace = field instanceof HTMLTextAreaElement ? 'pre-wrap' : 'pre';
      copy.style.left = `${box.left - origin.left}px`;
      copy.style.top = `${box.top - origin.top}px`;
      copy.style.width = `${box.width}px`;
      copy.style.height = `${box.height}px`;
    };
    fit();
    const watcher = new ResizeObserver(fit);
    watcher.observe(field);
    // Whatever stands above it may grow.
    if (mirror.current?.parentElement?.parentElement != null) {
      watcher.observe(mirror.current.parentElement.parentElement);
    }
    field.addEventListener('input', fit);
    field.setAttribute('aria-invalid', 'spelling');
    return () => {
      watcher.disconnect();
      field.removeEventListener('input', fit);
      field.removeAttribute('aria-invalid');
    };
  }, [field, text]);
  return (
    <div ref={mirror} className={styles.mirror} aria-hidden="true" data-mirrors={field.id}>
      {cutAt(text, words).map((piece) =>
        piece.isMarked ? (
          <span key={piece.at} data-at={piece.at} className={styles.wrong}>
            {piece.text}
          </span>
        ) : (
          piece.text
        ),
      )}
    </div>
  );
}
