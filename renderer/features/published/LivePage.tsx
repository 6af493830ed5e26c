import { useWords } from '../../i18n/index.ts';
import { liveAddress } from '../../newsroom/index.ts';
import styles from './PublicationPanel.module.css';

/** The page that readers see now, fetched from the site by the shell. */
export function LivePage({ url }: { readonly url: string }) {
  const { t } = useWords();
  return (
    // SECURITY: an own origin and no scripts.
    <iframe
      className={styles.live}
      sandbox=""
      src={liveAddress(url)}
      title={t('publication.live')}
    />
  );
}
