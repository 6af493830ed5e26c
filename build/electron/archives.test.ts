import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { extractFromTarball, unzip } from './archives.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'redaksi-archives-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function tarball(files: Record<string, Buffer>): Buffer {
  const parts = Object.entries(files).flatMap(([name, content]) => {
    const header = Buffer.alloc(512);
    header.write(name);
    header.write(`${content.length.toString(8).padStart(11, '0')} `, 124);
    return [header, content, Buffer.alloc((512 - (content.length % 512)) % 512)];
  });
  return gzipSync(Buffer.concat([...parts, Buffer.alloc(1024)]));
}

/** A zip of deflated entries: local headers, then the central directory. */
function zip(entries: readonly { name: string; content: string; mode: number }[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, mode } of entries) {
    const data = deflateRawSync(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(Buffer.byteLength(content), 18);
    common.writeUInt16LE(name.length, 22);
    const entry = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE((mode << 16) >>> 0, 6);
    rest.writeUInt32LE(offset, 10);
    const madeBy = Buffer.from([20, 3]);
    central.push(Buffer.from('PK\x01\x02'), madeBy, common, rest, Buffer.from(name));
    local.push(entry);
    offset += entry.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}

it('takes one file out of a tarball and names it by its hash', async () => {
  const wanted = Buffer.alloc(300_001, 'kabar ');
  const archive = path.join(folder, 'a.tgz');
  writeFileSync(
    archive,
    tarball({ 'package/package.json': Buffer.from('{}'), 'package/big.zip': wanted }),
  );
  const sha256 = await extractFromTarball(archive, 'package/big.zip', path.join(folder, 'big.zip'));
  expect(sha256).toBe(createHash('sha256').update(wanted).digest('hex'));
  expect(readFileSync(path.join(folder, 'big.zip')).equals(wanted)).toBe(true);
});

it('says so when the tarball has no such file', async () => {
  const archive = path.join(folder, 'a.tgz');
  writeFileSync(archive, tarball({ 'package/package.json': Buffer.from('{}') }));
  await expect(extractFromTarball(archive, 'x', path.join(folder, 'x'))).rejects.toThrow(
    'holds no x',
  );
});

it('unpacks a zip where the caller wants it, with permissions', async () => {
  const archive = path.join(folder, 'a.zip');
  writeFileSync(
    archive,
    zip([
      { name: 'app/program', content: 'run me', mode: 0o755 },
      { name: 'app/junk', content: 'leave me', mode: 0o644 },
    ]),
  );
  const out = path.join(folder, 'out');
  const place = (name: string) => (name === 'app/program' ? 'bin/electron' : null);
  expect(await unzip(archive, out, place)).toBe(1);
  expect(readFileSync(path.join(out, 'bin/electron'), 'utf8')).toBe('run me');
  expect(statSync(path.join(out, 'bin/electron')).mode & 0o777).toBe(0o755);
});

it('refuses to write outside its folder', async () => {
  const archive = path.join(folder, 'a.zip');
  writeFileSync(archive, zip([{ name: 'a', content: 'x', mode: 0o644 }]));
  await expect(unzip(archive, path.join(folder, 'out'), () => '../escaped')).rejects.toThrow(
    'outside its folder',
  );
});
