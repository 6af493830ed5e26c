/**
 * Commands: decided here, in one transaction with everything that follows from them, and answered with a signed receipt.
 * A refusal throws and leaves no trace in the store; the log knows of it.
 */
import { RedaksiError } from '#shared/contract/errors.ts';
import type { Command, CommandKind } from '#shared/contract/http.ts';
import { hashValue } from '#shared/domain/canonical.ts';
import { rolesAt } from '#shared/domain/roles.ts';
import type { Receipt } from '#shared/domain/seal.ts';
import { askWorkflow, type StoryState } from '#shared/domain/workflow.ts';
import { sessionByHash, type Session } from '../sessions.ts';
import type { Repositories, StoryRow } from '../store/store.ts';
import { STEPS, type Outcome, type Scene } from './command-steps.ts';
import { conditionsHeld } from './conditions.ts';
import type { Newsroom } from './newsroom.ts';
import { REFUSALS } from './refusals.ts';

/** @returns the receipt; for a repeat of the same command, the same one */
export function giveCommand(
  newsroom: Newsroom,
  caller: Session,
  command: Command,
): Promise<Receipt> {
  return newsroom.store.write(async (records) => {
    const now = newsroom.clock();
    // SECURITY: asked again inside the transaction: a token that was revoked meanwhile decides nothing.
    const session = await sessionByHash(records, now, caller.tokenHash);
    const fingerprint = hashValue<string>(command);
    const before = await records.commands.get(command.id);
    if (before !== undefined) {
      // SECURITY: a receipt is given again only to whoever asked, for exactly what was asked.
      if (before.fingerprint !== fingerprint || before.person !== session.person.id)
        throw new RedaksiError('COMMAND_REUSED', 'this command id was used for something else');
      return JSON.parse(before.receipt) as Receipt;
    }
    const story = await storyInState(records, command);
    const next = await allowedNext(newsroom, records, session, story, command);
    const scene: Scene = { newsroom, records, session, story, at: now.toISOString() };
    const outcome = await stepOf(command.kind)(scene, command);
    return record(scene, command, next, outcome, fingerprint);
  });
}

async function storyInState(records: Repositories, command: Command): Promise<StoryRow> {
  const story = await records.stories.get(command.story);
  if (story === undefined) throw new RedaksiError('NOT_FOUND', 'no such story');
  if (story.state !== command.expectedState)
    throw new RedaksiError('CONFLICT', 'the story is in another state', {
      state: story.state,
      head: story.head,
    });
  return story;
}

/** SECURITY: the one question that stands before every change of state. */
async function allowedNext(
  newsroom: Newsroom,
  records: Repositories,
  session: Session,
  story: StoryRow,
  command: Command,
): Promise<StoryState> {
  const answer = askWorkflow({
    state: story.state,
    command: command.kind,
    roles: rolesAt(session.person, story.desk),
    holds: await conditionsHeld({ records, session, story, command, now: newsroom.clock() }),
  });
  if (answer.allowed) return answer.next;
  throw new RedaksiError(REFUSALS[answer.because], `refused: ${answer.because}`, {
    because: answer.because,
    state: story.state,
  });
}

/** The table's rows take their own kind of command; which one it is, its key says. */
function stepOf(kind: CommandKind): (scene: Scene, command: Command) => Promise<Outcome> {
  return STEPS[kind] as (scene: Scene, command: Command) => Promise<Outcome>;
}

async function record(
  scene: Scene,
  command: Command,
  state: StoryState,
  outcome: Outcome,
  fingerprint: string,
): Promise<Receipt> {
  const { newsroom, records, session, story, at } = scene;
  await records.stories.update({ ...story, ...outcome.story, state, updatedAt: at });
  const seq = await records.events.append({
    kind: 'story',
    story: await records.stories.record(story.id),
  });
  const receipt = newsroom.signer.sign<Receipt>({
    command: command.id,
    kind: command.kind,
    story: story.id,
    version: outcome.version ?? null,
    content: outcome.content ?? null,
    person: session.person.id,
    device: session.device,
    seq,
    at,
    state,
    seal: outcome.seal ?? null,
    publication: outcome.publication ?? null,
  });
  await records.commands.add({
    id: command.id,
    person: session.person.id,
    fingerprint,
    receipt: JSON.stringify(receipt),
  });
  await records.audit.append({
    at,
    person: session.person.id,
    device: session.device,
    action: command.kind,
    story: story.id,
    detail: {
      command: command.id,
      from: story.state,
      to: state,
      ...(outcome.version !== undefined && { version: outcome.version }),
      ...(outcome.content !== undefined && { content: outcome.content }),
      ...(outcome.seal !== undefined && { seal: outcome.seal }),
      ...(outcome.publication !== undefined && { publication: outcome.publication }),
      ...('reason' in command && { reason: command.reason }),
    },
  });
  return receipt;
}
