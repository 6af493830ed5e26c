/** What the desk decides, and the log of it. */
import { RedaksiError } from '#shared/contract/errors.ts';
import type { Role } from '#shared/domain/roles.ts';
import { giveCommand } from '../newsroom/give-command.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import type { ApiHandlers } from './adapter.ts';

const AUDIT_PAGE = 500;
const AUDIT_READERS: ReadonlySet<Role> = new Set(['editor', 'publisher', 'admin']);

/** @param onDecided told after a command is committed, so that an outlet may start its work */
export function deskRoutes(
  newsroom: Newsroom,
  onDecided: () => void,
): Pick<ApiHandlers, 'command' | 'auditTrail'> {
  return {
    command: async ({ input, session }) => {
      const receipt = await giveCommand(newsroom, session, input);
      onDecided();
      return { receipt };
    },
    auditTrail: async ({ input: { after, story }, session }) => {
      if (!session.person.grants.some(({ role }) => AUDIT_READERS.has(role)))
        throw new RedaksiError('FORBIDDEN', 'the audit log is for editors, publishers and admins', {
          because: 'wrong-role',
        });
      const entries = await newsroom.store.read((records) =>
        records.audit.after(after, AUDIT_PAGE, story ?? null),
      );
      return { entries: entries.map((entry) => ({ ...entry, detail: { ...entry.detail } })) };
    },
  };
}
