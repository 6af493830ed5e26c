/** Answers of our protocols: the same careful headers on every one. */
import { policyHeader, WORKBENCH_POLICY } from '../policy/csp.ts';

const COMMON = {
  // SECURITY: what we call a picture is never run as a script.
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
} as const;

/** What our protocols send: text, a file's bytes, or a file as a stream. */
type Body = string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null;

export type Headers = Readonly<Record<string, string>>;

export function answer(body: Body, headers: Headers): Response {
  return new Response(body, { status: 200, headers: { ...COMMON, ...headers } });
}

/** A refusal without a word about why: only a broken or hostile page asks for such things. */
export function refuse(status: 403 | 404 | 405 | 415 | 502): Response {
  return new Response(null, {
    status,
    headers: { ...COMMON, 'Content-Security-Policy': policyHeader(WORKBENCH_POLICY) },
  });
}

/** SECURITY: our protocols are for reading only. */
export function readsOnly(
  answerGet: (url: string) => Promise<Response>,
): (request: Request) => Promise<Response> {
  return async ({ method, url }) => (method === 'GET' ? await answerGet(url) : refuse(405));
}
