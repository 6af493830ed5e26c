/** `redaksi-preview://`: a story's page as readers see it, without scripts and in an origin of its own. */
import { createHash } from 'node:crypto';
import type { StoryId } from '#shared/domain/ids.ts';
import { draftPolicy, LIVE_POLICY, policyHeader } from '../policy/csp.ts';
import { previewAddress } from '../policy/preview-address.ts';
import { answer, readsOnly, refuse } from './responses.ts';

export interface PreviewSources {
  /** A draft's page from core; null when this laptop has no such story. */
  readonly renderDraft: (story: StoryId) => Promise<string | null>;
  /** A page that waits to be printed; null when none waits under this ticket. */
  readonly readPrint: (ticket: string) => Promise<string | null>;
  /** The newsroom's server, as core knows it. */
  readonly server: () => Promise<string | null>;
  readonly fetch: typeof fetch;
}

const LIVE_BYTES = 20_000_000;
const LIVE_MILLISECONDS = 15_000;
/** What a published page is made of; scripts are not fetched at all. */
const LIVE_TYPES =
  /^(?:text\/html|text\/css|font\/[a-z0-9-]+|image\/(?:jpeg|png|webp|avif|gif|x-icon))\b/;

export function servePreview(sources: PreviewSources): (request: Request) => Promise<Response> {
  return readsOnly(async (url) => {
    try {
      const place = previewAddress(url, await sources.server());
      if (place === null) return refuse(404);
      switch (place.kind) {
        case 'draft':
          return await draft(await sources.renderDraft(place.story));
        case 'print':
          return await draft(await sources.readPrint(place.ticket));
        case 'live':
          return await live(place.url, sources.fetch);
        default:
          return place satisfies never;
      }
    } catch {
      return refuse(502);
    }
  });
}

async function draft(html: string | null): Promise<Response> {
  if (html === null) return refuse(404);
  return answer(html, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policyHeader(draftPolicy(styleHashes(html))),
    'Cache-Control': 'no-store',
  });
}

async function live(url: string, fetchPage: typeof fetch): Promise<Response> {
  const page = await fetchPage(url, {
    // SECURITY: a redirect could lead away from the newsroom's server; nothing of ours is sent along.
    redirect: 'error',
    credentials: 'omit',
    signal: AbortSignal.timeout(LIVE_MILLISECONDS),
  });
  const mediaType = page.headers.get('content-type') ?? '';
  if (!LIVE_TYPES.test(mediaType)) return refuse(415);
  const body = await readUpTo(page, LIVE_BYTES);
  if (body === null) return refuse(502);
  // A page that was withdrawn answers 410 and is readable all the same; the address bar of a preview is ours.
  return answer(body, {
    'Content-Type': mediaType,
    'Content-Security-Policy': policyHeader(LIVE_POLICY),
    'Cache-Control': 'no-store',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  });
}

async function readUpTo(page: Response, limit: number): Promise<Buffer<ArrayBuffer> | null> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader = page.body?.getReader();
  for (;;) {
    const piece = await reader?.read();
    if (piece === undefined || piece.done) return Buffer.concat(pieces);
    size += piece.value.byteLength;
    if (size > limit) {
      await reader?.cancel();
      return null;
    }
    pieces.push(piece.value);
  }
}

/** Hashes of the page's own style elements. The renderer escapes all text, so no story can open one. */
function styleHashes(html: string): readonly string[] {
  return [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, css = '']) =>
    createHash('sha256').update(css).digest('base64'),
  );
}
