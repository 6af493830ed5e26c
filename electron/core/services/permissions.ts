/** What the person at this laptop may do with a story now, and if not, why: from the workflow and from what waits here. */
import type { Permission } from '#shared/contract/core.ts';
import type { CommandKind, StoryRecord } from '#shared/contract/http.ts';
import type { Article } from '#shared/domain/article.ts';
import type { ContentHash, PersonId } from '#shared/domain/ids.ts';
import { rolesAt, type Person } from '#shared/domain/roles.ts';
import {
  askWorkflow,
  CONDITIONS,
  WORKFLOW_COMMANDS,
  type Condition,
  type StoryState,
  type WorkflowCommand,
} from '#shared/domain/workflow.ts';
import { blocksHandIn, blocksSeal, type Finding } from '#shared/preflight/index.ts';
import type { StoryRow } from '../db/stories.ts';

/** A command given here that the server has not answered. */
export interface WaitingCommand {
  readonly kind: CommandKind;
  /** Never sent yet, so that it can still be taken back here. */
  readonly untried: boolean;
}

export interface StoryFacts {
  readonly person: Person;
  readonly story: Pick<StoryRow, 'createdBy' | 'desk' | 'state' | 'record'>;
  readonly article: Article;
  readonly content: ContentHash;
  /** Persons who made versions of the story. */
  readonly authors: ReadonlySet<PersonId>;
  readonly findings: readonly Finding[];
  readonly openNotes: number;
  readonly waiting: readonly WaitingCommand[];
}

export type Because = Extract<Permission, { allowed: false }>['because'];
type Answer = Because | null;

export function permissionsOf(facts: StoryFacts): Record<WorkflowCommand, Permission> {
  return Object.fromEntries(
    WORKFLOW_COMMANDS.map((command) => {
      const because = whyNot(facts, command);
      return [command, because === null ? { allowed: true } : { allowed: false, because }];
    }),
  ) as Record<WorkflowCommand, Permission>;
}

/** The state after the commands that wait here, were they all taken. */
export function stateAfter(state: StoryState, waiting: readonly WaitingCommand[]): StoryState {
  return waiting.reduce((now, { kind }) => {
    const answer = askWorkflow({
      state: now,
      command: kind,
      roles: new Set(['reporter', 'editor', 'publisher']),
      holds: new Set(CONDITIONS),
    });
    return answer.allowed ? answer.next : now;
  }, state);
}

/** A submit that was never sent is simply taken out of the queue. */
export function isTakenBackHere(waiting: readonly WaitingCommand[]): boolean {
  return waiting.length === 1 && waiting[0]?.kind === 'submit' && waiting[0].untried;
}

function whyNot(facts: StoryFacts, command: WorkflowCommand): Answer {
  const { story, waiting } = facts;
  const isEdit = command === 'edit' || command === 'edit-photos';
  const refusal = ask(facts, command, stateAfter(story.state, waiting));
  if (command === 'recall' && refusal === null && isTakenBackHere(waiting)) return null;
  if (refusal !== null) {
    const heldUp = waiting.length > 0 && ask(facts, command, story.state) === null;
    return heldUp ? 'waiting' : refusal;
  }
  if (isEdit) return null;
  if (waiting.length > 0) return 'waiting';
  return EXTRA[command]?.(facts) ?? null;
}

function ask(facts: StoryFacts, command: WorkflowCommand, state: StoryState): Answer {
  const roles = rolesAt(facts.person, facts.story.desk);
  const answer = askWorkflow({ state, command, roles, holds: conditions(facts) });
  return answer.allowed ? null : answer.because;
}

/** Reason and password are asked for when the command is given; the server checks both. */
function conditions(facts: StoryFacts): ReadonlySet<Condition> {
  const { person, story, article, authors } = facts;
  const named =
    story.createdBy === person.id || article.writers.some((writer) => writer.person === person.id);
  const holds: Condition[] = ['has-reason', 'fresh-sign-in'];
  // The server goes by the printed name as well: nobody seals what carries their name.
  const printed = article.writers.some(
    ({ name }) => plainName(name) === plainName(person.fullName),
  );
  if (named || authors.has(person.id)) holds.push('own-story');
  if (!named && !printed) holds.push('not-own-story');
  if (story.record !== null && story.record.seal !== null) holds.push('sealed');
  return new Set(holds);
}

function plainName(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

/** What must hold besides the workflow, command by command. */
const EXTRA: Partial<Record<WorkflowCommand, (facts: StoryFacts) => Answer>> = {
  submit: ({ findings }) => (blocksHandIn(findings) ? 'preflight' : null),
  recall: notSent,
  return: notSent,
  withdraw: notSent,
  approve: (facts) => {
    const { story, content, findings, openNotes } = facts;
    if (story.record === null) return 'not-sent';
    if (story.state !== 'submitted' && story.record.seal?.content === content)
      return 'sealed-already';
    return blocksSeal(findings) || openNotes > 0 ? 'preflight' : null;
  },
  publish: ({ story }) => (hasNewSeal(story.record) ? null : 'sealed'),
};

function notSent({ story }: StoryFacts): Answer {
  return story.record === null ? 'not-sent' : null;
}

/** Publishing what is published already is no update. */
function hasNewSeal(record: StoryRecord | null): boolean {
  const live = record?.publications.filter(
    ({ state }) => state !== 'withdrawn' && state !== 'refused',
  );
  return record?.seal != null && live?.at(-1)?.content !== record.seal.content;
}
