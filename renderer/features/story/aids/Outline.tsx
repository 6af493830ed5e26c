import { placeholdersOf } from '#shared/domain/typography/placeholders.ts';
import { placeKey, type Place } from '#shared/domain/find/texts.ts';
import { runsText } from '#shared/domain/article.ts';
import { useWords } from '../../../i18n/index.ts';
import { useDraft } from '../DraftProvider.tsx';
import { inContext } from '../find/finding.ts';
import { useCalmArticle } from './use-calm-article.ts';
import styles from './Outline.module.css';

/** The story at a glance: its subheads by level, and what is still to be filled in. */
export function Outline({ onGoTo }: { readonly onGoTo: (where: string, offset?: number) => void }) {
  const { t } = useWords();
  const article = useCalmArticle(useDraft());
  const heads = article.blocks.flatMap((block) =>
    block.kind === 'heading'
      ? [{ id: block.id, level: block.level, text: runsText(block.runs) }]
      : [],
  );
  const missing = placeholdersOf(article);
  return (
    <div className={styles.outline}>
      <section>
        <h2>{t('aids.outline')}</h2>
        {heads.length === 0 ? (
          <p className={styles.none}>{t('aids.no-subheads')}</p>
        ) : (
          <ol>
            {heads.map(({ id, level, text }) => (
              <li key={id}>
                <button
                  type="button"
                  className={styles.entry}
                  data-level={level}
                  onClick={() => onGoTo(`block:${id}`, text.length)}
                >
                  <span className="unseen">{t('aids.level', { level: level - 1 })} </span>
                  {text === '' ? '—' : text}
                </button>
              </li>
            ))}
          </ol>
        )}
      </section>
      <section>
        <h2>{t('aids.missing')}</h2>
        {missing.length === 0 ? (
          <p className={styles.none}>{t('aids.nothing-missing')}</p>
        ) : (
          <ol>
            {missing.map(({ placed, start, end, sure }) => {
              const { place } = placed;
              const shown = inContext({ placed, match: { text: 0, start, end } });
              return (
                <li key={`${placeKey(place)}@${start}`}>
                  <button
                    type="button"
                    className={styles.entry}
                    onClick={() => onGoTo(whereOf(place), end)}
                  >
                    {shown.before}
                    <mark data-sure={sure}>{shown.words}</mark>
                    {shown.after}
                  </button>
                </li>
              );
            })}
          </ol>
        )}
      </section>
    </div>
  );
}

function whereOf(place: Place): string {
  return place.in === 'block' ? `block:${place.block}` : placeKey(place);
}
