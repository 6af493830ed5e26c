/** The server's signatures on receipts and seals, checked against the keys that were pinned at sign-in. */
import { createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import { signedText, type Receipt, type Seal } from '#shared/domain/seal.ts';
import type { Meta } from '../db/meta.ts';

const keysSchema = z.record(z.string(), z.string());
export type SigningKeys = Readonly<z.infer<typeof keysSchema>>;

export function pinnedKeys(meta: Meta): SigningKeys {
  return keysSchema.parse(JSON.parse(meta.get('keys') ?? '{}'));
}

/** SECURITY: only a key that was pinned counts, and only Ed25519. */
export function isSignedBy(keys: SigningKeys, record: Receipt | Seal): boolean {
  const spki = Object.hasOwn(keys, record.key) ? keys[record.key] : undefined;
  if (spki === undefined) return false;
  try {
    const key = createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' });
    if (key.asymmetricKeyType !== 'ed25519') return false;
    return verify(
      null,
      Buffer.from(signedText(record), 'utf8'),
      key,
      Buffer.from(record.signature, 'base64url'),
    );
  } catch {
    return false;
  }
}

/** Is it still the server that this laptop signed in to? */
export function sharesAKey(pinned: SigningKeys, offered: SigningKeys): boolean {
  return Object.entries(pinned).some(([name, key]) => offered[name] === key);
}
