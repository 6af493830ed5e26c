/** Why a file can't be read as a story, in the closed list's words; the interface says each in its own. */
import { RedaksiError } from '#shared/contract/errors.ts';
import type { FileProblem } from '#shared/contract/files.ts';

export function unreadable(because: FileProblem, message: string): RedaksiError {
  return new RedaksiError(because === 'too-large' ? 'TOO_LARGE' : 'UNSUPPORTED_FILE', message, {
    because,
  });
}
