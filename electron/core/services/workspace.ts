/** The person's own way of working on this laptop: read whole, written field by field. */
import {
  windowSessionSchema,
  workspaceSchema,
  type WindowSession,
  type Workspace,
} from '#shared/contract/workspace.ts';
import { isoNow } from '../clock.ts';
import { commit } from '../context.ts';
import type { CutContext } from './cutting.ts';

/** Fields of the table that hold a window's tabs: `window:<name>`. */
const WINDOW = 'window:';

/** What the person chose. A field that does not fit (a newer Redaksi wrote it) stays on disk and is left out here. */
export function readWorkspace({ store, session }: CutContext): Workspace {
  const person = session.person();
  if (person === null) return {};
  const { shape } = workspaceSchema;
  const known = [...store.workspaces.fields(person.id)].filter(
    ([field, value]) =>
      Object.hasOwn(shape, field) && shape[field as keyof typeof shape].safeParse(value).success,
  );
  return Object.fromEntries(known);
}

/** Writes the fields that are given; all others stay. */
export function writeWorkspace(context: CutContext, fields: Workspace): Workspace {
  const { store, session, clock, news } = context;
  const person = session.requirePerson();
  commit(context, () => {
    for (const [field, value] of Object.entries(fields)) {
      if (value !== undefined) store.workspaces.put(person.id, field, value, isoNow(clock));
    }
  });
  news.tell({ event: 'workspace.changed', payload: {} });
  return readWorkspace(context);
}

/** The tabs that a window had; null when it has none to open again. */
export function readWindow({ store, session }: CutContext, window: string): WindowSession | null {
  const person = session.person();
  if (person === null) return null;
  const parsed = windowSessionSchema.safeParse(
    store.workspaces.fields(person.id).get(WINDOW + window),
  );
  return parsed.success ? parsed.data : null;
}

/** Keeps a window's tabs; null forgets them, for a window that was closed for good. */
export function writeWindow(
  context: CutContext,
  window: string,
  session: WindowSession | null,
): void {
  const { store, clock } = context;
  const person = context.session.requirePerson();
  commit(context, () => {
    if (session === null) store.workspaces.forget(person.id, WINDOW + window);
    else store.workspaces.put(person.id, WINDOW + window, session, isoNow(clock));
  });
}
