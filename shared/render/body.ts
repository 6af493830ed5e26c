/** The body of a story: one row per kind of block, the dateline run into the first paragraph, the sign-off at the end. */
import {
  isNewerBlock,
  type Article,
  type Block,
  type BlockKind,
  type BlockOf,
  type RelatedLink,
} from '../domain/article.ts';
import { embedProvider, PROVIDER_NAMES } from '../domain/embed.ts';
import { printDateline } from '../domain/story-text/dateline.ts';
import { printSignoffs } from '../domain/story-text/signoff.ts';
import { el, safeAddress, type Element, type Markup } from './markup.ts';
import type { StoryPage } from './page.ts';
import { photoFigure } from './photo.ts';
import { runsMarkup } from './runs.ts';

/** Printed inside a block, before and after its own words. */
interface Attached {
  readonly before: readonly Markup[];
  readonly after: readonly Markup[];
}
const NOTHING: Attached = { before: [], after: [] };

type Printer<Kind extends BlockKind> = (
  block: BlockOf<Kind>,
  page: StoryPage,
  attached: Attached,
) => Element | null;

const BLOCKS: { readonly [Kind in BlockKind]: Printer<Kind> } = {
  paragraph: (block, _page, { before, after }) =>
    el('p', { class: 'paragraph', dir: 'auto' }, ...before, ...runsMarkup(block.runs), ...after),
  heading: (block) =>
    el(`h${block.level}`, { class: 'heading', dir: 'auto' }, ...runsMarkup(block.runs)),
  quote: (block) => {
    const said = block.runs.map((run) => run.text).join('');
    const mark = (text: string) =>
      /^["“”]/.test(said) ? [] : [el('span', { class: 'label' }, text)];
    const speaker = [part('verb', block.verb), part('speaker', block.speaker)].flat();
    return el(
      'blockquote',
      { class: 'quote', dir: 'auto' },
      el(
        'p',
        {},
        ...mark('“'),
        el('span', { class: 'said' }, ...runsMarkup(block.runs)),
        ...mark('”'),
      ),
      ...(speaker.length === 0 ? [] : [el('p', { class: 'speaker-line' }, ...spaced(speaker))]),
    );
  },
  list: (block) =>
    el(
      block.ordered ? 'ol' : 'ul',
      { class: 'list' },
      ...block.items.map((item) =>
        el('li', { class: 'list-line', dir: 'auto' }, ...runsMarkup(item)),
      ),
    ),
  photo: (block, page) => {
    const use = page.article.photoUses.find(({ id }) => id === block.photoUse);
    return use === undefined ? null : photoFigure(use, page, { lead: false, priority: false });
  },
  related: (block, page) =>
    el(
      'p',
      { class: 'related', dir: 'auto' },
      ...(block.label === '' ? [] : [el('span', { class: 'label' }, block.label, ':'), ' ']),
      relatedTitle(block.link, page),
    ),
  'pull-quote': ({ runs, speaker }) =>
    el(
      'aside',
      { class: 'pull-quote', dir: 'auto' },
      el('p', { class: 'said' }, ...runsMarkup(runs)),
      ...part('speaker', speaker, 'p'),
    ),
  table: ({ caption, header, rows }) => {
    const [first = [], ...others] = rows;
    const row = (cells: typeof first, cell: 'td' | 'th') =>
      el(
        'tr',
        { class: 'row' },
        ...cells.map((runs) => {
          const attributes = { class: 'cell', dir: 'auto', ...(cell === 'th' && { scope: 'col' }) };
          return el(cell, attributes, ...runsMarkup(runs));
        }),
      );
    return el(
      'table',
      { class: 'table' },
      ...(caption === '' ? [] : [el('caption', { class: 'table-caption', dir: 'auto' }, caption)]),
      ...(header ? [el('thead', {}, row(first, 'th'))] : []),
      el('tbody', {}, ...(header ? others : rows).map((cells) => row(cells, 'td'))),
    );
  },
  // A link and no more: nothing of the other site runs or counts on the reader's page.
  embed: ({ url, title }) => {
    const provider = embedProvider(url);
    return el(
      'p',
      { class: 'embed', dir: 'auto' },
      ...(provider === null
        ? []
        : [el('span', { class: 'provider' }, PROVIDER_NAMES[provider]), ' ']),
      el('a', { class: 'embed-title', href: safeAddress(url), rel: 'noopener' }, title || url),
    );
  },
  'info-box': ({ title, paragraphs }) =>
    el(
      'aside',
      { class: 'info-box', dir: 'auto' },
      ...part('box-title', title, 'p'),
      ...paragraphs.map((runs) => el('p', { class: 'box-line', dir: 'auto' }, ...runsMarkup(runs))),
    ),
  divider: () => el('hr', { class: 'divider' }),
};

/** All blocks in order. */
export function bodyMarkup(page: StoryPage): readonly Element[] {
  const { blocks, dateline, signoffs } = page.article;
  const opening =
    dateline === null ? [] : [el('span', { class: 'dateline' }, printDateline(dateline))];
  const code = printSignoffs(signoffs);
  const closing = code === '' ? [] : [el('span', { class: 'signoff' }, code)];
  const first = blocks[0]?.kind === 'paragraph' ? 0 : -1;
  const last = signoffAt(page.article);
  const alone = (markup: readonly Element[]) =>
    markup.length === 0 ? [] : [el('p', { class: 'line' }, ...markup)];
  const printed = blocks.flatMap((block, at) => {
    const element = printBlock(block, page, {
      before: at === first && opening.length > 0 ? [...opening, ' '] : [],
      after: at === last && closing.length > 0 ? [' ', ...closing] : [],
    });
    return element === null ? [] : [element];
  });
  return [...(first < 0 ? alone(opening) : []), ...printed, ...(last < 0 ? alone(closing) : [])];
}

/** The last paragraph, when only photos and links to other stories follow it; else -1, and the code stands alone. */
function signoffAt({ blocks }: Pick<Article, 'blocks'>): number {
  const last = blocks.findLastIndex(({ kind }) => kind !== 'photo' && kind !== 'related');
  return blocks[last]?.kind === 'paragraph' ? last : -1;
}

function printBlock(block: Block, page: StoryPage, attached: Attached = NOTHING): Element | null {
  // What a newer Redaksi wrote can't be sealed here, so no page that counts ever lacks it.
  if (isNewerBlock(block)) return null;
  // One table, indexed by the block's own kind: the compiler can't see that both sides agree.
  return (BLOCKS[block.kind] as Printer<BlockKind>)(block, page, attached);
}

/** The title as the article prints it, linked where the other story can be read. */
export function relatedTitle(link: RelatedLink, page: StoryPage): Element {
  const story = link.story === undefined ? null : page.storyLink(link.story);
  const href = story?.url ?? (link.url === undefined ? null : safeAddress(link.url));
  const title = link.title || (story?.title ?? link.url ?? '');
  return el(href === null ? 'span' : 'a', { class: 'related-title', href }, title);
}

function part(name: string, text: string, tag: 'span' | 'p' = 'span'): readonly Element[] {
  return text === '' ? [] : [el(tag, { class: name }, text)];
}

function spaced(elements: readonly Element[]): readonly Markup[] {
  return elements.flatMap((element, at) => (at === 0 ? [element] : [' ', element]));
}
