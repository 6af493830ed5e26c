import type { Session } from '#shared/contract/core.ts';
import { useWords } from '../../i18n/index.ts';
import { Dialog } from '../../ui/index.ts';
import { SignInForm } from './SignIn.tsx';

/** The login ended: signs in over whatever is open. The text stays where it is. */
export function SignInAgain({
  session,
  onClose,
}: {
  readonly session: Session | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  return (
    <Dialog
      open
      stays
      width="narrow"
      onClose={onClose}
      title={t('sign-in.again')}
      lead={t('sign-in.again-lead')}
      closeName={t('close')}
    >
      <SignInForm session={session} onDone={onClose} />
    </Dialog>
  );
}
