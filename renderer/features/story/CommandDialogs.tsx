import { useWords, type MessageKey } from '../../i18n/index.ts';
import { ApproveDialog, ReasonDialog } from '../review/index.ts';
import type { StoryCommand } from './actions.ts';
import type { Given } from './commands.ts';
import { useDraftState } from './DraftProvider.tsx';

/** The commands that ask for a reason, and their words. */
const REASONS = {
  return: {
    title: 'return.title',
    lead: 'return.lead',
    label: 'return.label',
    here: 'return.here',
    action: 'return.action',
  },
  withdraw: {
    title: 'withdraw.title',
    lead: 'withdraw.lead',
    label: 'withdraw.label',
    here: 'withdraw.here',
    action: 'withdraw.action',
  },
  spike: {
    title: 'spike.title',
    lead: 'spike.lead',
    label: 'spike.label',
    here: 'spike.here',
    action: 'spike.action',
  },
} as const satisfies Partial<Record<StoryCommand, Record<string, MessageKey>>>;

export function needsDialog(command: StoryCommand): boolean {
  return command === 'approve' || command in REASONS;
}

export function CommandDialogs({
  command,
  onClose,
  onGive,
}: {
  readonly command: StoryCommand | null;
  readonly onClose: () => void;
  readonly onGive: (command: StoryCommand, given: Given) => Promise<void>;
}) {
  const { t } = useWords();
  if (command === 'approve') {
    return <Approving onClose={onClose} onApprove={(password) => onGive(command, { password })} />;
  }
  if (command !== 'return' && command !== 'withdraw' && command !== 'spike') return null;
  const words = REASONS[command];
  return (
    <ReasonDialog
      title={t(words.title)}
      lead={t(words.lead)}
      label={t(words.label)}
      placeholder={t(words.here)}
      action={t(words.action)}
      danger={command !== 'return'}
      optional={command === 'spike'}
      onClose={onClose}
      onReason={(reason) => onGive(command, { reason })}
    />
  );
}

function Approving(given: {
  readonly onClose: () => void;
  readonly onApprove: (password: string) => Promise<void>;
}) {
  const { view, article } = useDraftState();
  return <ApproveDialog view={{ ...view, article }} {...given} />;
}
