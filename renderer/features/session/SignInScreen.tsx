import type { Session } from '#shared/contract/core.ts';
import { useWords } from '../../i18n/index.ts';
import { SignInForm } from './SignIn.tsx';
import styles from './SignIn.module.css';

/** The first screen of a laptop that nobody has signed in on yet. */
export function SignInScreen({ session }: { readonly session: Session | undefined }) {
  const { t } = useWords();
  return (
    <main className={styles.screen}>
      <section className={styles.story} aria-hidden="true">
        <p className={styles.mark}>Redaksi</p>
        <p className={styles.promise}>{t('sign-in.promise')}</p>
        <ul>
          <li>{t('sign-in.promise-1')}</li>
          <li>{t('sign-in.promise-2')}</li>
          <li>{t('sign-in.promise-3')}</li>
        </ul>
      </section>
      <section className={styles.side}>
        <div className={styles.box}>
          <h1>{t('sign-in.title')}</h1>
          <p>{t('sign-in.lead')}</p>
          <SignInForm session={session} onDone={() => undefined} />
        </div>
      </section>
    </main>
  );
}
