// oxlint-disable-next-line typescript/triple-slash-reference -- whoever imports this file must see the types
/// <reference path="./yauzl.d.ts" />
/** The two archives on the way to a runtime: a registry's tarball, and the zip inside it. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import yauzl from 'yauzl';

const TAR_BLOCK = 512;

/**
 * Copies one file out of a `.tgz`, as a stream, and returns the SHA-256 of what it copied (hex).
 * Throws when the tarball has no such file or ends early.
 */
export async function extractFromTarball(
  tarball: string,
  name: string,
  target: string,
): Promise<string> {
  const hash = createHash('sha256');
  const out = await open(target, 'w');
  let pending: Buffer = Buffer.alloc(0);
  // Bytes of the present entry still to come, with its padding; and how many of them are wanted.
  let rest = 0;
  let wanted = 0;
  let found = false;
  try {
    for await (const chunk of createReadStream(tarball).pipe(createGunzip())) {
      pending =
        pending.length === 0 ? (chunk as Buffer) : Buffer.concat([pending, chunk as Buffer]);
      while (pending.length > 0) {
        if (rest > 0) {
          const part = pending.subarray(0, Math.min(rest, pending.length));
          const content = part.subarray(0, Math.min(wanted, part.length));
          if (content.length > 0) {
            hash.update(content);
            await out.writeFile(content);
          }
          wanted -= content.length;
          rest -= part.length;
          pending = pending.subarray(part.length);
          if (found && wanted === 0) return hash.digest('hex');
          continue;
        }
        if (pending.length < TAR_BLOCK) break;
        const header = readTarHeader(pending.subarray(0, TAR_BLOCK));
        pending = pending.subarray(TAR_BLOCK);
        rest = Math.ceil(header.size / TAR_BLOCK) * TAR_BLOCK;
        found = header.name === name;
        wanted = found ? header.size : 0;
      }
    }
  } finally {
    await out.close();
  }
  throw new Error(`${path.basename(tarball)} is cut short or holds no ${name}.`);
}

/** Name and size of a tar entry. Plain ustar: npm's tarballs have no long names where we look. */
function readTarHeader(header: Buffer): { name: string; size: number } {
  const text = (from: number, to: number) =>
    header.toString('utf8', from, to).replace(/\0.*$/s, '').trim();
  const prefix = text(345, 500);
  const name = text(0, 100);
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    size: Number.parseInt(text(124, 136) || '0', 8),
  };
}

/**
 * Unpacks the entries of a zip for which `place` gives a path (relative to `folder`), with their
 * permissions. `place` returns null for what to leave out.
 */
export async function unzip(
  file: string,
  folder: string,
  place: (entry: string) => string | null,
): Promise<number> {
  const zip = await yauzl.openPromise(file);
  let files = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const wanted = entry.fileName.endsWith('/') ? null : place(entry.fileName);
      if (wanted === null) continue;
      const target = path.resolve(folder, wanted);
      // SECURITY: an archive may not write outside the folder it is unpacked to.
      if (!target.startsWith(path.resolve(folder) + path.sep)) {
        throw new Error(`${path.basename(file)} wants to write outside its folder: ${wanted}`);
      }
      await mkdir(path.dirname(target), { recursive: true });
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target));
      await chmod(target, (entry.externalFileAttributes >>> 16) & 0o777 || 0o644);
      files += 1;
    }
  } finally {
    zip.close();
  }
  return files;
}
