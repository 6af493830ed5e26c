import { useState, type FormEvent } from 'react';
import { linkSchema } from '#shared/domain/article.ts';
import { embedProvider } from '#shared/domain/embed.ts';
import { useWords } from '../../i18n/index.ts';
import { Button, Dialog, TextField } from '../../ui/index.ts';

/** Asks for the address of a post or film. */
export function EmbedDialog({
  url = '',
  onUrl,
  onClose,
}: {
  readonly url?: string;
  readonly onUrl: (url: string) => void;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  const [typed, setTyped] = useState(url);
  const [problem, setProblem] = useState<string>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const text = typed.trim();
    const address = /^[a-z]+:/i.test(text) ? text : `https://${text}`;
    if (linkSchema.safeParse(address).success && embedProvider(address) !== null) {
      onClose();
      onUrl(address);
    } else setProblem(t('embed.problem'));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('embed.ask')}
      closeName={t('close')}
      width="narrow"
      actions={
        <Button look="main" type="submit" form="embed-form">
          {t('embed.set')}
        </Button>
      }
    >
      <form id="embed-form" onSubmit={submit}>
        <TextField
          label={t('embed.address')}
          hint={t('embed.hint')}
          problem={problem}
          value={typed}
          spellCheck={false}
          placeholder="https://"
          onChange={(event) => {
            setTyped(event.target.value);
            setProblem(undefined);
          }}
        />
      </form>
    </Dialog>
  );
}
