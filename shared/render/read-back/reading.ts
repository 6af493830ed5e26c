/** What a reader gets, read from a published page's visible markup: the half of the proof that knows no article. */
import { runsText, type Run } from '../../domain/article.ts';
import { CONTENT_META } from '../metadata.ts';
import { readParts, type PagePart } from './parts.ts';

export interface PhotoReading {
  /** Address of the picture; empty when the page shows words alone. */
  readonly src: string;
  readonly alt: string;
  readonly creditLead: string;
  readonly slug: string;
  readonly caption: string;
  readonly credit: string;
  /** `SLUG: caption (credit)`, the whole line. */
  readonly line: string;
}

export interface LinkReading {
  readonly title: string;
  readonly href: string;
}

export type BlockReading =
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'heading'; readonly level: number; readonly runs: readonly Run[] }
  | {
      readonly kind: 'quote';
      readonly runs: readonly Run[];
      readonly verb: string;
      readonly speaker: string;
    }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly items: readonly (readonly Run[])[];
    }
  | { readonly kind: 'photo'; readonly photo: PhotoReading }
  | { readonly kind: 'related'; readonly label: string; readonly link: LinkReading }
  | { readonly kind: 'pull-quote'; readonly runs: readonly Run[]; readonly speaker: string }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly header: boolean;
      readonly rows: readonly (readonly (readonly Run[])[])[];
    }
  | { readonly kind: 'embed'; readonly provider: string; readonly link: LinkReading }
  | {
      readonly kind: 'info-box';
      readonly title: string;
      readonly paragraphs: readonly (readonly Run[])[];
    }
  | { readonly kind: 'divider' };

export interface TimeReading {
  readonly datetime: string;
  readonly text: string;
}

export interface StoryPageReading {
  readonly language: string;
  readonly title: string;
  readonly canonical: string;
  /** From `redaksi:content`. */
  readonly contentHash: string;
  /** Every `<meta>` by name or property, in order. */
  readonly metas: ReadonlyMap<string, readonly string[]>;
  /** The NewsArticle as search engines read it; null when there is none or it is no JSON. */
  readonly structured: Readonly<Record<string, unknown>> | null;
  readonly siteName: string;
  readonly section: string;
  readonly headline: string;
  readonly deck: string;
  /** The whole line: `Penulis: … | Editor: …`. */
  readonly byline: string;
  readonly writers: readonly string[];
  readonly editors: readonly string[];
  readonly published: TimeReading;
  readonly updated: TimeReading | null;
  /** Above the body, in order. */
  readonly leadPhotos: readonly PhotoReading[];
  /** `TRIBUNJATENG.COM, KLATEN -`. */
  readonly dateline: string;
  readonly blocks: readonly BlockReading[];
  /** `(Laili S/***)`. */
  readonly signoff: string;
  readonly source: string;
  readonly tags: readonly string[];
  readonly related: readonly LinkReading[];
  readonly latest: readonly LinkReading[];
  readonly copyright: string;
}

/** Reads a story page. What is missing is read as empty: the comparison says what that means. */
export function readStoryPage(html: string): StoryPageReading {
  return readStoryParts(readParts(html));
}

export function readStoryParts(page: PagePart): StoryPageReading {
  const story = all(page, 'story')[0] ?? NO_PART;
  const metas = readMetas(page);
  const canonical = all(page, 'link').find(({ attributes }) => attributes['rel'] === 'canonical');
  const updated = all(story, 'updated')[0];
  return {
    language: page.attributes['lang'] ?? '',
    title: text(all(page, 'title')[0]),
    canonical: canonical?.attributes['href'] ?? '',
    contentHash: metas.get(CONTENT_META)?.[0] ?? '',
    metas,
    structured: readStructured(page),
    siteName: text(all(page, 'site-name')[0]),
    section: text(all(story, 'section')[0]),
    headline: text(all(story, 'headline')[0]),
    deck: text(all(story, 'deck')[0]),
    byline: (all(story, 'byline')[0]?.children ?? []).filter(isVisible).map(text).join(''),
    writers: all(story, 'writer').map(text),
    editors: all(story, 'editor').map(text),
    published: readTime(all(story, 'published')[0] ?? NO_PART),
    updated: updated === undefined ? null : readTime(updated),
    leadPhotos: all(story, 'lead-photo').map(readPhoto),
    dateline: text(all(story, 'dateline')[0]),
    blocks: story.children.filter(isVisible).flatMap(readBlock),
    signoff: text(all(story, 'signoff')[0]),
    source: text(all(story, 'source')[0]),
    tags: all(story, 'tag').map(text),
    related: readLinks(all(story, 'related-list')[0]),
    latest: readLinks(all(story, 'latest-list')[0]),
    copyright: text(all(page, 'copyright')[0]),
  };
}

const NO_PART: PagePart = { tag: '', name: '', attributes: {}, runs: [], offset: 0, children: [] };
/** Elements whose text no reader sees. */
const SILENT = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'noframes',
  'noembed',
]);

function isVisible({ tag, attributes }: PagePart): boolean {
  const hidden =
    'hidden' in attributes || 'style' in attributes || attributes['aria-hidden'] === 'true';
  return !SILENT.has(tag) && !hidden;
}

/** The visible parts of a name, in document order. */
function all(part: PagePart, name: string): readonly PagePart[] {
  return part.children
    .filter(isVisible)
    .flatMap((child) => (child.name === name ? [child, ...all(child, name)] : all(child, name)));
}

function text(part: PagePart | undefined): string {
  return part === undefined ? '' : runsText(part.runs);
}

function readTime(part: PagePart): TimeReading {
  return { datetime: part.attributes['datetime'] ?? '', text: text(part) };
}

function readMetas(page: PagePart): ReadonlyMap<string, readonly string[]> {
  const metas = new Map<string, string[]>();
  for (const { attributes } of all(page, 'meta')) {
    const name = attributes['property'] ?? attributes['name'];
    if (name === undefined) continue;
    metas.set(name, [...(metas.get(name) ?? []), attributes['content'] ?? '']);
  }
  return metas;
}

function readStructured(page: PagePart): StoryPageReading['structured'] {
  const scripts = page.children.flatMap(({ children }) => children);
  const script = scripts.find(({ attributes }) => attributes['type'] === 'application/ld+json');
  try {
    const value: unknown = JSON.parse(text(script));
    return typeof value === 'object' ? (value as StoryPageReading['structured']) : null;
  } catch {
    return null;
  }
}

function readPhoto(figure: PagePart): PhotoReading {
  const image = all(figure, 'image')[0];
  const line = all(figure, 'caption-line')[0];
  return {
    src: image?.attributes['src'] ?? '',
    alt: image?.attributes['alt'] ?? '',
    creditLead: text(all(figure, 'credit-lead')[0]),
    slug: text(all(figure, 'slug')[0]),
    caption: text(all(figure, 'caption')[0]),
    credit: text(all(figure, 'credit')[0]),
    line: wholeLine(line),
  };
}

/** A caption line as it is read, from parts that stand beside each other with single spaces between the fields. */
function wholeLine(line: PagePart | undefined): string {
  const words = (line?.children ?? []).filter(isVisible);
  return words
    .map((part, at) => {
      const opens = part.name === 'caption' || (part.name === 'label' && text(part) === '(');
      return at > 0 && opens ? ` ${text(part)}` : text(part);
    })
    .join('');
}

/** Each kind of block by the name of its part; what is not in the table is furniture. */
const BLOCK_READERS: Readonly<Record<string, (part: PagePart) => BlockReading>> = {
  paragraph: (part) => ({ kind: 'paragraph', runs: withoutJoints(part) }),
  heading: (part) => ({ kind: 'heading', level: Number(part.tag.slice(1)), runs: part.runs }),
  quote: (part) => ({
    kind: 'quote',
    runs: all(part, 'said')[0]?.runs ?? [],
    verb: text(all(part, 'verb')[0]),
    speaker: text(all(part, 'speaker')[0]),
  }),
  list: (part) => ({
    kind: 'list',
    ordered: part.tag === 'ol',
    items: all(part, 'list-line').map(({ runs }) => runs),
  }),
  photo: (part) => ({ kind: 'photo', photo: readPhoto(part) }),
  related: (part) => ({
    kind: 'related',
    label: text(all(part, 'label')[0]).replace(/:$/, ''),
    link: readLink(all(part, 'related-title')[0] ?? NO_PART),
  }),
  'pull-quote': (part) => ({
    kind: 'pull-quote',
    runs: all(part, 'said')[0]?.runs ?? [],
    speaker: text(all(part, 'speaker')[0]),
  }),
  table: (part) => {
    const rows = all(part, 'row').map((row) => all(row, 'cell'));
    return {
      kind: 'table',
      caption: text(all(part, 'table-caption')[0]),
      header: rows[0]?.some(({ tag }) => tag === 'th') ?? false,
      rows: rows.map((cells) => cells.map(({ runs }) => runs)),
    };
  },
  embed: (part) => ({
    kind: 'embed',
    provider: text(all(part, 'provider')[0]),
    link: readLink(all(part, 'embed-title')[0] ?? NO_PART),
  }),
  'info-box': (part) => ({
    kind: 'info-box',
    title: text(all(part, 'box-title')[0]),
    paragraphs: all(part, 'box-line').map(({ runs }) => runs),
  }),
  divider: () => ({ kind: 'divider' }),
};

function readBlock(part: PagePart): readonly BlockReading[] {
  const reader = Object.hasOwn(BLOCK_READERS, part.name) ? BLOCK_READERS[part.name] : undefined;
  return reader === undefined ? [] : [reader(part)];
}

/** A paragraph's own words: without the one space after a dateline, and the one before a sign-off. */
function withoutJoints({ runs, children }: PagePart): readonly Run[] {
  const words = [...runs];
  const first = words[0];
  if (first && children.some(({ name }) => name === 'dateline')) {
    words[0] = { ...first, text: first.text.replace(/^ /, '') };
  }
  const last = words.at(-1);
  if (last && children.some(({ name }) => name === 'signoff')) {
    words[words.length - 1] = { ...last, text: last.text.replace(/ $/, '') };
  }
  return words.filter(({ text }) => text !== '');
}

function readLinks(list: PagePart | undefined): readonly LinkReading[] {
  return list === undefined ? [] : all(list, 'related-title').map(readLink);
}

function readLink(part: PagePart): LinkReading {
  return { title: text(part), href: part.attributes['href'] ?? '' };
}
