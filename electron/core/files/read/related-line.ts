/** A title and where it leads, on one line. */
import { linkSchema, type RelatedLink, type Run } from '#shared/domain/article.ts';
import { storyIdSchema } from '#shared/domain/ids.ts';
import { STORY_ADDRESS } from '#shared/export/markdown/markdown.ts';
import { textOfRuns } from './runs.ts';

/** `title <address>`, as front matter has it. */
export function readTitleAndAddress(line: string): RelatedLink {
  const found = /^(?<title>.*?) ?<(?<address>[^<>\s]+)>$/s.exec(line)?.groups;
  if (found === undefined) return { title: line };
  const { title = '', address = '' } = found;
  const story = storyIdSchema.safeParse(
    address.startsWith(STORY_ADDRESS) ? address.slice(STORY_ADDRESS.length) : '',
  );
  if (story.success) return { title, story: story.data };
  return linkSchema.safeParse(address).success ? { title, url: address } : { title: line };
}

/** A title that may be a link. */
export function titleOfRuns(runs: readonly Run[]): RelatedLink {
  const title = textOfRuns(runs).trim();
  const url = runs.find((run) => run.link !== undefined)?.link;
  return url === undefined ? { title } : { title: title === url ? '' : title, url };
}
