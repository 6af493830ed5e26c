/** A refusal as this server promises it. */
import { expect } from 'vitest';
import { ERROR_STATUS, wireErrorSchema, type ErrorCode } from '#shared/contract/errors.ts';
import type { HttpInput, HttpRouteName } from '#shared/contract/http.ts';
import type { Laptop, TestNewsroom } from './newsroom-kit.ts';

export type Refused = <Name extends HttpRouteName>(
  by: Laptop,
  route: Name,
  input: HttpInput<Name>,
  code: ErrorCode,
  details?: Readonly<Record<string, unknown>>,
) => Promise<void>;

/** Refused with this code (and these details), named in header and body, and not one row of the store is different. */
export async function expectRefused<Name extends HttpRouteName>(
  room: TestNewsroom,
  by: Laptop,
  route: Name,
  input: HttpInput<Name>,
  code: ErrorCode,
  details?: Readonly<Record<string, unknown>>,
): Promise<void> {
  const before = room.dump();
  const got = await by.ask(route, input);
  expect(got.ok ? got.output : got.error).toMatchObject(
    details === undefined ? { code } : { code, details },
  );
  expect(got.status).toBe(ERROR_STATUS[code]);
  if (!got.ok) {
    expect(wireErrorSchema.safeParse(got.error).success).toBe(true);
    expect(got.headers.get('x-trace-id')).toBe(got.error.traceId);
  }
  expect(room.dump()).toEqual(before);
}
