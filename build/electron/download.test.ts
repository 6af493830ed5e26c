import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DownloadRefused, downloadFile } from './download.ts';

const CONTENT = Buffer.from('0123456789'.repeat(1_000));

let folder: string;
let server: http.Server;
let requests: (string | undefined)[];
let answer: (request: http.IncomingMessage, response: http.ServerResponse) => void;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'redaksi-download-'));
  requests = [];
  server = http.createServer((request, response) => {
    requests.push(request.headers.range);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

function serve(request: http.IncomingMessage, response: http.ServerResponse): void {
  const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
  if (from >= CONTENT.length) {
    response.writeHead(416).end();
    return;
  }
  const body = CONTENT.subarray(from);
  response.writeHead(from > 0 ? 206 : 200, { 'content-length': body.length }).end(body);
}

async function download(): Promise<Buffer> {
  const { port } = server.address() as AddressInfo;
  const file = path.join(folder, 'file');
  await downloadFile({ url: `http://127.0.0.1:${port}/file`, file, pauseMs: 1 });
  return readFileSync(file);
}

it('goes on where an earlier run stopped', async () => {
  answer = serve;
  writeFileSync(path.join(folder, 'file'), CONTENT.subarray(0, 4_000));
  expect((await download()).equals(CONTENT)).toBe(true);
  expect(requests).toEqual(['bytes=4000-']);
});

it('goes on after the line broke', async () => {
  answer = (request, response) => {
    if (requests.length > 1) return serve(request, response);
    response.writeHead(200, { 'content-length': CONTENT.length });
    response.write(CONTENT.subarray(0, 3_000), () => response.destroy());
  };
  expect((await download()).equals(CONTENT)).toBe(true);
  expect(requests).toHaveLength(2);
});

it('does not fetch again what is complete', async () => {
  answer = serve;
  writeFileSync(path.join(folder, 'file'), CONTENT);
  expect((await download()).equals(CONTENT)).toBe(true);
});

it('begins anew where the server knows no ranges', async () => {
  answer = (_, response) => void response.writeHead(200).end(CONTENT);
  writeFileSync(path.join(folder, 'file'), 'something else');
  expect((await download()).equals(CONTENT)).toBe(true);
});

it('takes a refusal for an answer', async () => {
  answer = (_, response) => void response.writeHead(404).end();
  await expect(download()).rejects.toThrow(DownloadRefused);
  expect(requests).toHaveLength(1);
});

it('follows a redirect', async () => {
  answer = (request, response) => {
    if (request.url === '/elsewhere') return serve(request, response);
    response.writeHead(302, { location: '/elsewhere' }).end();
  };
  expect((await download()).equals(CONTENT)).toBe(true);
});
