/** A story in the order in which it is printed: what every writer of files walks through. */
import {
  isNewerBlock,
  leadPhotoUses,
  type Article,
  type Block,
  type BlockKind,
  type BlockOf,
  type Byline,
  type PhotoUse,
  type RelatedLink,
} from '../domain/article.ts';
import { printDateline } from '../domain/story-text/dateline.ts';
import { signoffParagraph } from '../domain/story-text/print.ts';
import { printSignoffs } from '../domain/story-text/signoff.ts';
import { PAGE_LABELS } from '../render/labels.ts';

/** Furniture that is one paragraph of its own. */
export const LINE_PARTS = [
  'section',
  'headline',
  'deck',
  'byline',
  'dateline',
  'signoff',
  'source',
  'tags',
  'copyright',
] as const;
export type LinePart = (typeof LINE_PARTS)[number];

/** A block whose words are its own; photos are a part of their own kind. */
export type WordBlock = BlockOf<Exclude<BlockKind, 'photo'>>;

export type StoryPart =
  | { readonly part: 'line'; readonly name: LinePart; readonly text: string }
  | { readonly part: 'photo'; readonly use: PhotoUse; readonly lead: boolean }
  | {
      readonly part: 'block';
      readonly block: WordBlock;
      /** Run into this paragraph; empty where none is. */
      readonly dateline: string;
      readonly signoff: string;
    }
  | {
      readonly part: 'links';
      readonly name: 'related' | 'latest';
      readonly heading: string;
      readonly links: readonly RelatedLink[];
    };

/** All parts that have something to say, in reading order. */
export function storyParts(article: Article): readonly StoryPart[] {
  const labels = PAGE_LABELS[article.language];
  const labelled = (label: string, text: string) => (text === '' ? '' : `${label}: ${text}`);
  return [
    ...line('section', article.section),
    ...line('headline', article.headline),
    ...line('deck', article.deck),
    ...line('byline', bylineText(article)),
    ...leadPhotoUses(article).map((use) => ({ part: 'photo', use, lead: true }) as const),
    ...bodyParts(article),
    ...line('source', labelled(labels.source, article.source)),
    ...line('tags', labelled(labels.tags, article.tags.join(', '))),
    ...links('related', labels.related, article.related),
    ...links('latest', labels.latest, article.latest),
    ...line('copyright', article.copyright),
  ];
}

/** `Penulis: Laili Shofiyah | Editor: M Zainal Arifin`. */
export function bylineText({
  language,
  writers,
  editors,
}: Pick<Article, 'language' | 'writers' | 'editors'>): string {
  const labels = PAGE_LABELS[language];
  const credit = (label: string, people: readonly Byline[]) =>
    people.length === 0 ? [] : [`${label}: ${people.map(({ name }) => name).join(', ')}`];
  return [...credit(labels.writers, writers), ...credit(labels.editors, editors)].join(' | ');
}

/** What no writer can print: blocks of a newer Redaksi. They are named to the person, never silently dropped. */
export function leftOutBlocks(article: Article): readonly string[] {
  return article.blocks.filter(isNewerBlock).map((block) => String(block.kind));
}

function bodyParts(article: Article): readonly StoryPart[] {
  const blocks = article.blocks.filter((block) => !isNewerBlock(block) && hasWords(block));
  const uses = new Map(article.photoUses.map((use) => [use.id, use]));
  const dateline = article.dateline === null ? '' : printDateline(article.dateline);
  const signoff = printSignoffs(article.signoffs);
  const first = blocks[0]?.kind === 'paragraph' ? 0 : -1;
  const last = signoffParagraph(blocks);
  const printed = blocks.flatMap((block, at): readonly StoryPart[] => {
    if (isNewerBlock(block)) return [];
    if (block.kind === 'photo') {
      const use = uses.get(block.photoUse);
      return use === undefined ? [] : [{ part: 'photo', use, lead: false }];
    }
    return [
      {
        part: 'block',
        block,
        dateline: at === first ? dateline : '',
        signoff: at === last ? signoff : '',
      },
    ];
  });
  return [
    ...(first < 0 ? line('dateline', dateline) : []),
    ...printed,
    ...(last < 0 ? line('signoff', signoff) : []),
  ];
}

/** An empty line of the manuscript is no paragraph of a file. */
function hasWords(block: Block): boolean {
  if (isNewerBlock(block)) return false;
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return block.runs.some(({ text }) => text !== '');
    case 'list':
      return block.items.length > 0;
    default:
      return true;
  }
}

function line(name: LinePart, text: string): readonly StoryPart[] {
  return text === '' ? [] : [{ part: 'line', name, text }];
}

function links(
  name: 'related' | 'latest',
  heading: string,
  all: readonly RelatedLink[],
): readonly StoryPart[] {
  return all.length === 0 ? [] : [{ part: 'links', name, heading, links: all }];
}
