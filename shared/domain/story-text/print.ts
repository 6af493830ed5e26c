/** A story as text, in the form of a house. The inverse of `parseStoryText`. */
import {
  leadPhotoUses,
  type Article,
  type Block,
  type NewerBlock,
  type PhotoUse,
} from '../article.ts';
import { joinNames } from './byline.ts';
import { printCaption } from './caption.ts';
import { printDateline } from './dateline.ts';
import { HOUSES, type House, type StoryPart, type StoryTextForm } from './houses.ts';
import { endsSentence } from './lines.ts';
import { printRuns } from './marks.ts';
import { printRelated, printTags } from './related.ts';
import { printSignoffs } from './signoff.ts';

/**
 * Prints an article as its newsroom passes it around: every furniture rule of the house, a blank line between
 * paragraphs, headings of empty lists hidden. With the form of the parser's report the input's words come back in
 * their order; without a form, Tribun's.
 */
export function printStoryText(article: Article, form: StoryTextForm = 'tribun'): string {
  const house = HOUSES[form];
  const groups = house.order.map((parts) =>
    parts.flatMap((part) => PARTS[part](article, house)).join('\n'),
  );
  const text = groups.filter((group) => group !== '').join('\n\n');
  return text === '' ? '' : `${text}\n`;
}

/** Each part as its lines; none when the article has nothing to say there. */
const PARTS = {
  section: (article) => line(article.section),
  headline: (article, house) => line(starred(article.headline, house)),
  deck: (article) => line(article.deck),
  byline: (article, house) => printByline(article, house),
  photos: (article, house) => leadPhotoUses(article).flatMap((use) => printPhoto(use, house)),
  body: (article, house) => line(printBody(article, house).join('\n\n')),
  source: (article, house) =>
    namesSource(article, house) ? [] : labelled(house.labels.source, article.source),
  tags: (article, house) => line(printTags(article.tags, house.labels.tags)),
  related: (article, house) => list(house.labels.related, article.related.map(printRelated)),
  latest: (article, house) => list(house.labels.latest, article.latest.map(printRelated)),
  copyright: (article) => line(article.copyright),
} satisfies Record<StoryPart, (article: Article, house: House) => string[]>;

function line(text: string): string[] {
  return text === '' ? [] : [text];
}

function labelled(label: string, text: string): string[] {
  return text === '' ? [] : [`${label}: ${text}`];
}

function list(heading: string, titles: readonly string[]): string[] {
  return titles.length === 0 ? [] : [heading, ...titles];
}

function starred(text: string, house: House): string {
  return house.starHeadings && text !== '' && !text.includes('*') ? `*${text}*` : text;
}

function namesSource(article: Article, house: House): boolean {
  return (
    house.byline === 'brand' && article.writers.length > 0 && article.source.startsWith('detik')
  );
}

function printByline(article: Article, house: House): string[] {
  const names = (people: Article['writers'], last: ', ' | ' and ' = ', ') =>
    joinNames(
      people.map(({ name }) => name),
      last,
    );
  const { writers, editors } = house.labels;
  switch (house.byline) {
    case 'brand': {
      const first = namesSource(article, house)
        ? [`${names(article.writers)} - ${article.source}`]
        : labelled(writers, names(article.writers));
      return [...first, ...labelled(editors, names(article.editors))];
    }
    case 'stacked':
      return [
        ...labelled(writers, names(article.writers)),
        ...labelled(editors, names(article.editors)),
      ];
    case 'line':
      return line(
        [
          ...labelled(writers, names(article.writers)),
          ...labelled(editors, names(article.editors)),
        ].join(' | '),
      );
    case 'credits': {
      const credit = (label: string, people: Article['writers']) =>
        people.length === 0 ? [] : [`${label} ${names(people, ' and ')}`];
      return line(
        [...credit(writers, article.writers), ...credit(editors, article.editors)].join('; '),
      );
    }
    default:
      return house.byline satisfies never;
  }
}

function printPhoto(use: PhotoUse, house: House): string[] {
  return [...line(use.creditLead), ...line(printCaption(use, house.credit))];
}

/** The body's paragraphs: the dateline runs into the first, the sign-off follows the last. */
function printBody(article: Article, house: House): string[] {
  const uses = new Map(article.photoUses.map((use) => [use.id, use]));
  const printed = article.blocks.map((block) => printBlock(block, uses, house));
  if (article.dateline) {
    const dateline = printDateline(article.dateline);
    if (article.blocks[0]?.kind === 'paragraph') printed[0] = `${dateline} ${printed[0]}`;
    else printed.unshift(dateline);
  }
  const signoffs = printSignoffs(article.signoffs);
  if (signoffs !== '') {
    const last = signoffParagraph(article.blocks);
    const at = last < 0 ? -1 : last + printed.length - article.blocks.length;
    if (at >= 0 && endsSentence(printed[at] ?? '')) printed[at] = `${printed[at]} ${signoffs}`;
    else if (at >= 0) printed.splice(at + 1, 0, signoffs);
    else printed.push(signoffs);
  }
  return printed.filter((text) => text !== '');
}

/** The last paragraph, when only photos and links to other stories follow it; else -1. */
export function signoffParagraph(blocks: readonly Pick<Block, 'kind'>[]): number {
  const last = blocks.findLastIndex((block) => block.kind !== 'photo' && block.kind !== 'related');
  return blocks[last]?.kind === 'paragraph' ? last : -1;
}

function printBlock(block: Block, uses: ReadonlyMap<string, PhotoUse>, house: House): string {
  switch (block.kind) {
    case 'paragraph':
      return printRuns(block.runs);
    case 'heading':
      return starred(printRuns(block.runs), house);
    case 'quote': {
      const said = printRuns(block.runs);
      const quoted = /^["“]/.test(said) ? said : `"${said}"`;
      return [quoted, block.verb, block.speaker].filter((part) => part !== '').join(' ');
    }
    case 'list':
      return block.items
        .map((item, at) => `${block.ordered ? `${at + 1}.` : '-'} ${printRuns(item)}`)
        .join('\n');
    case 'photo': {
      const use = uses.get(block.photoUse);
      return use ? printPhoto(use, house).join('\n') : '';
    }
    case 'related':
      return block.label === ''
        ? printRelated(block.link)
        : `${block.label}: ${printRelated(block.link)}`;
    case 'pull-quote': {
      const said = printRuns(block.runs);
      return block.speaker === '' ? said : `${said}\n${block.speaker}`;
    }
    case 'table':
      return [block.caption, ...block.rows.map((row) => row.map(printRuns).join('\t'))]
        .filter((text) => text !== '')
        .join('\n');
    case 'embed':
      return [block.title, block.url].filter((text) => text !== '').join('\n');
    case 'info-box':
      return [starred(block.title, house), ...block.paragraphs.map(printRuns)]
        .filter((text) => text !== '')
        .join('\n');
    case 'divider':
      return '***';
    default:
      // Text has no form for what a newer Redaksi wrote; the article keeps it.
      block satisfies NewerBlock;
      return '';
  }
}
