/** A zipped file, judged before anything unpacks it whole. */
import JSZip from 'jszip';
import { unreadable } from './problems.ts';

/** SECURITY: a small zip can unfold into a huge one: counted while it unfolds, whatever its directory says. */
export const ZIP_LIMITS = { entries: 3_000, entryBytes: 60_000_000, bytes: 250_000_000 } as const;

export interface Zip {
  readonly names: readonly string[];
  /** An entry as text; null when there is none. */
  readonly text: (name: string) => Promise<string | null>;
}

/** Opens a zip whose every entry was unfolded once within the limits. UNSUPPORTED_FILE otherwise. */
export async function openZip(bytes: Uint8Array): Promise<Zip> {
  const zip = await JSZip.loadAsync(bytes, { createFolders: false }).catch(() => {
    throw unreadable('damaged', 'the file is no whole zip');
  });
  const entries = Object.values(zip.files).filter((entry) => !entry.dir);
  if (entries.length > ZIP_LIMITS.entries) throw unreadable('bomb', 'too many parts in the zip');
  let total = 0;
  for (const entry of entries) {
    total += await sizeOf(entry, Math.min(ZIP_LIMITS.entryBytes, ZIP_LIMITS.bytes - total));
  }
  return {
    names: entries.map(({ name }) => name),
    text: async (name) => (await zip.file(name)?.async('string')) ?? null,
  };
}

interface StreamingEntry {
  internalStream(type: 'uint8array'): Stream;
}
interface Stream {
  on(event: 'data', callback: (chunk: Uint8Array) => void): Stream;
  on(event: 'error', callback: (error: Error) => void): Stream;
  on(event: 'end', callback: () => void): Stream;
  pause(): Stream;
  resume(): Stream;
}

/** Unfolds one entry without keeping it, and stops at the limit. */
function sizeOf(entry: JSZip.JSZipObject, limit: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let size = 0;
    // The published types leave out the one stream that works without Node's.
    const stream = (entry as unknown as StreamingEntry).internalStream('uint8array');
    stream
      .on('data', (chunk) => {
        size += chunk.byteLength;
        if (size <= limit) return;
        stream.pause();
        reject(unreadable('bomb', 'the zip unfolds into too much'));
      })
      .on('error', () => reject(unreadable('damaged', 'a part of the zip is damaged')))
      .on('end', () => resolve(size))
      .resume();
  });
}
