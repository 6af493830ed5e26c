/**
 * The proof that a page is what was signed. Two halves, because either alone can be fooled:
 * 1. every field of the sealed article against what a reader sees, straight from the article, so that a fault of the
 *    renderer shows as well;
 * 2. every other element, attribute and word of the page against a fresh rendering, so that nothing may be added,
 *    moved or changed anywhere else.
 */
import { diffArrays } from 'diff';
import {
  isNewerBlock,
  leadPhotoUses,
  runsText,
  type Article,
  type Block,
  type BlockKind,
  type BlockOf,
  type PhotoUse,
  type RelatedLink,
  type Run,
} from '../../domain/article.ts';
import { embedProvider, PROVIDER_NAMES } from '../../domain/embed.ts';
import type { ProofField } from '../../domain/seal.ts';
import { printDateline } from '../../domain/story-text/dateline.ts';
import { printSignoffs } from '../../domain/story-text/signoff.ts';
import type { PageFacts } from '../page.ts';
import { renderStoryPage } from '../story-page.ts';
import { readableTime } from '../when.ts';
import { bylineText, captionText, copyrightText } from '../wording.ts';
import { looksText, readParts, type PagePart } from './parts.ts';
import {
  readStoryParts,
  type BlockReading,
  type LinkReading,
  type PhotoReading,
} from './reading.ts';

type Pair = readonly [field: string, sealed: string, live: string];

/** As many as a proof may carry. */
const MOST_FIELDS = 9_000;

/** Compares a page, field by field, with the article that was sealed. Equal when every field is. */
export function comparePage(
  article: Article,
  html: string,
  expected: PageFacts,
): readonly ProofField[] {
  const live = readParts(html);
  const fields = [
    ...articlePairs(article, live, expected),
    ...pagePairs(article, live, expected),
  ].map(([field, sealed, read]): ProofField => ({
    field,
    sealed,
    live: read,
    equal: sealed === read,
  }));
  if (fields.length <= MOST_FIELDS) return fields;
  // What differs must never be what is cut.
  return [...fields.filter(({ equal }) => !equal), ...fields.filter(({ equal }) => equal)].slice(
    0,
    MOST_FIELDS,
  );
}

export function isFaithful(fields: readonly ProofField[]): boolean {
  return fields.length > 0 && fields.every(({ equal }) => equal);
}

function articlePairs(article: Article, page: PagePart, facts: PageFacts): readonly Pair[] {
  const live = readStoryParts(page);
  const time = (at: string) => readableTime(at, article.language, facts.timeZone);
  const { updatedAt } = facts;
  return [
    ['content', facts.contentHash, live.contentHash],
    ['url', facts.url, live.canonical],
    ['language', article.language, live.language],
    ['section', article.section, live.section],
    ['headline', article.headline, live.headline],
    [
      'socialHeadline',
      article.socialHeadline ?? article.headline,
      live.metas.get('og:title')?.[0] ?? '',
    ],
    ['deck', article.deck, live.deck],
    ['byline', bylineText(article), live.byline],
    ...each(
      'writers',
      article.writers.map(({ name }) => name),
      live.writers,
    ),
    ...each(
      'editors',
      article.editors.map(({ name }) => name),
      live.editors,
    ),
    ['published', facts.firstPublishedAt, live.published.datetime],
    ['published.text', time(facts.firstPublishedAt), live.published.text],
    ['updated', updatedAt ?? '', live.updated?.datetime ?? ''],
    ['updated.text', updatedAt === undefined ? '' : time(updatedAt), live.updated?.text ?? ''],
    ...aligned(leadPhotoUses(article), live.leadPhotos).flatMap(([use, photo], at) =>
      photoPairs(`photo[${at}]`, use, photo, facts),
    ),
    ['dateline', article.dateline === null ? '' : printDateline(article.dateline), live.dateline],
    ...aligned(article.blocks, live.blocks).flatMap(([block, read], at) =>
      blockPairs(`block[${at}]`, block, read, article, facts),
    ),
    ['signoff', printSignoffs(article.signoffs), live.signoff],
    ['source', article.source, live.source],
    ...each('tags', article.tags, live.tags),
    ...linkPairs('related', article.related, live.related, facts),
    ...linkPairs('latest', article.latest, live.latest, facts),
    [
      'copyright',
      copyrightText(article, facts.site, facts.firstPublishedAt, facts.timeZone),
      live.copyright,
    ],
  ];
}

function aligned<A, B>(
  sealed: readonly A[],
  live: readonly B[],
): readonly (readonly [A | undefined, B | undefined])[] {
  return Array.from({ length: Math.max(sealed.length, live.length) }, (_, at) => [
    sealed[at],
    live[at],
  ]);
}

function each(field: string, sealed: readonly string[], live: readonly string[]): readonly Pair[] {
  return aligned(sealed, live).map(([a, b], at): Pair => [
    `${field}[${at}]`,
    a ?? NOTHING,
    b ?? NOTHING,
  ]);
}

/** Something that is not there at all differs from something that is empty. */
const NOTHING = '∅';

function photoPairs(
  field: string,
  use: PhotoUse | undefined,
  photo: PhotoReading | undefined,
  facts: PageFacts,
): readonly Pair[] {
  if (use === undefined || photo === undefined) {
    return [[field, use === undefined ? NOTHING : captionText(use), photo?.line ?? NOTHING]];
  }
  const source = use.photo === null ? null : facts.photoSource(use.photo);
  const pictures = source?.renditions.map(({ url }) => url) ?? [];
  // Any size of the right photo will do here; the exact markup is compared with the whole page.
  const picture = pictures.includes(photo.src) ? photo.src : (pictures[0] ?? '');
  return [
    [`${field}.picture`, picture, photo.src],
    [`${field}.alt`, source === null ? '' : use.alt, photo.alt],
    [`${field}.creditLead`, use.creditLead, photo.creditLead],
    [`${field}.slug`, use.slug, photo.slug],
    [`${field}.caption`, use.caption, photo.caption],
    [`${field}.credit`, use.credit, photo.credit],
    [`${field}.line`, captionText(use), photo.line],
  ];
}

function runsPairs(field: string, sealed: readonly Run[], live: readonly Run[]): readonly Pair[] {
  const looks: Pair = [`${field}.look`, looksText(sealed), looksText(live)];
  return [
    [field, runsText(sealed), runsText(live)],
    ...(looks[1] === '' && looks[2] === '' ? [] : [looks]),
  ];
}

type ReadingOf<Kind extends BlockKind> = Extract<BlockReading, { kind: Kind }>;
type BlockPairs<Kind extends BlockKind> = (
  field: string,
  sealed: BlockOf<Kind>,
  live: ReadingOf<Kind>,
  article: Article,
  facts: PageFacts,
) => readonly Pair[];

const BLOCK_PAIRS: { readonly [Kind in BlockKind]: BlockPairs<Kind> } = {
  paragraph: (field, sealed, live) => runsPairs(field, sealed.runs, live.runs),
  heading: (field, sealed, live) => [
    [`${field}.level`, String(sealed.level), String(live.level)],
    ...runsPairs(field, sealed.runs, live.runs),
  ],
  quote: (field, sealed, live) => [
    ...runsPairs(field, sealed.runs, live.runs),
    [`${field}.verb`, sealed.verb, live.verb],
    [`${field}.speaker`, sealed.speaker, live.speaker],
  ],
  list: (field, sealed, live) => [
    [`${field}.ordered`, String(sealed.ordered), String(live.ordered)],
    [field, joined(sealed.items.map(runsText)), joined(live.items.map(runsText))],
    [`${field}.look`, joined(sealed.items.map(looksText)), joined(live.items.map(looksText))],
  ],
  photo: (field, sealed, live, article, facts) =>
    photoPairs(
      field,
      article.photoUses.find(({ id }) => id === sealed.photoUse),
      live.photo,
      facts,
    ),
  related: (field, sealed, live, _article, facts) => [
    [`${field}.label`, sealed.label, live.label],
    [`${field}.title`, linkTitle(sealed.link, facts), live.link.title],
    [`${field}.link`, linkTarget(sealed.link, facts), live.link.href],
  ],
  'pull-quote': (field, sealed, live) => [
    ...runsPairs(field, sealed.runs, live.runs),
    [`${field}.speaker`, sealed.speaker, live.speaker],
  ],
  table: (field, sealed, live) => [
    [`${field}.caption`, sealed.caption, live.caption],
    [`${field}.header`, String(sealed.header), String(live.header)],
    [field, grid(sealed.rows, runsText), grid(live.rows, runsText)],
    [`${field}.look`, grid(sealed.rows, looksText), grid(live.rows, looksText)],
  ],
  embed: (field, sealed, live) => {
    const provider = embedProvider(sealed.url);
    return [
      [`${field}.provider`, provider === null ? '' : PROVIDER_NAMES[provider], live.provider],
      [`${field}.title`, sealed.title || sealed.url, live.link.title],
      [`${field}.link`, sealed.url, live.link.href],
    ];
  },
  'info-box': (field, sealed, live) => [
    [`${field}.title`, sealed.title, live.title],
    [field, joined(sealed.paragraphs.map(runsText)), joined(live.paragraphs.map(runsText))],
    [
      `${field}.look`,
      joined(sealed.paragraphs.map(looksText)),
      joined(live.paragraphs.map(looksText)),
    ],
  ],
  divider: () => [],
};

function grid(
  rows: readonly (readonly (readonly Run[])[])[],
  print: (runs: readonly Run[]) => string,
): string {
  return joined(rows.map((cells) => cells.map(print).join('\t')));
}

function joined(lines: readonly string[]): string {
  return lines.join('\n');
}

function blockPairs(
  field: string,
  sealed: Block | undefined,
  live: BlockReading | undefined,
  article: Article,
  facts: PageFacts,
): readonly Pair[] {
  const kinds: Pair = [
    `${field}.kind`,
    sealed === undefined ? NOTHING : String(sealed.kind),
    live?.kind ?? NOTHING,
  ];
  if (sealed === undefined || live === undefined || isNewerBlock(sealed)) return [kinds];
  if (sealed.kind !== live.kind) return [kinds];
  // One table, indexed by the kind that both have: the compiler can't see that they agree.
  const pairs = BLOCK_PAIRS[sealed.kind] as BlockPairs<BlockKind>;
  return [kinds, ...pairs(field, sealed, live, article, facts)];
}

function linkPairs(
  field: string,
  sealed: readonly RelatedLink[],
  live: readonly LinkReading[],
  facts: PageFacts,
): readonly Pair[] {
  return aligned(sealed, live).flatMap(([link, read], at): readonly Pair[] => [
    [`${field}[${at}].title`, link ? linkTitle(link, facts) : NOTHING, read?.title ?? NOTHING],
    [`${field}[${at}].link`, link ? linkTarget(link, facts) : NOTHING, read?.href ?? NOTHING],
  ]);
}

function linkTitle(link: RelatedLink, facts: PageFacts): string {
  const story = link.story === undefined ? null : facts.storyLink(link.story);
  return link.title || (story?.title ?? link.url ?? '');
}

function linkTarget(link: RelatedLink, facts: PageFacts): string {
  const story = link.story === undefined ? null : facts.storyLink(link.story);
  return story?.url ?? link.url ?? '';
}

/** Everything on the page beside the article's own fields: one row in all, or one for each difference. */
function pagePairs(article: Article, live: PagePart, facts: PageFacts): readonly Pair[] {
  const expected = partLines(readParts(renderStoryPage({ ...facts, article })));
  const read = partLines(live);
  const size = (lines: readonly string[]) => `${lines.length} parts`;
  const changes = diffArrays([...expected], [...read], { maxEditLength: 2_000 });
  if (changes === undefined) return [['page', size(expected), `${size(read)}, another page`]];
  if (changes.every(({ added, removed }) => !added && !removed)) {
    return [['page', size(expected), size(read)]];
  }
  return changes.flatMap(({ added, removed, value }): readonly Pair[] =>
    value.flatMap((line): readonly Pair[] => {
      if (removed) return [['page', line, NOTHING]];
      return added ? [['page', NOTHING, line]] : [];
    }),
  );
}

/** A page as lines, one an element: depth, tag, attributes, text and look. Two pages with the same lines look the same. */
function partLines(part: PagePart, depth = 0): readonly string[] {
  const attributes = Object.entries(part.attributes)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .sort()
    .join(' ');
  const place = part.offset === 0 ? '' : `@${part.offset}`;
  const words = [
    part.tag,
    place,
    attributes,
    JSON.stringify(runsText(part.runs)),
    looksText(part.runs),
  ];
  const line = `${'  '.repeat(depth)}${words.filter((word) => word !== '' && word !== '""').join(' ')}`;
  return [line, ...part.children.flatMap((child) => partLines(child, depth + 1))];
}
