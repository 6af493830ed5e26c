/**
 * The publishing API between a laptop and the server: every route with its schemas. The server's routes, its OpenAPI
 * document and the laptop's client are all made from this table, so neither side can drift.
 */
import { z } from 'zod';
import {
  commandIdSchema,
  contentHashSchema,
  deviceIdSchema,
  objectHashSchema,
  personIdSchema,
  photoHashSchema,
  storyIdSchema,
  versionIdSchema,
} from '../domain/ids.ts';
import { deskIdSchema } from '../domain/ids.ts';
import { deskSchema, personSchema, siteSchema } from '../domain/roles.ts';
import {
  publicationSchema,
  receiptSchema,
  sealedFindingSchema,
  sealSchema,
} from '../domain/seal.ts';
import { versionSchema } from '../domain/version.ts';
import { wordRecordSchema, wordWishSchema } from '../domain/word-list.ts';
import { storyStateSchema } from '../domain/workflow.ts';

/** Raised when old laptops can't talk to a new server any more. */
export const PROTOCOL = 1;

export const HTTP_LIMITS = {
  objectsPerCall: 500,
  objectBytes: 1_000_000,
  versionsPerCall: 100,
  eventsPerCall: 500,
  bodyBytes: 8_000_000,
  photoBytes: 100_000_000,
} as const;

/** Where a story stands, as the server knows it. */
export const storyRecordSchema = z.strictObject({
  id: storyIdSchema,
  desk: deskIdSchema,
  createdBy: personIdSchema,
  createdAt: z.iso.datetime(),
  state: storyStateSchema,
  head: versionIdSchema.nullable(),
  /** The version that was handed to the desk; what may be sealed. */
  submitted: versionIdSchema.nullable(),
  /** The newest seal, if one stands. */
  seal: sealSchema.nullable(),
  publications: z.array(publicationSchema).readonly(),
  /** Why it was returned, withdrawn or spiked; empty otherwise. */
  reason: z.string().max(2_000),
  updatedAt: z.iso.datetime(),
});
export type StoryRecord = Readonly<z.infer<typeof storyRecordSchema>>;

export const photoRecordSchema = z.strictObject({
  hash: photoHashSchema,
  fileName: z.string().max(255),
  mediaType: z.enum(['image/jpeg', 'image/png', 'image/webp']),
  bytes: z.number().int().positive(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  person: personIdSchema,
  at: z.iso.datetime(),
});
export type PhotoRecord = Readonly<z.infer<typeof photoRecordSchema>>;

/** Events carry the whole record after the change, so that applying one twice does no harm. */
export const eventSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    seq: z.number().int().positive(),
    kind: z.literal('person'),
    person: personSchema,
  }),
  z.strictObject({ seq: z.number().int().positive(), kind: z.literal('site'), site: siteSchema }),
  z.strictObject({ seq: z.number().int().positive(), kind: z.literal('desk'), desk: deskSchema }),
  z.strictObject({
    seq: z.number().int().positive(),
    kind: z.literal('story'),
    story: storyRecordSchema,
  }),
  z.strictObject({
    seq: z.number().int().positive(),
    kind: z.literal('version'),
    version: versionSchema,
  }),
  z.strictObject({
    seq: z.number().int().positive(),
    kind: z.literal('photo'),
    photo: photoRecordSchema,
  }),
  z.strictObject({
    seq: z.number().int().positive(),
    kind: z.literal('word'),
    word: wordRecordSchema,
  }),
]);
export type ServerEvent = Readonly<z.infer<typeof eventSchema>>;

export const helloSchema = z.strictObject({
  product: z.literal('redaksi'),
  /** Changes when the server was restored from a backup: laptops then send again what is missing. */
  epoch: z.string().max(64),
  protocol: z.strictObject({ min: z.number().int(), max: z.number().int() }),
  newsroom: z.string().max(200),
  /** The server's clock, for a warning about a wrong laptop clock. */
  at: z.iso.datetime(),
  head: z.number().int().nonnegative(),
  /** Ed25519 public keys by name, SPKI in base64. */
  keys: z.record(z.string(), z.string()),
});
export type Hello = Readonly<z.infer<typeof helloSchema>>;

const storedObjectSchema = z.strictObject({
  hash: objectHashSchema,
  json: z.string().max(HTTP_LIMITS.objectBytes),
});

export const commandSchema = z.discriminatedUnion('kind', [
  command('submit', { version: versionIdSchema, content: contentHashSchema }),
  command('recall', {}),
  command('return', { reason: z.string().trim().min(1).max(2_000) }),
  /** The seal. `content` is the hash that the editor saw. */
  command('approve', {
    version: versionIdSchema,
    content: contentHashSchema,
    preflight: z.array(sealedFindingSchema).max(500).readonly(),
  }),
  /** Publishes the newest seal, which must be of this content. */
  command('publish', { content: contentHashSchema }),
  command('withdraw', { reason: z.string().trim().min(1).max(2_000) }),
  command('spike', { reason: z.string().max(2_000) }),
  command('revive', {}),
]);
export type Command = Readonly<z.infer<typeof commandSchema>>;
export type CommandKind = Command['kind'];

function command<Kind extends string, Shape extends z.core.$ZodLooseShape>(
  kind: Kind,
  shape: Shape,
) {
  return z.strictObject({
    /** The idempotency key: the same id with the same body gets the same receipt. */
    id: commandIdSchema,
    kind: z.literal(kind),
    story: storyIdSchema,
    /** The state that the person saw; another one is a CONFLICT. */
    expectedState: storyStateSchema,
    ...shape,
  });
}

const nothing = z.strictObject({});

/** Method, path, who may call (`token`), input and output of every JSON route. Uploads (tus) and photos are bytes, and not here. */
export const HTTP_ROUTES = {
  health: {
    method: 'GET',
    path: '/v1/health',
    token: false,
    query: nothing,
    output: z.strictObject({ ok: z.literal(true), version: z.string(), head: z.number().int() }),
    summary: 'Is the server up and its store readable?',
  },
  hello: {
    method: 'GET',
    path: '/v1/hello',
    token: false,
    query: nothing,
    output: helloSchema,
    summary: 'Who are you, which protocol, which signing keys?',
  },
  signIn: {
    method: 'POST',
    path: '/v1/token',
    token: false,
    body: z.strictObject({
      username: z.string().max(64),
      password: z.string().min(1).max(1_024),
      device: z.strictObject({ id: deviceIdSchema, name: z.string().max(200) }),
    }),
    output: z.strictObject({
      token: z.string(),
      expiresAt: z.iso.datetime(),
      person: personSchema,
    }),
    summary: 'Sign in on this laptop; gives a device token.',
  },
  confirm: {
    method: 'POST',
    path: '/v1/token/confirm',
    token: true,
    body: z.strictObject({ password: z.string().min(1).max(1_024) }),
    output: z.strictObject({ freshUntil: z.iso.datetime() }),
    summary: 'Give the password again; seals need it within five minutes.',
  },
  signOut: {
    method: 'DELETE',
    path: '/v1/token',
    token: true,
    query: nothing,
    output: nothing,
    summary: 'Revoke this device token.',
  },
  events: {
    method: 'GET',
    path: '/v1/events',
    token: true,
    query: z.strictObject({
      after: z.coerce.number().int().nonnegative(),
      limit: z.coerce
        .number()
        .int()
        .min(1)
        .max(HTTP_LIMITS.eventsPerCall)
        .default(HTTP_LIMITS.eventsPerCall),
    }),
    output: z.strictObject({
      events: z.array(eventSchema),
      /** The cursor after these events. */
      next: z.number().int().nonnegative(),
      head: z.number().int().nonnegative(),
      epoch: z.string().max(64),
    }),
    summary: 'Everything that happened after a cursor, in one gap-free order.',
  },
  missingObjects: {
    method: 'POST',
    path: '/v1/objects/missing',
    token: true,
    body: z.strictObject({ hashes: z.array(objectHashSchema).max(10_000) }),
    output: z.strictObject({ missing: z.array(objectHashSchema) }),
    summary: 'Which of these objects does the server not have?',
  },
  putObjects: {
    method: 'POST',
    path: '/v1/objects',
    token: true,
    body: z.strictObject({ objects: z.array(storedObjectSchema).max(HTTP_LIMITS.objectsPerCall) }),
    output: z.strictObject({ stored: z.number().int() }),
    summary: 'Store objects; all or none, each checked against its hash.',
  },
  getObjects: {
    method: 'POST',
    path: '/v1/objects/get',
    token: true,
    body: z.strictObject({ hashes: z.array(objectHashSchema).max(HTTP_LIMITS.objectsPerCall) }),
    output: z.strictObject({ objects: z.array(storedObjectSchema) }),
    summary: 'Objects by hash; unknown ones are left out.',
  },
  putStory: {
    method: 'POST',
    path: '/v1/stories',
    token: true,
    body: z.strictObject({ id: storyIdSchema, desk: deskIdSchema }),
    output: z.strictObject({ story: storyRecordSchema }),
    summary: 'Make a story known; a repeat by the same person changes nothing.',
  },
  putVersions: {
    method: 'POST',
    path: '/v1/versions',
    token: true,
    body: z.strictObject({
      versions: z.array(versionSchema).min(1).max(HTTP_LIMITS.versionsPerCall),
    }),
    output: z.strictObject({
      /** Per version: taken (now or before), or kept beside the head because the story had moved on. */
      results: z.array(
        z.strictObject({ id: versionIdSchema, status: z.enum(['head', 'known', 'beside']) }),
      ),
      head: versionIdSchema,
    }),
    summary:
      'Add versions of one story, parents first. One whose parent is not the head is kept, and the laptop merges.',
  },
  putWord: {
    method: 'POST',
    path: '/v1/words',
    token: true,
    body: wordWishSchema,
    output: z.strictObject({ word: wordRecordSchema }),
    summary: 'Put a word on the newsroom’s list or take it off; a repeat changes nothing.',
  },
  command: {
    method: 'POST',
    path: '/v1/commands',
    token: true,
    body: commandSchema,
    output: z.strictObject({ receipt: receiptSchema }),
    summary:
      'Submit, return, approve, publish, withdraw: decided here, answered with a signed receipt.',
  },
  auditTrail: {
    method: 'GET',
    path: '/v1/audit',
    token: true,
    query: z.strictObject({
      after: z.coerce.number().int().nonnegative().default(0),
      story: storyIdSchema.optional(),
    }),
    output: z.strictObject({
      entries: z.array(
        z.strictObject({
          n: z.number().int().positive(),
          at: z.iso.datetime(),
          person: personIdSchema.nullable(),
          device: deviceIdSchema.nullable(),
          action: z.string(),
          story: storyIdSchema.nullable(),
          detail: z.record(z.string(), z.json()),
          previous: z.string(),
          hash: z.string(),
        }),
      ),
    }),
    summary: 'The hash-chained audit log. For editors, publishers and admins.',
  },
} as const satisfies Record<string, HttpRoute>;

interface HttpRoute {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly token: boolean;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly output: z.ZodType;
  readonly summary: string;
}

export type HttpRouteName = keyof typeof HTTP_ROUTES;
type RouteOf<Name extends HttpRouteName> = (typeof HTTP_ROUTES)[Name];
/** What the caller gives: the body, or the query where there is none. */
export type HttpInput<Name extends HttpRouteName> =
  RouteOf<Name> extends { body: infer Body extends z.ZodType }
    ? z.input<Body>
    : RouteOf<Name> extends { query: infer Query extends z.ZodType }
      ? z.input<Query>
      : never;
export type HttpOutput<Name extends HttpRouteName> = z.output<RouteOf<Name>['output']>;

/** Routes that carry bytes: photo uploads by tus 1.0, and photos by hash (`?size=preview|thumb|original`). */
export const BYTE_ROUTES = {
  uploads: '/v1/uploads',
  photo: '/v1/photos/:hash',
  live: '/v1/live',
} as const;
/** tus metadata of a photo upload. */
export const uploadMetadataSchema = z.strictObject({
  sha256: photoHashSchema,
  filename: z.string().min(1).max(255),
});
/** What the WebSocket says: there is news up to `head`. Losing one costs latency, nothing else. */
export const pokeSchema = z.strictObject({ head: z.number().int().nonnegative() });
