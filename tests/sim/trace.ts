/** What happened, line by line, and its hash: two runs of one seed are the same when their hashes are. */
import { createHash } from 'node:crypto';

export interface Trace {
  readonly say: (line: string) => void;
  readonly lines: readonly string[];
  readonly hash: () => string;
}

export function createTrace(): Trace {
  const lines: string[] = [];
  return {
    say: (line) => void lines.push(line),
    lines,
    hash: () => createHash('sha256').update(lines.join('\n')).digest('hex'),
  };
}

/** Short name of some bytes, for a line. */
export function fingerprint(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 12);
}
