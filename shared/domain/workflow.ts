/**
 * The workflow: one table of state x command -> next state, with the roles that may and the conditions that must hold.
 * The server enforces it and the interface asks it, so that a disabled button can say why.
 */
import { z } from 'zod';
import type { Role } from './roles.ts';

export const STORY_STATES = [
  'draft',
  'submitted',
  'returned',
  'approved',
  'published',
  'updated',
  'withdrawn',
  'spiked',
] as const;
export const storyStateSchema = z.enum(STORY_STATES);
export type StoryState = z.infer<typeof storyStateSchema>;

export const WORKFLOW_COMMANDS = [
  'edit',
  'edit-photos',
  'submit',
  'recall',
  'return',
  'approve',
  'publish',
  'withdraw',
  'spike',
  'revive',
] as const;
export const workflowCommandSchema = z.enum(WORKFLOW_COMMANDS);
/** `edit` and `edit-photos` are never sent: they ask who may add versions in a state (the second: photos and captions only). */
export type WorkflowCommand = z.infer<typeof workflowCommandSchema>;

/** What must hold besides the role. Each is a fact about the story and the person, worked out by the caller. */
export const CONDITIONS = [
  'own-story',
  'not-own-story',
  'has-reason',
  'fresh-sign-in',
  'sealed',
] as const;
export type Condition = (typeof CONDITIONS)[number];

interface Row {
  readonly from: readonly StoryState[];
  readonly command: WorkflowCommand;
  /** `same` leaves the state as it is. */
  readonly to: StoryState | 'same';
  readonly roles: readonly Role[];
  readonly needs: readonly Condition[];
  readonly why: string;
}

/** SECURITY: what no row allows is refused. */
export const WORKFLOW = [
  row(
    ['draft', 'returned'],
    'edit',
    'same',
    ['reporter'],
    ['own-story'],
    'a reporter writes their own story',
  ),
  row(
    ['draft', 'submitted', 'returned'],
    'edit',
    'same',
    ['editor'],
    [],
    'an editor may edit any story on the desk',
  ),
  row(
    ['approved', 'published', 'updated'],
    'edit',
    'same',
    ['editor'],
    [],
    'later edits wait for a new seal',
  ),
  row(
    ['draft', 'submitted', 'returned', 'approved', 'published', 'updated'],
    'edit-photos',
    'same',
    ['photo', 'editor'],
    [],
    'the photo desk works beside the reporter',
  ),
  row(
    ['draft', 'returned'],
    'edit-photos',
    'same',
    ['reporter'],
    ['own-story'],
    'a reporter attaches their own photos',
  ),
  row(
    ['draft', 'returned'],
    'submit',
    'submitted',
    ['reporter'],
    ['own-story'],
    'hand the story to the desk',
  ),
  row(
    ['draft', 'returned'],
    'submit',
    'submitted',
    ['editor'],
    [],
    'an editor may pick a draft up',
  ),
  row(
    ['submitted'],
    'submit',
    'submitted',
    ['editor'],
    [],
    'an editor hands in what they edited during review',
  ),
  row(
    ['submitted'],
    'recall',
    'draft',
    ['reporter'],
    ['own-story'],
    'the reporter takes it back before the seal',
  ),
  row(
    ['submitted', 'approved'],
    'return',
    'returned',
    ['editor'],
    ['has-reason'],
    'back to the reporter, saying why',
  ),
  row(
    ['submitted'],
    'approve',
    'approved',
    ['editor'],
    ['not-own-story', 'fresh-sign-in'],
    'the seal: a second person signs the exact content',
  ),
  row(
    ['approved', 'published', 'updated'],
    'approve',
    'same',
    ['editor'],
    ['not-own-story', 'fresh-sign-in'],
    'a new seal after an edit; what is published stays until it is published again',
  ),
  row(
    ['approved'],
    'publish',
    'published',
    ['publisher'],
    ['sealed'],
    'only sealed content is published',
  ),
  row(
    ['published', 'updated'],
    'publish',
    'updated',
    ['publisher'],
    ['sealed'],
    'an update is a newly sealed version',
  ),
  row(
    ['published', 'updated'],
    'withdraw',
    'withdrawn',
    ['publisher'],
    ['has-reason'],
    'the reason is public (Pedoman Media Siber 5)',
  ),
  row(
    ['draft', 'returned'],
    'spike',
    'spiked',
    ['reporter'],
    ['own-story'],
    'set a story aside; it is never deleted',
  ),
  row(
    ['draft', 'submitted', 'returned', 'approved'],
    'spike',
    'spiked',
    ['editor'],
    [],
    'the desk drops the story',
  ),
  row(['spiked'], 'revive', 'draft', ['reporter'], ['own-story'], 'a dropped story comes back'),
  row(['spiked'], 'revive', 'draft', ['editor'], [], 'a dropped story comes back'),
] as const satisfies readonly Row[];

function row(
  from: readonly StoryState[],
  command: WorkflowCommand,
  to: StoryState | 'same',
  roles: readonly Role[],
  needs: readonly Condition[],
  why: string,
): Row {
  return { from, command, to, roles, needs, why };
}

export interface WorkflowQuestion {
  readonly state: StoryState;
  readonly command: WorkflowCommand;
  readonly roles: ReadonlySet<Role>;
  readonly holds: ReadonlySet<Condition>;
}

export type Refusal = 'wrong-state' | 'wrong-role' | Condition;
export type WorkflowAnswer =
  | { readonly allowed: true; readonly next: StoryState }
  | { readonly allowed: false; readonly because: Refusal };

/**
 * May these roles give this command in this state, and where does it lead?
 * The refusal names the nearest miss: a condition before a role, a role before a state.
 */
export function askWorkflow({ state, command, roles, holds }: WorkflowQuestion): WorkflowAnswer {
  const inState = WORKFLOW.filter(
    (entry) => entry.command === command && entry.from.includes(state),
  );
  if (inState.length === 0) return { allowed: false, because: 'wrong-state' };
  const withRole = inState.filter((entry) => entry.roles.some((role) => roles.has(role)));
  if (withRole.length === 0) return { allowed: false, because: 'wrong-role' };
  const missing: Condition[] = [];
  for (const entry of withRole) {
    const unmet = entry.needs.find((condition) => !holds.has(condition));
    if (unmet === undefined) return { allowed: true, next: entry.to === 'same' ? state : entry.to };
    missing.push(unmet);
  }
  return { allowed: false, because: missing[0] ?? 'wrong-role' };
}
