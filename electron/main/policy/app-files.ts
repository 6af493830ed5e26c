/** Which file of the built window an address names. Pure: the protocol only reads what this allows. */
import path from 'node:path';
import { WORKBENCH_HOST } from './origins.ts';
import { parseAddress } from './address.ts';

/** What the build puts out. An ending that is not here is not served. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.wasm': 'application/wasm',
  // Dictionaries: data for the spelling worker.
  '.aff': 'application/octet-stream',
  '.dic': 'application/octet-stream',
};

export interface AppFile {
  readonly file: string;
  /** As the address names it, decoded: `/assets/x.js`. */
  readonly pathname: string;
  readonly mediaType: string;
}

/** The file under `folder` that an address names, or null. */
export function appFile(folder: string, address: string): AppFile | null {
  const url = parseAddress(address);
  if (url === null || url.host !== WORKBENCH_HOST || url.username !== '' || url.password !== '') {
    return null;
  }
  const name = decodePath(url.pathname);
  if (name === null) return null;
  const file = path.resolve(folder, `.${name === '/' ? '/index.html' : name}`);
  const mediaType = MEDIA_TYPES[path.extname(file).toLowerCase()];
  // SECURITY: containment, with the separator: `renderer-old` is not inside `renderer`.
  if (mediaType === undefined || !isInside(folder, file)) return null;
  return { file, pathname: name, mediaType };
}

/** A path of plain names, decoded once; null for everything that could mean another place. */
function decodePath(pathname: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  // SECURITY: no NUL, no back slash or drive (Windows reads them as places), nothing encoded twice, no empty or dot names.
  if (/[\0\\:%]/.test(decoded)) return null;
  if (decoded === '/') return decoded;
  const names = decoded.split('/').slice(1);
  return names.some((name) => name === '' || name.startsWith('.')) ? null : decoded;
}

/** True when `file` lies in `folder` or below. Both absolute. */
export function isInside(folder: string, file: string): boolean {
  const between = path.relative(folder, file);
  return between !== '' && !between.startsWith('..') && !path.isAbsolute(between);
}
