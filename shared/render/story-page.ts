/** A story as readers get it: one page, by the furniture rules, without a line of script. */
import { leadPhotoUses, type Article, type Byline, type RelatedLink } from '../domain/article.ts';
import { bodyMarkup, relatedTitle } from './body.ts';
import { framePage, siteFoot } from './frame.ts';
import { PAGE_LABELS } from './labels.ts';
import { el, type Element, type Markup } from './markup.ts';
import { storyHead } from './metadata.ts';
import type { PageFacts, StoryPage } from './page.ts';
import { photoFigure } from './photo.ts';
import { lines } from './runs.ts';
import { readableTime } from './when.ts';
import { copyrightText } from './wording.ts';

/** The published page of a sealed article. */
export function renderStoryPage(page: StoryPage): string {
  const { article, site } = page;
  return framePage({
    language: article.language,
    title: `${article.headline} - ${site.name}`,
    site,
    head: storyHead(page),
    main: [storyArticle(page)],
    foot: storyFoot(page),
    stylesheet: 'linked',
  });
}

/** What a preview knows: no address, no hash, and photos from where the caller serves them. */
export type DraftPage = Pick<
  PageFacts,
  'site' | 'publishedAt' | 'timeZone' | 'photoSource' | 'storyLink'
> & { readonly article: Article };

/** The same page before it is published: under a banner, with its stylesheet inside. */
export function renderDraftPage(draft: DraftPage): string {
  const { article, site } = draft;
  const labels = PAGE_LABELS[article.language];
  const page: StoryPage = {
    ...draft,
    origin: '',
    url: '',
    firstPublishedAt: draft.publishedAt,
    contentHash: '' as StoryPage['contentHash'],
  };
  return framePage({
    language: article.language,
    title: `${labels.preview}: ${article.headline}`,
    site,
    head: [el('meta', { name: 'robots', content: 'noindex' })],
    main: [storyArticle(page)],
    foot: storyFoot(page),
    stylesheet: 'inline',
    banner: [
      el(
        'p',
        { class: 'preview-banner', role: 'status' },
        el('strong', {}, labels.preview),
        ` · ${labels.previewNote}`,
      ),
    ],
  });
}

function storyArticle(page: StoryPage): Element {
  const { article } = page;
  const labels = PAGE_LABELS[article.language];
  return el(
    'article',
    { class: 'story' },
    el(
      'header',
      {},
      ...line('p', 'section', article.section),
      el('h1', { class: 'headline', dir: 'auto' }, ...lines(article.headline)),
      ...line('p', 'deck', article.deck),
      ...byline(article),
      ...times(page),
    ),
    ...leadPhotoUses(article).map((use, at) =>
      photoFigure(use, page, { lead: true, priority: at === 0 }),
    ),
    ...bodyMarkup(page),
    ...labelled('source-line', labels.source, line('span', 'source', article.source)),
    ...labelled(
      'tags-line',
      labels.tags,
      article.tags.map((tag) => el('span', { class: 'tag' }, tag)),
    ),
    ...storyList('related-list', labels.related, article.related, page),
    ...storyList('latest-list', labels.latest, article.latest, page),
  );
}

function line(tag: string, name: string, text: string): readonly Element[] {
  return text === ''
    ? []
    : [el(tag, { class: name, dir: tag === 'p' ? 'auto' : null }, ...lines(text))];
}

/** `Penulis: Laili Shofiyah | Editor: M Zainal Arifin`: space, pipe, space. */
function byline({ language, writers, editors }: Article): readonly Element[] {
  const labels = PAGE_LABELS[language];
  const credits = [
    names(labels.writers, 'writer', writers),
    names(labels.editors, 'editor', editors),
  ].filter((credit) => credit.length > 0);
  const joined = credits.flatMap((credit, at) => (at === 0 ? credit : [label(' | '), ...credit]));
  return joined.length === 0 ? [] : [el('p', { class: 'byline' }, ...joined)];
}

function names(title: string, name: string, people: readonly Byline[]): readonly Element[] {
  if (people.length === 0) return [];
  return [
    label(`${title}: `),
    ...commas(people.map((person) => el('span', { class: name }, person.name))),
  ];
}

function commas(elements: readonly Element[]): readonly Element[] {
  return elements.flatMap((element, at) => (at === 0 ? [element] : [label(', '), element]));
}

function times({ article, firstPublishedAt, updatedAt, timeZone }: StoryPage): readonly Element[] {
  const time = (name: string, at: string) =>
    el('time', { class: name, datetime: at }, readableTime(at, article.language, timeZone));
  const updated = updatedAt === undefined ? [] : [time('updated', updatedAt)];
  return [
    el('p', { class: 'times' }, time('published', firstPublishedAt)),
    ...labelled('times', PAGE_LABELS[article.language].updated, updated),
  ];
}

function labelled(name: string, title: string, elements: readonly Element[]): readonly Element[] {
  return elements.length === 0
    ? []
    : [el('p', { class: name, dir: 'auto' }, label(`${title}: `), ...commas(elements))];
}

/** A list of other stories; its heading is hidden when the list is empty. */
function storyList(
  name: string,
  title: string,
  links: readonly RelatedLink[],
  page: StoryPage,
): readonly Element[] {
  if (links.length === 0) return [];
  return [
    el(
      'nav',
      { class: name, 'aria-labelledby': name },
      el('h2', { class: 'list-title', id: name }, title),
      el('ul', {}, ...links.map((link) => el('li', { dir: 'auto' }, relatedTitle(link, page)))),
    ),
  ];
}

function storyFoot(page: StoryPage): readonly Element[] {
  const { article, site, firstPublishedAt, timeZone } = page;
  const copyright = copyrightText(article, site, firstPublishedAt, timeZone);
  const markup: readonly Markup[] = copyright === '' ? [] : lines(copyright);
  return siteFoot(site, article.language, markup);
}

function label(text: string): Element {
  return el('span', { class: 'label' }, text);
}
