import { placeKey, type Place } from '#shared/domain/find/texts.ts';
import { useWords, type MessageKey } from '../../../i18n/index.ts';
import { inContext } from './finding.ts';
import type { Search } from './use-find.ts';
import styles from './FindBar.module.css';

/** More than that nobody reads in a list; the count says how many there are. */
const LISTED = 200;

/** Every match with some words around it: also those that the page can't mark. */
export function FoundList({
  search,
  onChoose,
}: {
  readonly search: Search;
  readonly onChoose: (at: number) => void;
}) {
  const { t, number } = useWords();
  const { found, at } = search;
  if (found.length === 0) return null;
  return (
    <ol className={styles.list} aria-label={t('find.list')}>
      {found.slice(0, LISTED).map((each, index) => {
        const { before, words, after } = inContext(each);
        const key = `${placeKey(each.placed.place)}@${each.match.start}`;
        return (
          <li key={key}>
            <button
              type="button"
              className={styles.entry}
              aria-current={index === at || undefined}
              onClick={() => onChoose(index)}
            >
              <span className={styles.place}>{t(nameOf(each.placed.place))}</span>
              <span className={styles.context}>
                {before}
                <mark>{words}</mark>
                {after}
              </span>
              {each.placed.fixed && <span className={styles.fixed}>{t('find.fixed')}</span>}
            </button>
          </li>
        );
      })}
      {found.length > LISTED && (
        <li className={styles.rest}>
          {t('find.rest', { count: found.length - LISTED, shown: number(found.length - LISTED) })}
        </li>
      )}
    </ol>
  );
}

function nameOf(place: Place): MessageKey {
  if (place.in === 'block') return 'find.in.body';
  return `find.in.${place.field}`;
}
