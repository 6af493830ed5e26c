/**
 * A story as Markdown (CommonMark with GitHub's tables): furniture as front matter, so that a site generator finds
 * it by its usual names, the body as it is printed. What CommonMark has no form for is written as a callout.
 */
import type { Article, PhotoUse, RelatedLink } from '../../domain/article.ts';
import { printCaption } from '../../domain/story-text/caption.ts';
import { storyParts, type StoryPart, type WordBlock } from '../parts.ts';
import { frontMatter } from './front-matter.ts';
import { inlineMarkdown, textMarkdown } from './inline.ts';

/** Addresses of ours inside a Markdown file: a photo by its hash, a story by its id. */
export const PHOTO_ADDRESS = 'photo:';
export const STORY_ADDRESS = 'redaksi://story/';

/** A comment, which no reader sees. Behind a link: it is a paragraph, and no card of another site. */
export const SILENT_MARK = '<!-- -->';

/** The story as one Markdown file, ending in a line break. */
export function printMarkdown(article: Article): string {
  const parts = storyParts(article);
  const opensWithPhoto = parts.find((part) => part.part !== 'line')?.part === 'photo';
  const body = parts.flatMap((part, at) => {
    const printed = printPart(part, opensWithPhoto && at === firstPhoto(parts));
    if (printed === '') return [];
    // Two lists with nothing between them would be read as one.
    return isList(part) && isList(parts[at - 1]) ? [SILENT_MARK, printed] : [printed];
  });
  return `${[frontMatter(article), ...body].join('\n\n')}\n`;
}

function isList(part: StoryPart | undefined): boolean {
  return part?.part === 'block' && part.block.kind === 'list';
}

function firstPhoto(parts: readonly StoryPart[]): number {
  return parts.findIndex((part) => part.part === 'photo');
}

function printPart(part: StoryPart, opens: boolean): string {
  switch (part.part) {
    case 'line':
      // The rest of the furniture stands in the front matter.
      return part.name === 'dateline' || part.name === 'signoff' ? textMarkdown(part.text) : '';
    case 'photo':
      // A photo at the top leads, unless it says that it is part of the body.
      return printPhoto(part.use, opens && !part.lead ? ' "body"' : '');
    case 'links':
      return '';
    case 'block':
      return printBlock(part.block, part);
    default:
      return part satisfies never;
  }
}

function printBlock(
  block: WordBlock,
  { dateline, signoff }: { readonly dateline: string; readonly signoff: string },
): string {
  switch (block.kind) {
    case 'paragraph': {
      const runs = [
        ...(dateline === '' ? [] : [{ text: `${dateline} ` }]),
        ...block.runs,
        ...(signoff === '' ? [] : [{ text: ` ${signoff}` }]),
      ];
      const [only, ...others] = block.runs.filter(({ text }) => text !== '');
      const aloneLink = only?.link !== undefined && others.length === 0 && runs.length === 1;
      return `${inlineMarkdown(runs)}${aloneLink ? SILENT_MARK : ''}`;
    }
    case 'heading':
      return `${'#'.repeat(block.level)} ${oneLine(inlineMarkdown(block.runs))}`;
    case 'quote': {
      const speaker = [
        ...(block.verb === '' ? [] : [{ text: `${block.verb} ` }]),
        ...(block.speaker === '' ? [] : [{ text: block.speaker, bold: true as const }]),
      ];
      return quoted([
        inlineMarkdown(block.runs),
        ...(speaker.length === 0 ? [] : [`— ${inlineMarkdown(speaker)}`]),
      ]);
    }
    case 'pull-quote':
      return quoted([
        `[!quote] ${textMarkdown(block.speaker)}`.trimEnd(),
        inlineMarkdown(block.runs),
      ]);
    case 'info-box':
      return quoted([
        `[!info] ${textMarkdown(block.title)}`.trimEnd(),
        ...block.paragraphs.map((runs) => inlineMarkdown(runs)).filter((text) => text !== ''),
      ]);
    case 'list':
      return block.items
        .map((item, at) => listLine(block.ordered ? `${at + 1}. ` : '- ', inlineMarkdown(item)))
        .join('\n');
    case 'table':
      return printTable(block);
    case 'embed':
      return block.title === ''
        ? `<${block.url}>`
        : inlineMarkdown([{ text: block.title, link: block.url }]);
    case 'related':
      return printRelated(block.label, block.link);
    case 'divider':
      return '---';
    default:
      return block satisfies never;
  }
}

function printRelated(label: string, link: RelatedLink): string {
  const address = link.url ?? (link.story === undefined ? undefined : STORY_ADDRESS + link.story);
  const title = { text: link.title, ...(address === undefined ? {} : { link: address }) };
  if (label === '') return inlineMarkdown([title]);
  return inlineMarkdown([{ text: `${label}:`, bold: true }, { text: ' ' }, title]);
}

/** `![alt](photo:hash "body")`, the credit lead and the caption as printed, each on a line. */
function printPhoto(use: PhotoUse, mark: string): string {
  const lines = [
    `![${textMarkdown(use.alt)}](<${PHOTO_ADDRESS}${use.photo ?? ''}>${mark})`,
    use.creditLead === '' ? '' : textMarkdown(use.creditLead),
    textMarkdown(printCaption(use, 'brackets')),
  ];
  return lines.filter((line) => line !== '').join('\\\n');
}

function printTable({ caption, header, rows }: Extract<WordBlock, { kind: 'table' }>): string {
  const columns = rows[0]?.length ?? 1;
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const printed = rows.map((cells) => row(cells.map((runs) => inlineMarkdown(runs, 'cell'))));
  const rule = row(Array.from({ length: columns }, () => '---'));
  const [first = '', ...others] = printed;
  const lines = header
    ? [first, rule, ...others]
    : [row(Array.from({ length: columns }, () => '')), rule, ...printed];
  // Pandoc's form of a caption.
  return [lines.join('\n'), ...(caption === '' ? [] : [`: ${textMarkdown(caption)}`])].join('\n\n');
}

function quoted(paragraphs: readonly string[]): string {
  return paragraphs
    .join('\n\n')
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

function listLine(mark: string, text: string): string {
  return `${mark}${text.split('\n').join(`\n${' '.repeat(mark.length)}`)}`;
}

/** A heading of `#` is one line; a break inside it is a tag. */
function oneLine(markdown: string): string {
  return markdown.replaceAll('\\\n', '<br>').replace(/#+$/, (marks) => `\\${marks}`);
}
