/** One JSON for one value (RFC 8785), and its SHA-256. Everything stored is named by such a hash. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

/** The canonical JSON text of a JSON-safe value. Throws on what JSON can't hold (undefined, NaN, lone surrogates). */
export function canonicalJson(value: unknown): string {
  const json = canonicalize(value);
  if (json === undefined) throw new TypeError('this value has no JSON');
  return json;
}

/** SHA-256, lower-case hex, of the UTF-8 bytes of a text. */
export function sha256Text(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** SHA-256 of a value's canonical JSON. */
export function hashValue<Hash extends string>(value: unknown): Hash {
  return sha256Text(canonicalJson(value)) as Hash;
}
