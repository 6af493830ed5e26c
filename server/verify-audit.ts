/** Is the audit log whole? Every entry is hashed again, and the end is compared with what the newsroom's row holds. */
import { auditHash, FIRST_PREVIOUS } from './store/audit.ts';
import type { Store } from './store/store.ts';

export type AuditVerdict =
  | { readonly whole: true; readonly entries: number }
  | { readonly whole: false; readonly at: number; readonly problem: string };

const PAGE = 1_000;

/** @returns the number of entries, or the first one that is not as it was written */
export function verifyAudit(store: Store): Promise<AuditVerdict> {
  return store.read(async (records) => {
    let n = 0;
    let previous = FIRST_PREVIOUS;
    for (;;) {
      const entries = await records.audit.after(n, PAGE, null);
      for (const entry of entries) {
        if (entry.n !== n + 1) return broken(n + 1, 'an entry is missing');
        if (entry.previous !== previous) return broken(entry.n, 'the chain does not reach here');
        if (auditHash(entry) !== entry.hash) return broken(entry.n, 'the entry was altered');
        n = entry.n;
        previous = entry.hash;
      }
      if (entries.length < PAGE) break;
    }
    const end = await records.newsroom.get();
    if (end?.auditN !== n || end.auditHash !== previous)
      return broken(n + 1, 'the end of the log is missing');
    return { whole: true, entries: n };
  });
}

function broken(at: number, problem: string): AuditVerdict {
  return { whole: false, at, problem };
}
