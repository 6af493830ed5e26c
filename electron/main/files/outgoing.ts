/** Files that core has written and that wait for a person to say where they go. Named by ticket, never by a path. */
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import {
  isOutgoingTicket,
  OUTGOING_FOLDER,
  outgoingPath,
  printJobSchema,
  type PrintJob,
} from '#shared/contract/files.ts';
import { putInPlace, type Placing } from './put-in-place.ts';

export interface Outgoing {
  /** Copies what waits under the ticket to a place that the person chose, whole or not at all. */
  place(ticket: string, target: string): Promise<Placing>;
  /** The page that waits under the ticket; null when there is none. */
  page(ticket: string): Promise<PrintJob | null>;
  forget(ticket: string): Promise<void>;
  /** Removes what nobody fetched: older than a day. */
  sweep(now: Date): Promise<void>;
}

const DAY = 86_400_000;

export function openOutgoing(dataFolder: string): Outgoing {
  // SECURITY: the ticket is checked here, whoever asks.
  const fileOf = (ticket: string): string | null =>
    isOutgoingTicket(ticket) ? path.join(dataFolder, outgoingPath(ticket)) : null;
  return {
    place: async (ticket, target) => {
      const source = fileOf(ticket);
      const bytes = source === null ? null : await readFile(source).catch(() => null);
      return bytes === null ? 'failed' : await putInPlace(target, bytes);
    },
    page: async (ticket) => {
      const source = fileOf(ticket);
      const text = source === null ? null : await readFile(source, 'utf8').catch(() => null);
      return text === null ? null : parsePage(text);
    },
    forget: async (ticket) => {
      const source = fileOf(ticket);
      if (source !== null) await rm(source, { force: true });
    },
    sweep: (now) => sweep(path.join(dataFolder, OUTGOING_FOLDER), now),
  };
}

function parsePage(text: string): PrintJob | null {
  try {
    const parsed = printJobSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

async function sweep(folder: string, now: Date): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => null);
    if (found?.isFile() === true && now.getTime() - found.mtimeMs > DAY)
      await rm(file, { force: true });
  }
}
