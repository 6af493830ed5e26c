/** The publishing API, called: every route typed from the shared table, every answer checked before it is used. */
import {
  HTTP_ROUTES,
  type HttpInput,
  type HttpOutput,
  type HttpRouteName,
} from '#shared/contract/http.ts';
import { faultOf, SyncFault } from './fault.ts';
import type { Http, HttpRequest, HttpResponse } from './http.ts';

/** Whom we call, and as whom. */
export interface Peer {
  readonly server: string;
  readonly token: string | null;
}

export interface Api {
  /** Rejects with a SyncFault. */
  call<Name extends HttpRouteName>(
    peer: Peer,
    name: Name,
    input: HttpInput<Name>,
  ): Promise<HttpOutput<Name>>;
  /** Bytes: uploads and photos. Gives back any answer; rejects only when none came. */
  bytes(request: HttpRequest): Promise<HttpResponse>;
}

/** A page of 500 versions of long stories stays below this. */
const MAX_ANSWER = 64_000_000;

export function createApi(http: Http): Api {
  const bytes = async (request: HttpRequest): Promise<HttpResponse> => {
    try {
      return await http(request);
    } catch (cause) {
      throw new SyncFault({ kind: 'unreachable' }, 'the server can not be reached', { cause });
    }
  };
  return {
    bytes,
    call: async <Name extends HttpRouteName>(
      peer: Peer,
      name: Name,
      input: HttpInput<Name>,
    ): Promise<HttpOutput<Name>> => {
      const response = await bytes(requestOf(peer, name, input));
      if (response.status < 200 || response.status > 299) {
        throw new SyncFault(faultOf(response), `${name} was answered with ${response.status}`);
      }
      return outputOf(name, response);
    },
  };
}

function requestOf(peer: Peer, name: HttpRouteName, input: unknown): HttpRequest {
  const route = HTTP_ROUTES[name];
  const hasBody = 'body' in route;
  const query = hasBody ? '' : new URLSearchParams(input as Record<string, string>).toString();
  return {
    method: route.method,
    url: `${peer.server}${route.path}${query === '' ? '' : `?${query}`}`,
    headers: {
      accept: 'application/json',
      ...(hasBody && { 'content-type': 'application/json' }),
      ...(route.token && peer.token !== null && { authorization: `Bearer ${peer.token}` }),
    },
    ...(hasBody && { body: JSON.stringify(input) }),
    maxBytes: MAX_ANSWER,
  };
}

/** SECURITY: what is not exactly our server's answer is never taken as data: a captive portal says 200 too. */
function outputOf<Name extends HttpRouteName>(
  name: Name,
  response: HttpResponse,
): HttpOutput<Name> {
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(response.body).toString('utf8'));
  } catch (cause) {
    throw new SyncFault({ kind: 'stranger' }, `${name} was answered with something else`, {
      cause,
    });
  }
  const parsed = HTTP_ROUTES[name].output.safeParse(json);
  if (!parsed.success) {
    throw new SyncFault({ kind: 'stranger' }, `${name} was answered with something else`, {
      cause: parsed.error,
    });
  }
  return parsed.data as HttpOutput<Name>;
}

/** `https://host/` and `https://host` are one server. Anything but http and https is refused. */
export function serverOrigin(url: string): string | null {
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return null;
  return parsed.origin + parsed.pathname.replace(/\/+$/, '');
}
