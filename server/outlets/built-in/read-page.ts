/** Reads a page as any reader would: over HTTP, from its public address. */

/** The HTML of a page, or null when it could not be reached. */
export type ReadPage = (url: string) => Promise<string | null>;

const PATIENCE_MS = 15_000;
/** Of a story page; more is not ours. */
const MOST_CHARACTERS = 50_000_000;

export const readPageByHttp: ReadPage = async (url) => {
  try {
    const answer = await fetch(url, {
      // What a cache in between kept is no proof.
      headers: { 'cache-control': 'no-cache', accept: 'text/html' },
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (answer.status !== 200) return null;
    const html = await answer.text();
    return html.length > MOST_CHARACTERS ? null : html;
  } catch {
    return null;
  }
};
