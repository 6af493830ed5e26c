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
    return canonicalJson(JSON.parse(json)) === json;
  } catch {
    // Not JSON, half a character, or nested deeper than the stack.
    return false;
  }
}
