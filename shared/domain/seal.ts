/** Seals, publications and receipts: what the server signs, and what proves that a page is what was signed. */
import { z } from 'zod';
import { canonicalJson } from './canonical.ts';
import {
  commandIdSchema,
  contentHashSchema,
  deviceIdSchema,
  personIdSchema,
  publicationIdSchema,
  sealIdSchema,
  siteIdSchema,
  storyIdSchema,
  versionIdSchema,
} from './ids.ts';
import { storyStateSchema } from './workflow.ts';

/** One preflight finding as it stood when the editor signed. `overridden` carries the reason. */
export const sealedFindingSchema = z.strictObject({
  rule: z.string().max(100),
  severity: z.enum(['blocks', 'warns', 'notes']),
  where: z.string().max(200),
  overridden: z.string().max(2_000).optional(),
});

/** An editor's sign-off of one content hash. */
export const sealSchema = z.strictObject({
  id: sealIdSchema,
  story: storyIdSchema,
  version: versionIdSchema,
  content: contentHashSchema,
  person: personIdSchema,
  device: deviceIdSchema,
  /** The server's clock. */
  at: z.iso.datetime(),
  preflight: z.array(sealedFindingSchema).max(500).readonly(),
  /** Ed25519 over the canonical JSON of the rest, base64url; `key` names the server's public key. */
  key: z.string().max(100),
  signature: z.string().max(200),
});
export type Seal = Readonly<z.infer<typeof sealSchema>>;

export const PUBLICATION_STATES = [
  'queued',
  'sending',
  'accepted',
  'seen-live',
  'refused',
  'unknown',
  'withdrawn',
] as const;
export const publicationStateSchema = z.enum(PUBLICATION_STATES);

/** One field of the read-back: what was sealed, and what the reader's page says. */
export const proofFieldSchema = z.strictObject({
  field: z.string().max(100),
  sealed: z.string(),
  live: z.string(),
  equal: z.boolean(),
});
export const proofSchema = z.strictObject({
  url: z.url(),
  /** When the page was read back, by the server's clock. */
  at: z.iso.datetime(),
  content: contentHashSchema,
  equal: z.boolean(),
  fields: z.array(proofFieldSchema).max(10_000).readonly(),
});
export type Proof = Readonly<z.infer<typeof proofSchema>>;
export type ProofField = Readonly<z.infer<typeof proofFieldSchema>>;

/** One sealed version at one outlet. */
export const publicationSchema = z.strictObject({
  id: publicationIdSchema,
  story: storyIdSchema,
  version: versionIdSchema,
  content: contentHashSchema,
  seal: sealIdSchema,
  outlet: z.string().max(64),
  site: siteIdSchema,
  state: publicationStateSchema,
  url: z.url().nullable(),
  /** First publication stays when the story is updated (`datePublished`). */
  firstPublishedAt: z.iso.datetime().nullable(),
  publishedAt: z.iso.datetime().nullable(),
  proof: proofSchema.nullable(),
  /** Said to the reader on a withdrawn page. */
  withdrawnReason: z.string().max(2_000).nullable(),
});
export type Publication = Readonly<z.infer<typeof publicationSchema>>;

/** The server's signed answer to a command; a repeat of the command gets the same one. */
export const receiptSchema = z.strictObject({
  command: commandIdSchema,
  kind: z.string().max(40),
  story: storyIdSchema,
  version: versionIdSchema.nullable(),
  content: contentHashSchema.nullable(),
  person: personIdSchema,
  device: deviceIdSchema,
  /** The event that the command made, in the server's order. */
  seq: z.number().int().positive(),
  at: z.iso.datetime(),
  state: storyStateSchema,
  seal: sealIdSchema.nullable(),
  publication: publicationIdSchema.nullable(),
  key: z.string().max(100),
  signature: z.string().max(200),
});
export type Receipt = Readonly<z.infer<typeof receiptSchema>>;

/** The bytes that are signed: the canonical JSON of everything but the signature. */
export function signedText(record: Seal | Receipt): string {
  const { signature: _signature, ...rest } = record;
  return canonicalJson(rest);
}
