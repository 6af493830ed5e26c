/** A story's page as a reader would see it, from what stands on this laptop now. */
import { RENDITION_PIXELS } from '#shared/contract/media-paths.ts';
import { SCHEMES } from '#shared/contract/shell.ts';
import type { PhotoHash, StoryId } from '#shared/domain/ids.ts';
import { DEFAULT_TIME_ZONE, type PhotoSource, type ResolvedStory } from '#shared/render/page.ts';
import { renderDraftPage } from '#shared/render/story-page.ts';
import { isoNow, type Clock } from '../clock.ts';
import type { Store } from '../db/store.ts';
import type { Workings } from './workings.ts';

interface Parts {
  readonly store: Store;
  readonly workings: Workings;
  readonly clock: Clock;
}

/** null when this laptop has no such story, or does not know its site yet. */
export function draftPage({ store, workings, clock }: Parts, story: StoryId): string | null {
  const row = store.stories.get(story);
  const desk = row === null ? null : store.registers.desk(row.desk);
  const site = desk === null ? null : store.registers.site(desk.site);
  if (site === null) return null;
  return renderDraftPage({
    article: workings.get(story).article,
    site,
    publishedAt: isoNow(clock),
    timeZone: DEFAULT_TIME_ZONE,
    photoSource: (photo) => photoSource(store, photo),
    storyLink: (other) => storyLink(store, other),
  });
}

function photoSource({ photos }: Store, hash: PhotoHash): PhotoSource | null {
  const photo = photos.get(hash);
  if (photo === null || photo.state === 'awaited') return null;
  const { width, height } = photo;
  const scale = Math.min(1, RENDITION_PIXELS.preview / Math.max(width, height));
  return {
    width,
    height,
    renditions: [
      {
        url: `${SCHEMES.media}://photo/${hash}?size=preview`,
        width: Math.max(1, Math.round(width * scale)),
        mediaType: 'image/jpeg',
      },
    ],
  };
}

function storyLink({ stories }: Store, story: StoryId): ResolvedStory | null {
  const summary = stories.summary(story);
  return summary?.url == null ? null : { title: summary.headline, url: summary.url };
}
