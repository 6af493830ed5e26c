/** The server's signature on seals and receipts: Ed25519, with a key made at the first start. */
import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { signedText, type Receipt, type Seal } from '#shared/domain/seal.ts';
import type { Random } from './environment.ts';

export interface Signer {
  /** Name -> SPKI in base64: what laptops pin and check with. */
  readonly publicKeys: Readonly<Record<string, string>>;
  /** Adds key and signature to a record. */
  sign<Record extends Seal | Receipt>(unsigned: Omit<Record, 'key' | 'signature'>): Record;
}

/** PKCS#8 of an Ed25519 key, up to its 32 secret bytes (RFC 8410). */
const PKCS8_START = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Reads the key in a folder, or makes one. SECURITY: only the server's own user may read the file. */
export function openSigner(folder: string, random: Random): Signer {
  const file = join(folder, 'signing-key.pem');
  if (!existsSync(file)) writeKey(file, random);
  const key = createPrivateKey(readFileSync(file));
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const name = `k${createHash('sha256').update(spki).digest('hex').slice(0, 15)}`;
  return {
    publicKeys: { [name]: spki.toString('base64') },
    sign: <Record extends Seal | Receipt>(unsigned: Omit<Record, 'key' | 'signature'>) =>
      signed<Record>(unsigned, name, key),
  };
}

function writeKey(file: string, random: Random): void {
  const key = createPrivateKey({
    key: Buffer.concat([PKCS8_START, random(32)]),
    format: 'der',
    type: 'pkcs8',
  });
  const descriptor = openSync(file, 'wx', 0o600);
  writeSync(descriptor, key.export({ type: 'pkcs8', format: 'pem' }) as string);
  fsyncSync(descriptor);
  closeSync(descriptor);
}

function signed<Record extends Seal | Receipt>(
  unsigned: Omit<Record, 'key' | 'signature'>,
  name: string,
  key: KeyObject,
): Record {
  const record = { ...unsigned, key: name, signature: '' } as Record;
  const signature = sign(null, Buffer.from(signedText(record)), key).toString('base64url');
  return { ...record, signature };
}
