/** A member of the sample newsroom at work: signs in and speaks the API that every laptop speaks. */
import { fromWireError, wireErrorSchema } from '#shared/contract/errors.ts';
import {
  BYTE_ROUTES,
  HTTP_ROUTES,
  type Command,
  type HttpInput,
  type HttpOutput,
  type HttpRouteName,
} from '#shared/contract/http.ts';
import type { Article } from '#shared/domain/article.ts';
import {
  newId,
  type CommandId,
  type DeviceId,
  type PhotoHash,
  type StoryId,
} from '#shared/domain/ids.ts';
import type { Person } from '#shared/domain/roles.ts';
import { cutVersion, type Version, type VersionReason } from '#shared/domain/version.ts';

export interface Press {
  readonly person: Person;
  readonly device: DeviceId;
  readonly ask: <Name extends HttpRouteName>(
    route: Name,
    input: HttpInput<Name>,
  ) => Promise<HttpOutput<Name>>;
  readonly upload: (photo: PhotoHash, fileName: string, bytes: Uint8Array) => Promise<void>;
}

/** Signs in on a laptop of one's own. @throws what the server answers, as a RedaksiError */
export async function signIn(url: string, username: string, password: string): Promise<Press> {
  const device = newId<DeviceId>();
  const { token, person } = await askServer(url, null, 'signIn', {
    username,
    password,
    device: { id: device, name: `Laptop ${username}` },
  });
  return {
    person,
    device,
    ask: (route, input) => askServer(url, token, route, input),
    upload: (photo, fileName, bytes) => uploadPhoto(url, token, photo, fileName, bytes),
  };
}

/** Cuts a version, sends its objects, then the version itself. */
export async function sendVersion(
  press: Press,
  article: Article,
  from: {
    readonly story: StoryId;
    readonly parent: Version | null;
    readonly at: Date;
    readonly reason: VersionReason;
  },
): Promise<Version> {
  const { version, objects } = cutVersion(article, {
    story: from.story,
    parents: from.parent === null ? [] : [from.parent.id],
    person: press.person.id,
    device: press.device,
    at: from.at.toISOString(),
    reason: from.reason,
  });
  const { missing } = await press.ask('missingObjects', {
    hashes: objects.map((object) => object.hash),
  });
  const wanted = new Set(missing);
  await press.ask('putObjects', { objects: objects.filter((object) => wanted.has(object.hash)) });
  await press.ask('putVersions', { versions: [version] });
  return version;
}

type WithoutId<Kind> = Kind extends unknown ? Omit<Kind, 'id'> : never;

/** Gives a command and says which state the story is in afterwards. */
export async function giveCommand(
  press: Press,
  command: WithoutId<Command>,
): Promise<Command['expectedState']> {
  const { receipt } = await press.ask('command', { ...command, id: newId<CommandId>() });
  return receipt.state;
}

async function askServer<Name extends HttpRouteName>(
  url: string,
  token: string | null,
  name: Name,
  input: HttpInput<Name>,
): Promise<HttpOutput<Name>> {
  const route = HTTP_ROUTES[name];
  const hasBody = 'body' in route;
  const query = hasBody
    ? ''
    : `?${new URLSearchParams(input as Record<string, string>).toString()}`;
  const response = await fetch(`${url}${route.path}${query}`, {
    method: route.method,
    headers: {
      ...(hasBody && { 'content-type': 'application/json' }),
      ...(token !== null && { authorization: `Bearer ${token}` }),
    },
    ...(hasBody && { body: JSON.stringify(input) }),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw fromWireError(wireErrorSchema.parse(answer));
  return route.output.parse(answer) as HttpOutput<Name>;
}

/** tus 1.0: create, then send everything in one piece. */
async function uploadPhoto(
  url: string,
  token: string,
  photo: PhotoHash,
  fileName: string,
  bytes: Uint8Array,
): Promise<void> {
  const tus = { authorization: `Bearer ${token}`, 'tus-resumable': '1.0.0' };
  const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');
  const created = await fetch(`${url}${BYTE_ROUTES.uploads}`, {
    method: 'POST',
    headers: {
      ...tus,
      'upload-length': String(bytes.length),
      'upload-metadata': `sha256 ${base64(photo)},filename ${base64(fileName)}`,
    },
  });
  const location = created.headers.get('location');
  if (created.status !== 201 || location === null) throw await refusal(created);
  const sent = await fetch(new URL(location, url), {
    method: 'PATCH',
    headers: { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    body: Buffer.from(bytes),
  });
  if (sent.status !== 204) throw await refusal(sent);
}

async function refusal(response: Response): Promise<Error> {
  const text = await response.text();
  const wire = wireErrorSchema.safeParse(text.startsWith('{') ? JSON.parse(text) : null);
  return wire.success
    ? fromWireError(wire.data)
    : new Error(`the server answered ${String(response.status)}`);
}
