/** Making a story known. */
import { RedaksiError } from '#shared/contract/errors.ts';
import type { StoryRecord } from '#shared/contract/http.ts';
import type { DeskId, StoryId } from '#shared/domain/ids.ts';
import { rolesAt } from '#shared/domain/roles.ts';
import { askWorkflow } from '#shared/domain/workflow.ts';
import { sessionByHash, type Session } from '../sessions.ts';
import type { Newsroom } from './newsroom.ts';

/** @throws MISSING_DEPENDENCY (no such desk), FORBIDDEN, CONFLICT (the id is another's story, or at another desk) */
export function putStory(
  { store, clock }: Newsroom,
  session: Session,
  { id, desk }: { readonly id: StoryId; readonly desk: DeskId },
): Promise<StoryRecord> {
  const at = clock().toISOString();
  return store.write(async (records) => {
    // SECURITY: a token that was revoked meanwhile adds nothing.
    await sessionByHash(records, clock(), session.tokenHash);
    const known = await records.stories.get(id);
    if (known !== undefined) {
      if (known.createdBy !== session.person.id || known.desk !== desk)
        throw new RedaksiError('CONFLICT', 'this story id is taken', {
          state: known.state,
          head: known.head,
        });
      return records.stories.record(id);
    }
    if ((await records.registers.desk(desk)) === undefined)
      throw new RedaksiError('MISSING_DEPENDENCY', 'the newsroom has no such desk', { desk });
    const answer = askWorkflow({
      state: 'draft',
      command: 'edit',
      roles: rolesAt(session.person, desk),
      holds: new Set(['own-story']),
    });
    if (!answer.allowed)
      throw new RedaksiError('FORBIDDEN', 'this person does not write at this desk', {
        because: answer.because,
      });
    await records.stories.add({
      id,
      desk,
      createdBy: session.person.id,
      createdAt: at,
      state: 'draft',
      head: null,
      submitted: null,
      seal: null,
      reason: '',
      updatedAt: at,
    });
    const story = await records.stories.record(id);
    await records.events.append({ kind: 'story', story });
    await records.audit.append({
      at,
      person: session.person.id,
      device: session.device,
      action: 'story',
      story: id,
      detail: { desk },
    });
    return story;
  });
}
