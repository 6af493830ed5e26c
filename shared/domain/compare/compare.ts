/** What changed between two articles: place by place in reading order, and word by word inside each. */
import { diffArrays } from 'diff';
import {
  blockText,
  FURNITURE_FIELDS,
  isNewerBlock,
  type Article,
  type Block,
  type Furniture,
  type PhotoUse,
} from '../article.ts';
import { canonicalJson } from '../canonical.ts';
import { tokensOfRuns, tokensOfText, type Token } from '../merge/words.ts';
import { printDateline } from '../story-text/dateline.ts';
import { printSignoffs } from '../story-text/signoff.ts';
import { compareWords, type Piece } from './words.ts';

/** One place of an article, as it was and as it is. */
export interface ComparedPlace {
  /** A furniture field, `photo:<use>.<field>` or `block:<id>`. */
  readonly where: string;
  /** `moved`: the same words at another place of the body. A block that moved and changed is `changed`. */
  readonly is: 'same' | 'added' | 'removed' | 'changed' | 'moved';
  readonly pieces: readonly Piece[];
}

/**
 * Every place that either article has, in the order of the one after; what is gone stands where it stood. Empty places
 * are left out.
 */
export function compareArticles(before: Article, after: Article): readonly ComparedPlace[] {
  const furniture = FURNITURE_FIELDS.map((field) =>
    place(field, fieldTokens(before, field), fieldTokens(after, field)),
  );
  return [...furniture, ...photoPlaces(before, after), ...blockPlaces(before, after)].filter(
    ({ pieces, is }) => pieces.length > 0 || is !== 'same',
  );
}

/** The places that are not as they were. */
export function changedPlaces(before: Article, after: Article): readonly ComparedPlace[] {
  return compareArticles(before, after).filter(({ is }) => is !== 'same');
}

function place(where: string, before: readonly Token[], after: readonly Token[]): ComparedPlace {
  const pieces = compareWords(before, after);
  return { where, is: pieces.every(({ is }) => is === 'same') ? 'same' : 'changed', pieces };
}

/** Lists of names and links stand one a line, so that an entry is never mistaken for part of its neighbour. */
const FIELD_TEXTS: { readonly [Field in keyof Furniture]?: (article: Article) => string } = {
  writers: ({ writers }) => writers.map(({ name }) => name).join('\n'),
  editors: ({ editors }) => editors.map(({ name }) => name).join('\n'),
  dateline: ({ dateline }) => (dateline === null ? '' : printDateline(dateline)),
  eventDate: ({ eventDate }) => eventDate ?? '',
  signoffs: ({ signoffs }) => printSignoffs(signoffs),
  related: ({ related }) => related.map(linkText).join('\n'),
  latest: ({ latest }) => latest.map(linkText).join('\n'),
  tags: ({ tags }) => tags.join('\n'),
};

function linkText({ title, url }: Article['related'][number]): string {
  return url === undefined ? title : `${title} ${url}`.trim();
}

function fieldTokens(article: Article, field: keyof Furniture): readonly Token[] {
  const print = FIELD_TEXTS[field];
  const value = print === undefined ? article[field] : print(article);
  return tokensOfText(typeof value === 'string' ? value : '');
}

const PHOTO_FIELDS = ['creditLead', 'slug', 'caption', 'credit', 'alt', 'photo'] as const;

function photoPlaces(before: Article, after: Article): readonly ComparedPlace[] {
  const byId = ({ photoUses }: Article) =>
    new Map<string, PhotoUse>(photoUses.map((use) => [use.id, use]));
  const [was, now] = [byId(before), byId(after)];
  return [...new Set([...now.keys(), ...was.keys()])].flatMap((id) =>
    PHOTO_FIELDS.map((field) =>
      place(
        `photo:${id}.${field}`,
        tokensOfText(was.get(id)?.[field] ?? ''),
        tokensOfText(now.get(id)?.[field] ?? ''),
      ),
    ),
  );
}

function blockPlaces(before: Article, after: Article): readonly ComparedPlace[] {
  const byId = ({ blocks }: Article) =>
    new Map<string, Block>(blocks.map((block) => [block.id, block]));
  const [was, now] = [byId(before), byId(after)];
  const order = diffArrays(
    before.blocks.map(({ id }) => id),
    after.blocks.map(({ id }) => id),
  );
  return order.flatMap(({ added, removed, value }) =>
    value.flatMap((id): readonly ComparedPlace[] => {
      const [old, fresh] = [was.get(id), now.get(id)];
      const where = `block:${id}`;
      // What moved is shown where it went.
      if (removed && fresh !== undefined) return [];
      if (fresh === undefined) return old === undefined ? [] : [whole(where, old, 'removed')];
      if (old === undefined) return [whole(where, fresh, 'added')];
      if (canonicalJson(old) === canonicalJson(fresh))
        return [{ ...whole(where, fresh, 'same'), is: added ? 'moved' : 'same' }];
      return [{ ...place(where, blockTokens(old), blockTokens(fresh)), is: 'changed' }];
    }),
  );
}

function whole(where: string, block: Block, is: Piece['is']): ComparedPlace {
  const text = blockTokens(block)
    .map((token) => token.text)
    .join('');
  return { where, is, pieces: text === '' ? [] : [{ text, is }] };
}

const LINE: Token = { text: '\n', look: '' };

/** All words of a block, with their looks where they have any. */
function blockTokens(block: Block): readonly Token[] {
  if (isNewerBlock(block)) return tokensOfText(canonicalJson(block));
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return tokensOfRuns(block.runs);
    case 'quote':
      return lines(tokensOfRuns(block.runs), tokensOfText(`${block.verb} ${block.speaker}`.trim()));
    case 'pull-quote':
      return lines(tokensOfRuns(block.runs), tokensOfText(block.speaker));
    case 'list':
      return lines(...block.items.map(tokensOfRuns));
    case 'info-box':
      return lines(tokensOfText(block.title), ...block.paragraphs.map(tokensOfRuns));
    case 'table':
      return lines(tokensOfText(block.caption), ...block.rows.flat().map(tokensOfRuns));
    case 'related':
    case 'embed':
      return tokensOfText(blockText(block));
    case 'photo':
    case 'divider':
      return [];
    default:
      return block satisfies never;
  }
}

function lines(...texts: readonly (readonly Token[])[]): readonly Token[] {
  return texts
    .filter((tokens) => tokens.length > 0)
    .flatMap((tokens, at) => (at === 0 ? tokens : [LINE, ...tokens]));
}
