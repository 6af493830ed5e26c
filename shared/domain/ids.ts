/** Branded identifiers: a story id can't be passed where a version id belongs. */
import { z } from 'zod';
import { uuidv7 } from 'uuidv7';

/** Lower-case UUIDv7, made on the laptop before the first keystroke. */
const uuid = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'not a UUID');
/** SHA-256 in lower-case hex. */
const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/, 'not a SHA-256 in hex');
/** A short name chosen by the newsroom: `klaten`, `tribun-jateng`. */
const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'not a slug')
  .max(64);

export const storyIdSchema = uuid.brand('StoryId');
export const blockIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/, 'not a block id')
  .brand('BlockId');
export const photoUseIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/, 'not a photo use id')
  .brand('PhotoUseId');
export const contentHashSchema = sha256Hex.brand('ContentHash');
export const objectHashSchema = sha256Hex.brand('ObjectHash');
export const versionIdSchema = sha256Hex.brand('VersionId');
export const photoHashSchema = sha256Hex.brand('PhotoHash');
export const personIdSchema = uuid.brand('PersonId');
export const deviceIdSchema = uuid.brand('DeviceId');
export const commandIdSchema = uuid.brand('CommandId');
export const sealIdSchema = uuid.brand('SealId');
export const publicationIdSchema = uuid.brand('PublicationId');
export const siteIdSchema = slug.brand('SiteId');
export const deskIdSchema = slug.brand('DeskId');

export type StoryId = z.infer<typeof storyIdSchema>;
export type BlockId = z.infer<typeof blockIdSchema>;
export type PhotoUseId = z.infer<typeof photoUseIdSchema>;
/** SHA-256 of the canonical JSON of a whole article: what a seal binds. */
export type ContentHash = z.infer<typeof contentHashSchema>;
/** SHA-256 of the canonical JSON of one stored object: a block, or an article's furniture. */
export type ObjectHash = z.infer<typeof objectHashSchema>;
export type VersionId = z.infer<typeof versionIdSchema>;
/** SHA-256 of a photo's original bytes. */
export type PhotoHash = z.infer<typeof photoHashSchema>;
export type PersonId = z.infer<typeof personIdSchema>;
export type DeviceId = z.infer<typeof deviceIdSchema>;
export type CommandId = z.infer<typeof commandIdSchema>;
export type SealId = z.infer<typeof sealIdSchema>;
export type PublicationId = z.infer<typeof publicationIdSchema>;
export type SiteId = z.infer<typeof siteIdSchema>;
export type DeskId = z.infer<typeof deskIdSchema>;

/** A new id for anything that is a UUIDv7 here. Time-ordered, so that tables stay compact. */
export function newId<Id extends string>(): Id {
  return uuidv7() as Id;
}

/** A new id for a block or a photo use: unique within its story, and short, because it stands in every diff. */
export function newBlockId(): BlockId {
  return uuidv7().replaceAll('-', '').slice(8) as BlockId;
}

export function newPhotoUseId(): PhotoUseId {
  return newBlockId() as string as PhotoUseId;
}
