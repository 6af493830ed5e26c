/** A story as HTML elements, furniture and all: without any class for the clipboard, with classes for the printer. */
import type { Article, PhotoUse, RelatedLink } from '../domain/article.ts';
import type { PhotoHash, StoryId } from '../domain/ids.ts';
import { printCaption } from '../domain/story-text/caption.ts';
import { el, safeAddress, type Element, type Markup } from '../render/markup.ts';
import { lines, runsMarkup } from '../render/runs.ts';
import { storyParts, type LinePart, type StoryPart, type WordBlock } from './parts.ts';

export interface MarkupOptions {
  /** `clean`: elements alone, as a mail or another editor wants them. `named`: with classes for a stylesheet. */
  readonly look: 'clean' | 'named';
  /** Where a picture can be had; null leaves its words alone. */
  readonly photoAddress: (photo: PhotoHash) => string | null;
  /** Where another story of ours can be read; null leaves its title alone. */
  readonly storyAddress: (story: StoryId) => string | null;
}

type Named = (name: string) => Readonly<Record<string, string>>;

export function storyMarkup(article: Article, options: MarkupOptions): readonly Element[] {
  const named: Named = (name) => (options.look === 'named' ? { class: name } : {});
  return storyParts(article).flatMap((part) => partMarkup(part, named, options));
}

const LINE_TAGS: Readonly<Partial<Record<LinePart, string>>> = { headline: 'h1' };

function partMarkup(part: StoryPart, named: Named, options: MarkupOptions): readonly Element[] {
  switch (part.part) {
    case 'line':
      return [el(LINE_TAGS[part.name] ?? 'p', named(part.name), ...lines(part.text))];
    case 'photo':
      return photoMarkup(part.use, named, options);
    case 'links':
      return [
        el('h2', named('list-title'), part.heading),
        el('ul', named(part.name), ...part.links.map((link) => el('li', {}, title(link, options)))),
      ];
    case 'block':
      return blockMarkup(part, named, options);
    default:
      return part satisfies never;
  }
}

function photoMarkup(
  use: PhotoUse,
  named: Named,
  { photoAddress }: MarkupOptions,
): readonly Element[] {
  const address = use.photo === null ? null : photoAddress(use.photo);
  const words = [use.creditLead, printCaption(use, 'brackets')].filter((text) => text !== '');
  if (address === null && words.length === 0) return [];
  return [
    el(
      'figure',
      named('photo'),
      ...(address === null ? [] : [el('img', { srcset: `${address} 1x`, alt: use.alt })]),
      ...(words.length === 0 ? [] : [el('figcaption', {}, ...lines(words.join('\n')))]),
    ),
  ];
}

function blockMarkup(
  { block, dateline, signoff }: Extract<StoryPart, { part: 'block' }>,
  named: Named,
  options: MarkupOptions,
): readonly Element[] {
  const printed = ownMarkup(block, named, options);
  if (dateline === '' && signoff === '') return [printed];
  const before = dateline === '' ? [] : [el('strong', named('dateline'), dateline), ' '];
  const after = signoff === '' ? [] : [' ', el('span', named('signoff'), signoff)];
  return [{ ...printed, children: [...before, ...printed.children, ...after] }];
}

function ownMarkup(block: WordBlock, named: Named, options: MarkupOptions): Element {
  switch (block.kind) {
    case 'paragraph':
      return el('p', named('paragraph'), ...runsMarkup(block.runs));
    case 'heading':
      return el(`h${block.level}`, {}, ...runsMarkup(block.runs));
    case 'quote':
      return el(
        'blockquote',
        {},
        el('p', {}, ...runsMarkup(block.runs)),
        ...speakerMarkup([block.verb, block.speaker]),
      );
    case 'pull-quote':
      return el(
        'aside',
        named('pull-quote'),
        el('p', {}, ...runsMarkup(block.runs)),
        ...speakerMarkup([block.speaker]),
      );
    case 'info-box':
      return el(
        'aside',
        named('info-box'),
        ...(block.title === '' ? [] : [el('p', {}, el('strong', {}, block.title))]),
        ...block.paragraphs.map((runs) => el('p', {}, ...runsMarkup(runs))),
      );
    case 'list':
      return el(
        block.ordered ? 'ol' : 'ul',
        {},
        ...block.items.map((item) => el('li', {}, ...runsMarkup(item))),
      );
    case 'table':
      return tableMarkup(block);
    case 'embed':
      return el('p', named('embed'), ...embedMarkup(block));
    case 'related':
      return el(
        'p',
        named('related-inline'),
        ...(block.label === '' ? [] : [el('strong', {}, `${block.label}:`), ' ']),
        title(block.link, options),
      );
    case 'divider':
      return el('hr');
    default:
      return block satisfies never;
  }
}

function speakerMarkup(parts: readonly string[]): readonly Element[] {
  const text = parts.filter((part) => part !== '').join(' ');
  return text === '' ? [] : [el('p', {}, '— ', el('cite', {}, text))];
}

function tableMarkup({ caption, header, rows }: Extract<WordBlock, { kind: 'table' }>): Element {
  const row = (cells: (typeof rows)[number], cell: 'td' | 'th') =>
    el('tr', {}, ...cells.map((runs) => el(cell, {}, ...runsMarkup(runs))));
  const [first = [], ...others] = rows;
  return el(
    'table',
    {},
    ...(caption === '' ? [] : [el('caption', {}, caption)]),
    ...(header ? [el('thead', {}, row(first, 'th'))] : []),
    el('tbody', {}, ...(header ? others : rows).map((cells) => row(cells, 'td'))),
  );
}

/** The title, and the address in words too: a printed page has no links. */
function embedMarkup({
  url,
  title: words,
}: Extract<WordBlock, { kind: 'embed' }>): readonly Markup[] {
  const link = el('a', { href: safeAddress(url) }, url);
  return words === '' ? [link] : [words, el('br'), link];
}

function title(link: RelatedLink, { storyAddress }: MarkupOptions): Markup {
  const address = link.url ?? (link.story === undefined ? null : storyAddress(link.story));
  const words = link.title === '' ? (address ?? '') : link.title;
  const href = address === null ? null : safeAddress(address);
  return href === null ? words : el('a', { href }, words);
}
