/** One story as a window sees it. */
import type { StoryView } from '#shared/contract/core.ts';
import { RedaksiError } from '#shared/contract/errors.ts';
import { commandSchema, type Command } from '#shared/contract/http.ts';
import type { StoryId } from '#shared/domain/ids.ts';
import { preflight } from '#shared/preflight/index.ts';
import type { OutboxEntry } from '../db/outbox.ts';
import type { CutContext } from './cutting.ts';
import { openNotes } from './merge-places.ts';
import { permissionsOf, type StoryFacts } from './permissions.ts';
import { factsAround } from './linked.ts';

/** @param editing the fencing token, when this view is for the window that edits. */
export function storyView(
  context: CutContext,
  story: StoryId,
  editing: string | null = null,
): StoryView {
  const { store, workings } = context;
  const facts = storyFacts(context, story);
  const summary = store.stories.summary(story);
  if (summary === null) throw unknownStory(story);
  const working = workings.get(story);
  const seal = facts.story.record?.seal ?? null;
  const commands = store.outbox.ofStory(story).filter((entry) => entry.kind === 'command');
  return {
    summary,
    article: working.article,
    revision: working.revision,
    content: working.content,
    editing,
    permissions: permissionsOf(facts),
    findings: [...facts.findings],
    seal,
    sealedBy: seal === null ? null : (store.registers.person(seal.person)?.fullName ?? null),
    publications: [...(facts.story.record?.publications ?? [])],
    mergeNotes: openNotes(working.article, store.notes.ofStory(story)).map(
      ({ placed: _placed, ...note }) => note,
    ),
    waiting: commands.filter(isWaiting).map((entry) => commandOf(entry).kind),
    refused: refusedCommand(commands),
  };
}

/** What permissions rest on. NOT_FOUND when this laptop has no such story. */
export function storyFacts(context: CutContext, story: StoryId): StoryFacts {
  const { store, workings, session } = context;
  const row = store.stories.get(story);
  if (row === null) throw unknownStory(story);
  const { article, content } = workings.get(story);
  return {
    person: session.requirePerson(),
    story: row,
    article,
    content,
    authors: store.versions.authors(story),
    findings: preflight(article, factsAround(context, story)),
    openNotes: openNotes(article, store.notes.ofStory(story)).length,
    waiting: store.outbox
      .ofStory(story)
      .filter((entry) => entry.kind === 'command' && isWaiting(entry))
      .map((entry) => ({ kind: commandOf(entry).kind, untried: entry.tries === 0 })),
  };
}

/** The command in an outbox row. */
export function commandOf(entry: OutboxEntry): Command {
  return commandSchema.parse(JSON.parse(entry.body));
}

function isWaiting(entry: OutboxEntry): boolean {
  return entry.state === 'waiting';
}

function refusedCommand(commands: readonly OutboxEntry[]): StoryView['refused'] {
  const newest = commands.findLast((entry) => entry.refusal !== null && !isWaiting(entry));
  if (newest === undefined || newest.refusal === null) return null;
  return { command: commandOf(newest).kind, ...newest.refusal };
}

function unknownStory(story: StoryId): RedaksiError {
  return new RedaksiError('NOT_FOUND', 'this laptop has no such story', { story });
}
