/** Which workflow commands stand where: one row a state. */
import type { StoryView } from '#shared/contract/core.ts';
import type { StoryState, WorkflowCommand } from '#shared/domain/workflow.ts';
import type { MessageKey, Words } from '../../i18n/index.ts';
import { isUsable, refusalOf } from '../../newsroom/index.ts';

export type StoryCommand = Exclude<WorkflowCommand, 'edit' | 'edit-photos'>;

interface Row {
  /** Side by side in the bar; the last is the main one. */
  readonly bar: readonly StoryCommand[];
  /** Behind the "more" button. */
  readonly more: readonly StoryCommand[];
}

export const ACTIONS = {
  draft: { bar: ['submit'], more: ['spike'] },
  returned: { bar: ['submit'], more: ['spike'] },
  submitted: { bar: ['return', 'approve'], more: ['submit', 'recall', 'spike'] },
  approved: { bar: ['publish'], more: ['approve', 'return', 'spike'] },
  published: { bar: [], more: ['approve', 'publish', 'withdraw'] },
  updated: { bar: [], more: ['approve', 'publish', 'withdraw'] },
  withdrawn: { bar: [], more: [] },
  spiked: { bar: ['revive'], more: [] },
} as const satisfies Record<StoryState, Row>;

/** What may move from the menu into the bar: never what drops or withdraws a story. */
const PROMOTED: readonly StoryCommand[] = ['recall', 'submit'];

/** The row of a story as it stands: what was edited after the seal is to be sealed and published again. */
export function actionsOf({
  summary,
  permissions,
}: Pick<StoryView, 'summary' | 'permissions'>): Row {
  const row: Row = ACTIONS[summary.state];
  const again: readonly StoryCommand[] = !summary.changedSinceSeal
    ? []
    : row.more.includes('approve')
      ? ['approve', 'publish']
      : [];
  const bar = again.length > 0 ? again : row.bar;
  const usable = (command: StoryCommand): boolean => isUsable(permissions[command]);
  // A person who can do nothing that stands in the bar finds there what they can do.
  const mine = bar.some(usable)
    ? undefined
    : PROMOTED.find((command) => row.more.includes(command) && usable(command));
  const shown = mine === undefined ? bar : [...bar, mine];
  return { bar: shown, more: row.more.filter((command) => !shown.includes(command)) };
}

export const COMMAND_NAMES = {
  submit: 'command.submit',
  recall: 'command.recall',
  return: 'command.return',
  approve: 'command.approve',
  publish: 'command.publish',
  withdraw: 'command.withdraw',
  spike: 'command.spike',
  revive: 'command.revive',
} as const satisfies Record<StoryCommand, MessageKey>;

export interface CommandFacts extends Pick<StoryView, 'permissions'> {
  /** The text as typed counts: what core knows may be a moment old. */
  readonly lacksForHandIn: boolean;
}

/** Why a command is off. */
export function commandRefusal(
  words: Words,
  { permissions, lacksForHandIn }: CommandFacts,
  command: StoryCommand,
): string | undefined {
  const permission = permissions[command];
  if (command === 'submit') {
    const onlyPreflight = !permission.allowed && permission.because === 'preflight';
    if (lacksForHandIn && (permission.allowed || onlyPreflight))
      return words.t('why.preflight-submit');
    if (onlyPreflight) return undefined;
  }
  // The dialog shows what blocks a seal, one by one: it opens, and its button is off.
  if (command === 'approve' && !permission.allowed && permission.because === 'preflight') {
    return undefined;
  }
  return refusalOf(words, permission);
}
