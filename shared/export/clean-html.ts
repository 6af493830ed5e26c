/** A story for the clipboard: HTML without classes, styles or addresses of ours, and its text. */
import type { Article } from '../domain/article.ts';
import { printStoryText, type StoryTextForm } from '../domain/story-text/index.ts';
import { printFragment } from '../render/markup.ts';
import { storyMarkup } from './story-markup.ts';

export interface StoryForClipboard {
  readonly html: string;
  readonly text: string;
}

/** Pictures can't travel by clipboard address: their words do. */
export function cleanStoryHtml(article: Article, form: StoryTextForm): StoryForClipboard {
  const elements = storyMarkup(article, {
    look: 'clean',
    photoAddress: () => null,
    storyAddress: () => null,
  });
  return { html: printFragment(elements), text: printStoryText(article, form) };
}
