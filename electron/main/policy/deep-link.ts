import { storyIdSchema, type StoryId } from '#shared/domain/ids.ts';
import { parseAddress } from './address.ts';

/** Everything that a `redaksi://` link can mean. SECURITY: a link opens; it never changes anything. */
export type DeepLink = { readonly kind: 'open-story'; readonly story: StoryId };

export const DEEP_LINK_SCHEME = 'redaksi';

/** Reads `redaksi://story/<id>`; null for anything else. */
export function parseDeepLink(text: string): DeepLink | null {
  if (text.length > 200) return null;
  const url = parseAddress(text);
  if (url === null || url.protocol !== `${DEEP_LINK_SCHEME}:` || url.host !== 'story') return null;
  if (url.search !== '' || url.hash !== '' || url.username !== '') return null;
  const story = storyIdSchema.safeParse(url.pathname.slice(1));
  return story.success ? { kind: 'open-story', story: story.data } : null;
}

/** The first link among a process's arguments: how Linux and Windows hand a link over. */
export function deepLinkIn(argv: readonly string[]): DeepLink | null {
  for (const argument of argv) {
    const link = parseDeepLink(argument);
    if (link !== null) return link;
  }
  return null;
}
