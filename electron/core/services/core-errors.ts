/** Faults of the network in the words of the closed list, for a window that asked for something that needs the server. */
import { RedaksiError } from '#shared/contract/errors.ts';
import { isFault } from '../sync/fault.ts';
import { SignedOut } from '../sync/engine.ts';

export async function saying<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (thrown) {
    throw inWords(thrown);
  }
}

function inWords(thrown: unknown): unknown {
  if (thrown instanceof SignedOut) {
    return new RedaksiError('SIGN_IN_REQUIRED', 'this needs the server: sign in first');
  }
  if (!isFault(thrown)) return thrown;
  const { fault } = thrown;
  switch (fault.kind) {
    case 'unreachable':
    case 'stranger':
      return new RedaksiError('OFFLINE', 'the server can not be reached; nothing is lost');
    case 'protocol':
      return new RedaksiError('PROTOCOL', 'this program and the server are too far apart in age');
    case 'later':
      return fault.error === null
        ? new RedaksiError('OFFLINE', 'the server can not answer now; nothing is lost')
        : new RedaksiError(fault.error.code, fault.error.message, fault.error.details);
    case 'signed-out':
    case 'refused':
      return new RedaksiError(fault.error.code, fault.error.message, fault.error.details);
    default:
      return fault satisfies never;
  }
}
