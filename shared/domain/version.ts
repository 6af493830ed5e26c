/**
 * Versions: an article taken apart into objects named by their hashes, and the chain that links them.
 * A version is a small tree: one furniture object, and one object a block. Equal blocks are stored once.
 */
import { z } from 'zod';
import { articleSchema, type Article, type Block } from './article.ts';
import { canonicalJson, hashValue, sha256Text } from './canonical.ts';
import {
  contentHashSchema,
  deviceIdSchema,
  objectHashSchema,
  personIdSchema,
  storyIdSchema,
  versionIdSchema,
  type ContentHash,
  type ObjectHash,
  type PhotoHash,
  type VersionId,
} from './ids.ts';

/** Why a version was cut. `set-aside` keeps a text that could not become the head. */
export const versionReasonSchema = z.enum([
  'pause',
  'leave',
  'hand-over',
  'submit',
  'seal',
  'restore',
  'merge',
  'set-aside',
]);

const versionCore = {
  story: storyIdSchema,
  /** None for a story's first version, one as a rule, two after a merge. */
  parents: z.array(versionIdSchema).max(2).readonly(),
  content: contentHashSchema,
  person: personIdSchema,
  device: deviceIdSchema,
  /** The laptop's clock, for people to read; no decision rests on it. */
  at: z.iso.datetime(),
};

export const versionSchema = z.strictObject({
  id: versionIdSchema,
  ...versionCore,
  reason: versionReasonSchema,
  furniture: objectHashSchema,
  blocks: z.array(objectHashSchema).max(5_000).readonly(),
});

export type VersionReason = z.infer<typeof versionReasonSchema>;
export type Version = Readonly<z.infer<typeof versionSchema>>;
/** A stored object: canonical JSON under its own SHA-256. */
export interface StoredObject {
  readonly hash: ObjectHash;
  readonly json: string;
}

/** The hash that a seal binds and a page must show: SHA-256 of the article's canonical JSON. */
export function contentHash(article: Article): ContentHash {
  return sha256Text(articleJson(article)) as ContentHash;
}

const EMPTY_BODY = '"blocks":[]';

/** The canonical JSON of an article, put together from that of its blocks: most of them were there before this change. */
export function articleJson(article: Article): string {
  const json = canonicalJson({ ...article, blocks: [] });
  // Quotes inside of texts are escaped: this is the body's place and no word of the story.
  const at = json.indexOf(EMPTY_BODY);
  const body = `"blocks":[${article.blocks.map(blockJson).join(',')}]`;
  return json.slice(0, at) + body + json.slice(at + EMPTY_BODY.length);
}

/** Blocks never change: one that does is another. */
const knownJson = new WeakMap<Block, string>();

function blockJson(block: Block): string {
  const known = knownJson.get(block);
  if (known !== undefined) return known;
  const json = canonicalJson(block);
  knownJson.set(block, json);
  return json;
}

/** Everything but the blocks, as one object. */
export type FurnitureObject = Omit<Article, 'blocks'>;

export interface TakenApart {
  readonly content: ContentHash;
  readonly furniture: ObjectHash;
  readonly blocks: readonly ObjectHash[];
  readonly objects: readonly StoredObject[];
}

/** An article as objects. The inverse of `putTogether`. */
export function takeApart(article: Article): TakenApart {
  const { blocks, ...furniture } = article;
  const furnitureObject = storedJson(canonicalJson(furniture));
  const blockObjects = blocks.map((block) => storedJson(blockJson(block)));
  return {
    content: contentHash(article),
    furniture: furnitureObject.hash,
    blocks: blockObjects.map((object) => object.hash),
    objects: [furnitureObject, ...blockObjects],
  };
}

function storedJson(json: string): StoredObject {
  return { hash: sha256Text(json) as ObjectHash, json };
}

export type PutTogether =
  | { readonly ok: true; readonly article: Article }
  | {
      readonly ok: false;
      readonly problem: 'missing' | 'not-an-article' | 'wrong-content';
      readonly detail: string;
    };

/**
 * The article of a version from its stored objects. SECURITY: the result is checked against the version's
 * content hash, so a wrong or damaged object can never pass for what was signed.
 */
export function putTogether(
  version: Pick<Version, 'content' | 'furniture' | 'blocks'>,
  objectJson: (hash: ObjectHash) => string | undefined,
): PutTogether {
  const parts: unknown[] = [];
  for (const hash of [version.furniture, ...version.blocks]) {
    const json = objectJson(hash);
    if (json === undefined)
      return { ok: false, problem: 'missing', detail: `object ${hash} is not here` };
    try {
      parts.push(JSON.parse(json));
    } catch {
      return { ok: false, problem: 'not-an-article', detail: `object ${hash} is not JSON` };
    }
  }
  const [furniture, ...blocks] = parts;
  const parsed = articleSchema.safeParse({ ...(furniture as object), blocks });
  if (!parsed.success) {
    return { ok: false, problem: 'not-an-article', detail: z.prettifyError(parsed.error) };
  }
  if (contentHash(parsed.data) !== version.content) {
    return {
      ok: false,
      problem: 'wrong-content',
      detail: 'the objects do not give the content that was named',
    };
  }
  return { ok: true, article: parsed.data };
}

/** The id of a version: SHA-256 over story, parents, content, person, device and time. */
export function versionId(
  version: Omit<Version, 'id' | 'reason' | 'furniture' | 'blocks'>,
): VersionId {
  const { story, parents, content, person, device, at } = version;
  return hashValue<VersionId>({ story, parents, content, person, device, at });
}

/** Cuts a version of an article: the record, and the objects that it names. */
export function cutVersion(
  article: Article,
  from: Pick<Version, 'story' | 'parents' | 'person' | 'device' | 'at' | 'reason'>,
): { readonly version: Version; readonly objects: readonly StoredObject[] } {
  const { objects, ...tree } = takeApart(article);
  const id = versionId({ ...from, content: tree.content });
  return { version: { id, ...from, ...tree }, objects };
}

/** The photos that an article uses, each once. */
export function articlePhotos(article: Article): readonly PhotoHash[] {
  return [...new Set(article.photoUses.flatMap((use) => (use.photo === null ? [] : [use.photo])))];
}
