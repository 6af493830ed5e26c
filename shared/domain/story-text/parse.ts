/** A story as newsrooms pass it around, read into an article. */
import { emptyArticle, LIMITS, type Article, type Block, type Run } from '../article.ts';
import { newBlockId, type BlockId } from '../ids.ts';
import { fileBody } from './body.ts';
import { cutForwardHeader, notStory, type NotStory } from './chrome.ts';
import {
  classLine,
  emptyFiling,
  leave,
  understand,
  type ClassedLine,
  type Filing,
} from './filing.ts';
import { formOf } from './form.ts';
import { fileHead } from './head.ts';
import { storyLanguage } from './language.ts';
import { joinWrapped, readLines, type StoryLine } from './lines.ts';
import { makeArticle, type ParseOptions } from './make-article.ts';
import type { LeftOverWhy } from './left-over.ts';
import { balanceWords, type StoryTextReport } from './report.ts';
import { hasWords } from './words.ts';

export interface ParsedStoryText {
  readonly article: Article;
  readonly report: StoryTextReport;
}

/**
 * Reads a story text: a plain text, a mail, a messenger's message, a published page's text. Never throws, and the
 * article always satisfies `articleSchema`.
 *
 * SECURITY: no word is lost. The words of the printed article and of what is left over are balanced against the
 * input's; if any were missing, the text comes back as plain paragraphs instead.
 */
export function parseStoryText(text: string, options: ParseOptions = {}): ParsedStoryText {
  const { missing, ...parsed } = readStory(text, options);
  return missing.length === 0 ? parsed : asParagraphs(text, options);
}

/** Like `parseStoryText`, without the net: also says which words are missing, and which the printed form added. */
export function readStory(
  text: string,
  options: ParseOptions = {},
): ParsedStoryText & { readonly missing: readonly string[]; readonly added: readonly string[] } {
  const filing = emptyFiling();
  const { lines, forwarded } = unwrap(filing, text);
  const head = fileHead(filing, lines);
  const body = takeDateline(filing, lines, head);
  fileBody(filing, body, head.bodyAt);
  const form = formOf(filing, forwarded);
  const article = makeArticle(filing, options);
  const { leftOver, missing, added } = balanceWords(
    text,
    article,
    form,
    filing.leftOver,
    filing.asides,
  );
  const hasHeadline = hasWords(article.headline);
  return {
    article,
    report: { form, hasHeadline, understood: filing.understood, leftOver },
    missing,
    added,
  };
}

const NOT_STORY = {
  site: 'chrome',
  greeting: 'chrome',
  messenger: 'forward-header',
  mail: 'forward-header',
} as const satisfies Record<NotStory, LeftOverWhy>;

/** Takes off what stands around a story and tells each line's kind. */
function unwrap(filing: Filing, text: string): { lines: ClassedLine[]; forwarded: boolean } {
  const lines: StoryLine[] = [];
  let forwarded = false;
  let gap = false;
  const { lines: readable, rest } = readLines(text);
  if (rest) leave(filing, rest, rest.text, 'over-limit');
  for (const read of readable) {
    const forward = cutForwardHeader(read.text);
    if (forward) {
      forwarded = true;
      leave(filing, read, forward.header, 'forward-header');
    }
    const line = forward ? { ...read, text: forward.rest, blankBefore: true } : read;
    const origin = line.text === '' ? null : notStory(line.text);
    if (origin) leave(filing, line, line.text, NOT_STORY[origin]);
    forwarded ||= origin === 'messenger';
    gap ||= line.blankBefore;
    if (origin || line.text === '') continue;
    lines.push(gap && !line.blankBefore ? { ...line, blankBefore: true } : line);
    gap = false;
  }
  const isFurniture = (line: StoryLine) =>
    /^[-•–*]\s|^\d{1,3}[.)]\s/.test(line.text) || classLine(line).is !== 'plain';
  return {
    lines: joinWrapped(lines, isFurniture).map((line) => ({ ...line, kind: classLine(line) })),
    forwarded,
  };
}

/** Takes the dateline off the first paragraph. */
function takeDateline(
  filing: Filing,
  lines: readonly ClassedLine[],
  { bodyAt, dateline }: ReturnType<typeof fileHead>,
): readonly ClassedLine[] {
  const line = lines[bodyAt];
  if (!dateline || !line) return lines;
  filing.dateline = dateline.dateline;
  understand(filing, 'dateline', [line], dateline.printed);
  const rest = { ...line, text: dateline.rest, kind: { is: 'plain' as const } };
  return lines.toSpliced(bodyAt, 1, ...(dateline.rest === '' ? [] : [rest]));
}

/** The net: every line a paragraph, nothing understood. */
function asParagraphs(text: string, { newId = newBlockId }: ParseOptions): ParsedStoryText {
  const filing = emptyFiling();
  const blocks: Block[] = [];
  const { lines, rest } = readLines(text);
  if (rest) leave(filing, rest, rest.text, 'over-limit');
  for (const line of lines) {
    const runs: Run[] = [{ text: line.text }];
    if (blocks.length >= LIMITS.blocks || line.text.length > LIMITS.text)
      leave(filing, line, line.text, 'over-limit');
    else blocks.push({ id: newId() as BlockId, kind: 'paragraph', runs });
  }
  const article = { ...emptyArticle(), language: storyLanguage(text), blocks };
  return {
    article,
    report: { form: 'plain', hasHeadline: false, understood: [], leftOver: filing.leftOver },
  };
}
