import { isOutgoingTicket } from '#shared/contract/files.ts';
import { storyIdSchema, type StoryId } from '#shared/domain/ids.ts';
import { parseAddress } from './address.ts';

export type PreviewAddress =
  /** A story as this laptop has it. */
  | { readonly kind: 'draft'; readonly story: StoryId }
  /** A page that waits to be printed, by its ticket; only main opens it. */
  | { readonly kind: 'print'; readonly ticket: string }
  /** A page, picture or style sheet of the newsroom's public site. */
  | { readonly kind: 'live'; readonly url: string };

/** What `redaksi-preview://…` names, or null. `server` is the newsroom's server; nothing else can be reached. */
export function previewAddress(address: string, server: string | null): PreviewAddress | null {
  const url = parseAddress(address);
  if (url === null || url.username !== '' || url.password !== '' || url.port !== '') return null;
  if (url.host === 'draft') {
    const story = storyIdSchema.safeParse(url.pathname.slice(1));
    return story.success ? { kind: 'draft', story: story.data } : null;
  }
  if (url.host === 'print') {
    const ticket = url.pathname.slice(1);
    return isOutgoingTicket(ticket) ? { kind: 'print', ticket } : null;
  }
  if (url.host !== 'live' || server === null) return null;
  return livePage(url, server);
}

function livePage({ pathname, search }: URL, server: string): PreviewAddress | null {
  const home = parseAddress(server);
  if (home === null || (home.protocol !== 'http:' && home.protocol !== 'https:')) return null;
  const page = parseAddress(home.origin + pathname + search);
  // SECURITY: `//elsewhere/` would name another host; the API is no page.
  if (page === null || page.origin !== home.origin || /^\/+v\d+(\/|$)/i.test(page.pathname)) {
    return null;
  }
  return { kind: 'live', url: page.href };
}
