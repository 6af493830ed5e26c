import type { ComparedPlace } from '#shared/domain/compare/compare.ts';
import type { Piece } from '#shared/domain/compare/words.ts';
import type { Furniture } from '#shared/domain/article.ts';
import { useWords, type Words } from '../../../i18n/index.ts';
import { photoFieldName } from '../../../newsroom/index.ts';
import { Button, classes } from '../../../ui/index.ts';
import styles from './ComparedText.module.css';

/** What changed, place by place; what did not is counted. Marks say with words and lines what they say with colour. */
export function ComparedText({
  places,
  refusal,
  onBringBack,
}: {
  readonly places: readonly ComparedPlace[];
  /** Why nothing can be brought back now. */
  readonly refusal: string | undefined;
  readonly onBringBack: (where: string) => void;
}) {
  const words = useWords();
  const { t, number } = words;
  const shown = withSkips(places);
  if (shown.every((entry) => typeof entry === 'number')) return <p>{t('history.same')}</p>;
  return (
    <>
      <p className={styles.legend}>{t('history.legend')}</p>
      <ol className={styles.places}>
        {shown.map((entry, index) =>
          typeof entry === 'number' ? (
            <li key={`skip ${index}`} className={styles.skipped}>
              {t('history.skipped', { count: entry, shown: number(entry) })}
            </li>
          ) : (
            <li key={entry.where} className={styles.place}>
              <div className={styles.head}>
                <span className={styles.name}>{placeName(words, entry.where)}</span>
                {entry.is !== 'same' && (
                  <span className={classes(styles.kind, styles[entry.is])}>
                    {t(`history.${entry.is}`)}
                  </span>
                )}
                {/* A block that only moved has nothing to bring back. */}
                {entry.is !== 'same' && entry.is !== 'moved' && (
                  <Button
                    size="small"
                    refusal={refusal}
                    aria-label={`${t('history.bring-back')}: ${placeName(words, entry.where)}`}
                    onClick={() => onBringBack(entry.where)}
                  >
                    {t('history.bring-back')}
                  </Button>
                )}
              </div>
              <p className={styles.text}>
                {entry.pieces.map((piece, at) => (
                  <Marked key={at} piece={piece} />
                ))}
              </p>
            </li>
          ),
        )}
      </ol>
    </>
  );
}

function Marked({ piece: { text, is } }: { readonly piece: Piece }) {
  const { t } = useWords();
  if (is === 'same') return text;
  const Mark = is === 'added' ? 'ins' : 'del';
  return (
    <Mark className={styles[is]}>
      <span className="unseen">{t(is === 'added' ? 'history.now' : 'history.was')}</span>
      {text}
    </Mark>
  );
}

/** Places that did not change, as one number each time. */
function withSkips(places: readonly ComparedPlace[]): readonly (ComparedPlace | number)[] {
  const shown: (ComparedPlace | number)[] = [];
  for (const place of places) {
    const last = shown.at(-1);
    if (place.is !== 'same') shown.push(place);
    else if (typeof last === 'number') shown[shown.length - 1] = last + 1;
    else shown.push(1);
  }
  return shown;
}

/** A place in words: a field's name, or "body". */
function placeName(words: Words, where: string): string {
  const { t } = words;
  if (where.startsWith('block:')) return t('place.body');
  const photo = /^photo:.*\.(\w+)$/.exec(where)?.[1];
  if (photo !== undefined) return t('place.photo', { field: photoFieldName(words, photo) });
  return t(`place.${where as keyof Furniture}`);
}
