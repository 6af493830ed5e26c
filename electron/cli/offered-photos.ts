/** Looks at the photo files that the user names, without writing anything. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { readProposal } from '#core/photos/proposal.ts';
import { makeRenditions, readPicture } from '#core/photos/renditions.ts';
import { RedaksiError } from '#shared/contract/errors.ts';
import { HTTP_LIMITS } from '#shared/contract/http.ts';
import type { PhotoHash } from '#shared/domain/ids.ts';
import { unreadable } from './input.ts';
import type { OfferedPhoto } from './photo-words.ts';
import { refuse } from './refusal.ts';

/** Refuses what is no whole JPEG, PNG or WebP picture. */
export async function lookAtPhoto(file: string): Promise<OfferedPhoto> {
  try {
    const facts = await stat(file);
    if (!facts.isFile()) throw Object.assign(new Error('not a file'), { code: 'EISDIR' });
    if (facts.size > HTTP_LIMITS.photoBytes) throw new RedaksiError('TOO_LARGE', 'too many bytes');
    const hash = await hashFile(file);
    await readPicture(file);
    // The small sizes alone show a picture that is cut off.
    await makeRenditions(file);
    return { file, hash, proposal: await readProposal(file) };
  } catch (error) {
    if (!(error instanceof RedaksiError)) throw unreadable(file, error);
    if (error.code === 'TOO_LARGE') {
      throw refuse(`Foto "${file}" terlalu besar.`, `The photo "${file}" is too large.`);
    }
    throw refuse(
      `"${file}" bukan foto JPEG, PNG, atau WebP yang utuh.`,
      `"${file}" is not a whole JPEG, PNG or WebP photo.`,
    );
  }
}

async function hashFile(file: string): Promise<PhotoHash> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part as Uint8Array);
  return hash.digest('hex') as PhotoHash;
}
