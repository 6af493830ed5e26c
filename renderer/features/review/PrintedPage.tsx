import type { StoryId } from '#shared/domain/ids.ts';
import { useWords } from '../../i18n/index.ts';
import { draftAddress } from '../../newsroom/index.ts';
import styles from './PrintedPage.module.css';

/** Exactly what a reader would see, drawn by the same code as the site, from this laptop's text. */
export function PrintedPage({
  story,
  content,
}: {
  readonly story: StoryId;
  readonly content: string;
}) {
  const { t } = useWords();
  return (
    // SECURITY: an own origin, no scripts, no forms: a page to look at.
    <iframe
      className={styles.page}
      sandbox=""
      src={draftAddress(story, content)}
      title={t('review.printed')}
    />
  );
}
