import { useState, type FormEvent } from 'react';
import { useWords } from '../../i18n/index.ts';
import { errorText } from '../../newsroom/index.ts';
import { Button, Dialog, Notice, TextAreaField } from '../../ui/index.ts';

export interface ReasonDialogProps {
  readonly title: string;
  readonly lead: string;
  readonly label: string;
  readonly placeholder: string;
  readonly action: string;
  readonly danger?: boolean;
  readonly optional?: boolean;
  readonly onClose: () => void;
  readonly onReason: (reason: string) => Promise<void>;
}

/** A command that says why: returning, withdrawing, dropping. What was typed stays when the command fails. */
export function ReasonDialog(props: ReasonDialogProps) {
  const words = useWords();
  const { t } = words;
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (reason.trim() === '' && props.optional !== true) {
      setProblem(t('reason.required'));
      document.querySelector<HTMLTextAreaElement>('#reason-form textarea')?.focus();
      return;
    }
    setBusy(true);
    try {
      await props.onReason(reason.trim());
      props.onClose();
    } catch (thrown) {
      setFailure(errorText(words, thrown));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      stays
      onClose={props.onClose}
      title={props.title}
      lead={props.lead}
      closeName={t('close')}
      actions={
        <>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button
            look={props.danger === true ? 'danger' : 'main'}
            type="submit"
            form="reason-form"
            refusal={busy ? t('sending') : undefined}
          >
            {props.action}
          </Button>
        </>
      }
    >
      <form id="reason-form" onSubmit={(event) => void submit(event)}>
        <TextAreaField
          label={props.label}
          placeholder={props.placeholder}
          problem={problem}
          value={reason}
          maxLength={2_000}
          rows={4}
          onChange={(event) => {
            setReason(event.target.value);
            setProblem(undefined);
          }}
        />
        {failure !== undefined && <Notice tone="bad">{failure}</Notice>}
      </form>
    </Dialog>
  );
}
