/** Which rows of a story's outbox may go now: the story, then its versions, then one command at a time. Pure. */
import { HTTP_LIMITS } from '#shared/contract/http.ts';
import type { PersonId } from '#shared/domain/ids.ts';
import type { OutboxEntry } from '../db/outbox.ts';

export interface SendingNow {
  /** Whose token we send under: only their things go. */
  readonly person: PersonId;
  readonly now: number;
}

type Row = Pick<OutboxEntry, 'kind' | 'person' | 'state' | 'nextAt'>;

/** @param rows of one story, in the order in which they came */
export function nextToSend<Entry extends Row>(
  rows: readonly Entry[],
  { person, now }: SendingNow,
): readonly Entry[] {
  // A colleague's unsent text on this laptop stands before ours: the story waits until they sign in.
  const foreign = rows.findIndex((row) => row.person !== person);
  const ours = foreign === -1 ? rows : rows.slice(0, foreign);
  const ifDue = (entries: readonly Entry[]): readonly Entry[] =>
    entries.every((entry) => entry.nextAt <= now) ? entries : [];

  const story = ours.find((row) => row.kind === 'story');
  // Without the story the server takes nothing of it.
  if (story !== undefined) return story.state === 'waiting' ? ifDue([story]) : [];

  const firstCommand = ours.findIndex((row) => row.kind === 'command' && row.state === 'waiting');
  const before = firstCommand === -1 ? ours : ours.slice(0, firstCommand);
  const versions = before.filter((row) => row.kind === 'version' && row.state === 'waiting');
  if (versions.length > 0) return ifDue(versions.slice(0, HTTP_LIMITS.versionsPerCall));

  const command = ours[firstCommand];
  if (command === undefined) return [];
  // After a refused version no command is meant as it was given; a photo that waits is part of what is handed over.
  const heldBack = before.some((row) =>
    row.kind === 'version'
      ? row.state === 'set-aside'
      : row.kind === 'photo' && row.state === 'waiting',
  );
  return heldBack ? [] : ifDue([command]);
}
