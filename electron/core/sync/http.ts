/** The network as core sees it: one function from request to response, so that tests and simulations can stand in for it. */
import type { EnvHttpProxyAgent } from 'undici';

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'DELETE' | 'HEAD' | 'PATCH';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** A longer answer is cut off and fails. */
  readonly maxBytes: number;
}

export interface HttpResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Rejects when the server can't be reached or the connection breaks. Never follows a redirect. */
export type Http = (request: HttpRequest) => Promise<HttpResponse>;

/** Milliseconds. A slow link may take long for a body as long as bytes keep coming. */
const CONNECT = 10_000;
const ANSWER = 60_000;
const BODY_SILENCE = 30_000;

/** The real network; proxies come from the environment. */
export function networkHttp(): { readonly http: Http; close(): Promise<void> } {
  // Loaded with the first request: the window must not wait for the network's program.
  let dispatcher: EnvHttpProxyAgent | undefined;
  return {
    http: async ({ method, url, headers, body, maxBytes }) => {
      const undici = await import('undici');
      dispatcher ??= new undici.EnvHttpProxyAgent({
        connect: { timeout: CONNECT },
        headersTimeout: ANSWER,
        bodyTimeout: BODY_SILENCE,
      });
      const answer = await undici.request(url, {
        method,
        headers,
        body: body ?? null,
        dispatcher,
      });
      return {
        status: answer.statusCode,
        headers: flatHeaders(answer.headers),
        body: await readAtMost(answer.body, maxBytes),
      };
    },
    close: async () => {
      await dispatcher?.destroy();
    },
  };
}

function flatHeaders(headers: Readonly<Record<string, string | string[] | undefined>>) {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined
        ? []
        : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}

async function readAtMost(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body) {
    bytes += part.length;
    // SECURITY: no answer fills the memory.
    if (bytes > maxBytes) throw new Error(`the answer is longer than ${maxBytes} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
