/** Passwords, by argon2id. */
import { hash, verify, type Options } from '@node-rs/argon2';
import { RedaksiError } from '#shared/contract/errors.ts';

/** OWASP Password Storage: argon2id (the library's own choice) with 19 MiB, 2 passes, 1 lane. */
const COST: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const SHORTEST = 8;

/** @throws INVALID for a password that is too short to be one */
export async function hashPassword(password: string): Promise<string> {
  if (password.length < SHORTEST || password.length > 1_024)
    throw new RedaksiError('INVALID', `a password has at least ${SHORTEST} characters`);
  return hash(password, COST);
}

let nobody: Promise<string> | undefined;

/**
 * SECURITY: an unknown person (no hash) costs the same work as a known one with a wrong password, so that the time of
 * an answer does not tell who works here.
 */
export async function passwordIsRight(
  passwordHash: string | undefined,
  password: string,
): Promise<boolean> {
  nobody ??= hash('nobody has this password', COST);
  const right = await verify(passwordHash ?? (await nobody), password);
  return right && passwordHash !== undefined;
}
