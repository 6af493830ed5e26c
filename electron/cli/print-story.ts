/** `story print`: an article's JSON as story text. */
import { z } from 'zod';
import { articleSchema, type Article } from '#shared/domain/article.ts';
import { decodeUtf8 } from '#shared/domain/story-text/input.ts';
import {
  printStoryText,
  STORY_TEXT_FORMS,
  type StoryTextForm,
} from '#shared/domain/story-text/index.ts';
import { refuse } from './refusal.ts';

/** What `parse --json` gives; only what printing needs is looked at. */
const parsedSchema = z.object({
  result: z.literal('parse'),
  article: z.unknown(),
  report: z.object({ form: z.enum(STORY_TEXT_FORMS) }),
});

/** The story text of a bare article, or of what `parse --json` gave (then in the form that was read). */
export function printArticleJson(bytes: Uint8Array, form: StoryTextForm | undefined): string {
  const value = readJson(bytes);
  const parsed = parsedSchema.safeParse(value);
  const article = readArticle(parsed.success ? parsed.data.article : value);
  return printStoryText(article, form ?? (parsed.success ? parsed.data.report.form : undefined));
}

function readJson(bytes: Uint8Array): unknown {
  const text = decodeUtf8(bytes);
  if (text === null || text.trim() === '') {
    throw refuse('Berkas ini tidak memuat JSON.', 'The input holds no JSON.');
  }
  try {
    return JSON.parse(text);
  } catch {
    throw refuse('Berkas ini bukan JSON yang sah.', 'The input is not valid JSON.');
  }
}

function readArticle(value: unknown): Article {
  const article = articleSchema.safeParse(value);
  if (article.success) return article.data;
  const issue = article.error.issues[0];
  const place =
    issue === undefined || issue.path.length === 0
      ? ''
      : ` (${issue.path.join('.')}: ${issue.message})`;
  throw refuse(
    `JSON ini bukan artikel Redaksi${place}.`,
    `This JSON is not an article of Redaksi${place}.`,
  );
}
