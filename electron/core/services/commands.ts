/** Commands given on this laptop: put into the outbox at once, decided by the server when it can be reached. */
import { RedaksiError, type ErrorCode } from '#shared/contract/errors.ts';
import type { Command, CommandKind } from '#shared/contract/http.ts';
import type { CommandId, ContentHash, StoryId, VersionId } from '#shared/domain/ids.ts';
import type { StoryState } from '#shared/domain/workflow.ts';
import { commit } from '../context.ts';
import { cutStory, type CutContext } from './cutting.ts';
import { isTakenBackHere, permissionsOf, stateAfter, type Because } from './permissions.ts';
import { storyFacts } from './view.ts';

/** What the person adds to a command. `approve` is not here: it needs the server now. */
export type GivenCommand =
  | { readonly kind: 'submit' | 'recall' | 'revive' }
  | { readonly kind: 'return' | 'withdraw' | 'spike'; readonly reason: string }
  | { readonly kind: 'publish'; readonly content: ContentHash };

/**
 * Puts a command into the outbox, with the version that it is about, in one transaction. Throws the reason when the
 * workflow does not allow it.
 */
export function giveCommand(context: CutContext, story: StoryId, given: GivenCommand): void {
  const { store } = context;
  const facts = storyFacts(context, story);
  demandPermission(permissionsOf(facts)[given.kind], given.kind);
  if (given.kind === 'publish' && facts.story.record?.seal?.content !== given.content) {
    throw new RedaksiError('STALE_CONTENT', 'this is not the content that was sealed', {
      sealed: facts.story.record?.seal?.content ?? null,
    });
  }
  commit(context, () => {
    for (const entry of store.outbox.ofStory(story)) {
      const takenBack = given.kind === 'recall' && isTakenBackHere(facts.waiting);
      const isOld = entry.kind === 'command' && (entry.state === 'set-aside' || takenBack);
      if (isOld) store.outbox.remove(entry.n);
    }
    if (given.kind === 'recall' && isTakenBackHere(facts.waiting)) return;
    const head = cutStory(context, story, given.kind === 'submit' ? 'submit' : 'hand-over');
    const command = buildCommand(context, {
      given,
      story,
      head,
      expectedState: stateAfter(facts.story.state, facts.waiting),
    });
    store.outbox.add({
      kind: 'command',
      ref: command.id,
      story,
      person: facts.person.id,
      body: JSON.stringify(command),
    });
  });
  context.outboxGrew();
  context.news.tellListsSoon();
}

interface ToBuild {
  readonly given: GivenCommand;
  readonly story: StoryId;
  readonly head: VersionId | null;
  readonly expectedState: StoryState;
}

function buildCommand(
  context: CutContext,
  { given, story, head, expectedState }: ToBuild,
): Command {
  const id = context.newId() as CommandId;
  if (given.kind !== 'submit') return { id, story, expectedState, ...given } as Command;
  const content = head === null ? null : context.store.versions.get(head)?.content;
  if (head === null || content == null) {
    throw new RedaksiError('PREFLIGHT', 'an empty story is not handed in');
  }
  return { id, kind: 'submit', story, expectedState, version: head, content };
}

/** Which code says why not; `details.because` says it exactly. */
const CODES: Partial<Record<Because, ErrorCode>> = {
  'wrong-state': 'WRONG_STATE',
  waiting: 'WRONG_STATE',
  preflight: 'PREFLIGHT',
  'not-sent': 'CONFLICT',
  'sealed-already': 'CONFLICT',
};

export function demandPermission(
  permission: { readonly allowed: true } | { readonly allowed: false; readonly because: Because },
  command: CommandKind,
): void {
  if (permission.allowed) return;
  const { because } = permission;
  throw new RedaksiError(CODES[because] ?? 'FORBIDDEN', `${command} is not possible: ${because}`, {
    because,
  });
}
