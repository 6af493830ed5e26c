import { SCHEMES } from '#shared/contract/shell.ts';
import type { PhotoHash, StoryId } from '#shared/domain/ids.ts';

/** Replaced only by the development harness, which has no protocols of its own. */
let addresses = {
  photo: (hash: PhotoHash, size: 'thumb' | 'preview' | 'original') =>
    `${SCHEMES.media}://photo/${hash}?size=${size}`,
  draft: (story: StoryId, content: string) =>
    // The content hash makes a changed draft another address: the frame loads it anew.
    `${SCHEMES.preview}://draft/${story}?content=${content}`,
  live: (url: string) => `${SCHEMES.preview}://live${new URL(url).pathname}`,
};

export function replaceAddresses(other: typeof addresses): void {
  addresses = other;
}

/** Where the window finds pictures and printed pages: by custom schemes, never over the network. */
export function photoAddress(hash: PhotoHash, size: 'thumb' | 'preview' | 'original'): string {
  return addresses.photo(hash, size);
}
export function draftAddress(story: StoryId, content: string): string {
  return addresses.draft(story, content);
}
export function liveAddress(url: string): string {
  return addresses.live(url);
}
