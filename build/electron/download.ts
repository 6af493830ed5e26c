/** A download that survives a broken line: it goes on where it stopped, also in the next run. */
import { createWriteStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import http from 'node:http';
import https from 'node:https';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const ATTEMPTS = 5;
const SILENCE_MS = 30_000;
const MAX_REDIRECTS = 5;

/** The server's own refusal (401, 404, ...): trying again would not help. */
export class DownloadRefused extends Error {}

export interface Download {
  readonly url: string;
  /** Where the bytes go; what is there already is kept and continued. */
  readonly file: string;
  /** Extra certificate authorities (PEM), as in npm's `cafile`. */
  readonly ca?: string | undefined;
  /** Called with the bytes there are and the bytes there will be. */
  readonly onProgress?: (received: number, total: number) => void;
  /** Pause before the second attempt; doubles after each. */
  readonly pauseMs?: number;
}

/** Downloads to `file`, resuming by HTTP Range. Throws when the file could not be completed. */
export async function downloadFile(download: Download): Promise<void> {
  await mkdir(path.dirname(download.file), { recursive: true });
  let pause = download.pauseMs ?? 1_000;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await continueDownload(download);
      return;
    } catch (error) {
      if (error instanceof DownloadRefused || attempt === ATTEMPTS) throw error;
      await sleep(pause);
      pause *= 2;
    }
  }
}

async function continueDownload(download: Download): Promise<void> {
  const have = await sizeOf(download.file);
  const response = await request(download.url, have, download.ca);
  const status = response.statusCode ?? 0;
  if (status === 416 && have > 0) {
    // Nothing lies beyond what we have: it was complete. Its hash is the caller's to check.
    response.resume();
    return;
  }
  if (status !== 200 && status !== 206) {
    response.resume();
    if (status >= 500) throw new Error(`The server answered ${status}.`);
    throw new DownloadRefused(`The server answered ${status}.`);
  }
  const start = status === 206 ? have : 0;
  const length = Number(response.headers['content-length'] ?? Number.NaN);
  const total = start + length;
  let received = start;
  response.on('data', (chunk: Buffer) => {
    received += chunk.length;
    download.onProgress?.(received, total);
  });
  await pipeline(response, createWriteStream(download.file, { flags: start > 0 ? 'a' : 'w' }));
  if (Number.isFinite(total) && received !== total) {
    throw new Error(`The connection ended after ${received} of ${total} bytes.`);
  }
}

async function request(
  url: string,
  from: number,
  ca: string | undefined,
  redirects = 0,
): Promise<http.IncomingMessage> {
  const secure = new URL(url).protocol === 'https:';
  const agent = secure
    ? new https.Agent({ proxyEnv: process.env, ...(ca !== undefined && { ca }) })
    : new http.Agent({ proxyEnv: process.env });
  const headers = from > 0 ? { range: `bytes=${from}-` } : {};
  const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
    const sent = (secure ? https : http).get(url, { agent, headers }, resolve);
    sent.setTimeout(SILENCE_MS, () => sent.destroy(new Error('The connection went silent.')));
    sent.on('error', reject);
  });
  const { location } = response.headers;
  if ((response.statusCode ?? 0) >= 300 && (response.statusCode ?? 0) < 400 && location) {
    response.resume();
    if (redirects === MAX_REDIRECTS) throw new DownloadRefused('Too many redirects.');
    return await request(new URL(location, url).href, from, ca, redirects + 1);
  }
  return response;
}

async function sizeOf(file: string): Promise<number> {
  return await stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}
