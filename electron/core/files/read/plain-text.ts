/** A plain text goes through the story-text parser, which loses no word of any text. */
import { parseStoryText } from '#shared/domain/story-text/index.ts';
import type { FiledStory, FilingOptions } from './filed.ts';

export function fileText(text: string, options: FilingOptions): Omit<FiledStory, 'pictures'> {
  const { article, report } = parseStoryText(text, options);
  return { article, leftOver: report.leftOver.map(({ text: left, why }) => ({ text: left, why })) };
}
