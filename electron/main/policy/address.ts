/** An address as a URL, or null. (`URL.parse` is missing in the oldest runtime that we drive.) */
export function parseAddress(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
