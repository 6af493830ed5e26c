/** Storing objects by hash. */
import { createHash } from 'node:crypto';
import { RedaksiError } from '#shared/contract/errors.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import type { StoredObject } from '#shared/domain/version.ts';
import type { Newsroom } from './newsroom.ts';

/** All or none. @throws HASH_MISMATCH or INVALID with `details.object` */
export async function putObjects(
  { store }: Newsroom,
  objects: readonly StoredObject[],
): Promise<number> {
  for (const object of objects) checkObject(object);
  return objects.length === 0 ? 0 : store.write((records) => records.objects.put(objects));
}

/** No part of an article comes near it; what is deeper would break programs that walk through it. */
const DEEPEST = 32;

/** SECURITY: an object is what its name says, in the one JSON that its value has. */
function checkObject({ hash, json }: StoredObject): void {
  if (createHash('sha256').update(json).digest('hex') !== hash)
    throw new RedaksiError('HASH_MISMATCH', 'the bytes of an object do not match its hash', {
      object: hash,
    });
  if (!isCanonicalObject(json))
    throw new RedaksiError('INVALID', 'an object is not one JSON object in canonical form', {
      object: hash,
    });
}

function isCanonicalObject(json: string): boolean {
  if (!json.startsWith('{')) return false;
  try {
    return nesting(json) <= DEEPEST && canonicalJson(JSON.parse(json)) === json;
  } catch {
    // Not JSON, or half a character.
    return false;
  }
}

/** How deep brackets stand in each other, outside of strings. */
function nesting(json: string): number {
  let depth = 0;
  let deepest = 0;
  for (const bracket of json.replaceAll(/"[^"\\]*(?:\\.[^"\\]*)*"/gs, '')) {
    if (bracket === '{' || bracket === '[') deepest = Math.max(deepest, (depth += 1));
    else if (bracket === '}' || bracket === ']') depth -= 1;
  }
  return deepest;
}
