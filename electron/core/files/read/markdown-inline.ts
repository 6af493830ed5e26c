/** The inside of a Markdown block as runs. Tags among the words count by what they say, never by what they do. */
import type { PhrasingContent } from 'mdast';
import type { Run } from '#shared/domain/article.ts';
import { storyIdSchema, type StoryId } from '#shared/domain/ids.ts';
import { STORY_ADDRESS } from '#shared/export/markdown/markdown.ts';
import { holdableText } from '#shared/domain/story-text/words.ts';
import { joinRuns } from '#shared/render/runs.ts';
import { safeLink } from './inline.ts';

export interface MarkdownImage {
  readonly url: string;
  readonly alt: string;
  readonly title: string;
}

export interface MarkdownRuns {
  readonly runs: readonly Run[];
  readonly images: readonly MarkdownImage[];
  /** Stories of ours that these words link to. */
  readonly stories: readonly StoryId[];
}

interface Look {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly link: string | null;
}

interface Gathering {
  readonly runs: Run[];
  readonly images: MarkdownImage[];
  readonly stories: StoryId[];
  /** Looks that a tag opened and no tag has closed yet. */
  tags: { bold: number; italic: number };
}

export function markdownRuns(children: readonly PhrasingContent[]): MarkdownRuns {
  const gathering: Gathering = { runs: [], images: [], stories: [], tags: { bold: 0, italic: 0 } };
  for (const child of children)
    gather(gathering, child, { bold: false, italic: false, link: null });
  return { ...gathering, runs: joinRuns(gathering.runs) };
}

function gather(into: Gathering, node: PhrasingContent, look: Look): void {
  const within = (children: readonly PhrasingContent[], inside: Look): void => {
    for (const child of children) gather(into, child, inside);
  };
  switch (node.type) {
    case 'text':
      // A line of the source that ends is a space.
      push(into, node.value.replaceAll('\n', ' '), look);
      return;
    case 'inlineCode':
      push(into, node.value, look);
      return;
    case 'strong':
      within(node.children, { ...look, bold: true });
      return;
    case 'emphasis':
      within(node.children, { ...look, italic: true });
      return;
    case 'delete':
      within(node.children, look);
      return;
    case 'break':
      push(into, '\n', look);
      return;
    case 'link': {
      const story = storyIdSchema.safeParse(
        node.url.startsWith(STORY_ADDRESS) ? node.url.slice(STORY_ADDRESS.length) : '',
      );
      if (story.success) into.stories.push(story.data);
      within(node.children, { ...look, link: safeLink(node.url) });
      if (node.title) push(into, ` (${node.title})`, look);
      return;
    }
    case 'linkReference':
      within(node.children, look);
      return;
    case 'image':
      into.images.push({ url: node.url, alt: node.alt ?? '', title: node.title ?? '' });
      return;
    case 'imageReference':
      push(into, node.alt ?? '', look);
      return;
    case 'footnoteReference':
      push(into, `[${node.label ?? node.identifier}]`, look);
      return;
    case 'html':
      tag(into, node.value, look);
      return;
    default:
      node satisfies never;
  }
}

function tag(into: Gathering, html: string, look: Look): void {
  const found = /^<(?<close>\/?)(?<name>[A-Za-z][A-Za-z0-9-]*)/.exec(html)?.groups;
  const name = found?.['name']?.toLowerCase();
  const step = found?.['close'] === '/' ? -1 : 1;
  if (name === 'br') push(into, '\n', look);
  else if (name === 'strong' || name === 'b') into.tags.bold = Math.max(0, into.tags.bold + step);
  else if (name === 'em' || name === 'i') into.tags.italic = Math.max(0, into.tags.italic + step);
}

function push(into: Gathering, text: string, { bold, italic, link }: Look): void {
  if (text === '') return;
  into.runs.push({
    text: holdableText(text),
    ...((bold || into.tags.bold > 0) && { bold: true as const }),
    ...((italic || into.tags.italic > 0) && { italic: true as const }),
    ...(link !== null && { link }),
  });
}
