import { useState, type FormEvent } from 'react';
import type { Session } from '#shared/contract/core.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useWords, type MessageKey } from '../../i18n/index.ts';
import { codeOf, errorText, useCore } from '../../newsroom/index.ts';
import { Button, Notice, TextField } from '../../ui/index.ts';
import styles from './SignIn.module.css';

/** Which field an error belongs to; all others stand above the form. */
const AT_PASSWORD: ReadonlySet<string> = new Set([
  'WRONG_PASSWORD',
  'SIGN_IN_REQUIRED',
  'FORBIDDEN',
]);

/** The fields of a sign-in. `session` fills in what is known, when somebody only has to sign in again. */
export function SignInForm({
  session,
  onDone,
}: {
  readonly session: Session | undefined;
  readonly onDone: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const core = useCore();
  const reads = useQueryClient();
  const [server, setServer] = useState(session?.server ?? 'http://127.0.0.1:4410');
  const [username, setUsername] = useState(session?.person?.username ?? '');
  const [password, setPassword] = useState('');
  const [problems, setProblems] = useState<
    Readonly<Partial<Record<'server' | 'username' | 'password', MessageKey>>>
  >({});
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const known = session?.person !== null && session?.person !== undefined;

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const missing = {
      ...(!URL.canParse(server.trim()) && { server: 'sign-in.server-problem' as const }),
      ...(username.trim() === '' && { username: 'sign-in.username-problem' as const }),
      ...(password === '' && { password: 'sign-in.password-problem' as const }),
    };
    setProblems(missing);
    setFailure(null);
    if (Object.keys(missing).length > 0) return;
    setBusy(true);
    try {
      const next = await core.call('session.signIn', {
        server: server.trim(),
        username: username.trim().toLowerCase(),
        password,
      });
      reads.setQueryData(['session'], next);
      await reads.invalidateQueries();
      onDone();
    } catch (thrown) {
      setFailure(thrown);
      setPassword('');
    } finally {
      setBusy(false);
    }
  };
  const atPassword = failure !== null && AT_PASSWORD.has(codeOf(failure));
  const offline = failure !== null && codeOf(failure) === 'OFFLINE';
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      {failure !== null && !atPassword && (
        <Notice tone={offline ? 'warn' : 'bad'} title={offline ? t('sign-in.offline') : undefined}>
          {offline ? t('sign-in.offline-more') : errorText(words, failure)}
        </Notice>
      )}
      <TextField
        label={t('sign-in.username')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={username}
        readOnly={known}
        problem={problems.username === undefined ? undefined : t(problems.username)}
        onChange={(event) => setUsername(event.target.value)}
      />
      <TextField
        type="password"
        label={t('sign-in.password')}
        autoComplete="current-password"
        value={password}
        problem={
          problems.password === undefined
            ? atPassword
              ? errorText(words, failure)
              : undefined
            : t(problems.password)
        }
        onChange={(event) => setPassword(event.target.value)}
      />
      <TextField
        label={t('sign-in.server')}
        inputMode="url"
        spellCheck={false}
        hint={t('sign-in.server-hint')}
        value={server}
        problem={problems.server === undefined ? undefined : t(problems.server)}
        onChange={(event) => setServer(event.target.value)}
      />
      <Button look="main" size="large" type="submit" refusal={busy ? t('sign-in.busy') : undefined}>
        {t(busy ? 'sign-in.busy' : 'sign-in.action')}
      </Button>
    </form>
  );
}
