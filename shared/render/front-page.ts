/** The pages around the stories: a site's front page, the list of sites, "not found", and a withdrawn story. */
import type { Article } from '../domain/article.ts';
import { leadPhotoUses } from '../domain/article.ts';
import type { Site } from '../domain/roles.ts';
import { framePage, siteFoot } from './frame.ts';
import { PAGE_LABELS } from './labels.ts';
import { el, type Element, type Markup } from './markup.ts';
import type { PageFacts } from './page.ts';
import { frontPath } from './paths.ts';
import { pictureMarkup } from './photo.ts';
import { lines } from './runs.ts';
import { readableTime, yearOf } from './when.ts';

/** A story as the front page announces it. */
export interface Teaser {
  readonly article: Article;
  /** A path from the root. */
  readonly path: string;
  readonly firstPublishedAt: string;
  readonly photoSource: PageFacts['photoSource'];
}

export interface FrontPage {
  readonly site: Site;
  readonly origin: string;
  readonly timeZone: string;
  readonly at: string;
  readonly teasers: readonly Teaser[];
  /** Where older stories are; null on the last page. */
  readonly olderPath: string | null;
  /** The first page is for search engines; the others are only ways to the stories. */
  readonly isFirst: boolean;
}

export function renderFrontPage(page: FrontPage): string {
  const { site, teasers, isFirst } = page;
  const labels = PAGE_LABELS[site.language];
  const canonical = `${page.origin}${frontPath(site.id)}`;
  return framePage({
    language: site.language,
    title: isFirst ? site.name : `${labels.older} - ${site.name}`,
    site,
    head: isFirst
      ? [
          el('meta', { name: 'description', content: `${labels.newest} - ${site.name}` }),
          el('link', { rel: 'canonical', href: canonical }),
        ]
      : [el('meta', { name: 'robots', content: 'noindex, follow' })],
    main: [
      el(
        'section',
        { class: 'front' },
        el('h1', { class: 'front-title' }, isFirst ? labels.newest : labels.older),
        teasers.length === 0
          ? el('p', { class: 'empty' }, labels.empty)
          : el(
              'ul',
              { class: 'teasers' },
              ...teasers.map((teaser, at) => teaserMarkup(teaser, page, at)),
            ),
        ...pages(page),
      ),
    ],
    foot: siteFoot(site, site.language, siteCopyright(site, page.at, page.timeZone)),
    stylesheet: 'linked',
  });
}

/** How wide a picture stands on a phone and on a desktop: as in the stylesheet. */
const OPENING_SIZES = '(min-width: 48rem) 30rem, 100vw';
const TEASER_SIZES = '(min-width: 48rem) 15rem, 7rem';

function teaserMarkup(teaser: Teaser, { site, timeZone, isFirst }: FrontPage, at: number): Element {
  // The newest story opens the front page, with a large picture.
  const opens = isFirst && at === 0;
  const { article } = teaser;
  const lead = leadPhotoUses(article)[0] ?? article.photoUses[0];
  const source = lead?.photo ? teaser.photoSource(lead.photo) : null;
  // The link names the story already: a second name from the picture would only be read out twice.
  const picture =
    source === null
      ? []
      : [
          el(
            'div',
            { class: 'teaser-photo' },
            pictureMarkup(source, {
              alt: '',
              sizes: opens ? OPENING_SIZES : TEASER_SIZES,
              priority: at === 0,
            }),
          ),
        ];
  const time = readableTime(teaser.firstPublishedAt, site.language, timeZone);
  const optional = (name: string, text: string) =>
    text === '' ? [] : [el('p', { class: name, dir: 'auto' }, ...lines(text))];
  return el(
    'li',
    {
      class: opens ? 'opening teaser' : 'teaser',
      lang: article.language === site.language ? null : article.language,
    },
    ...picture,
    el(
      'div',
      { class: 'teaser-words' },
      ...optional('teaser-section', article.section),
      el(
        'h2',
        { class: 'teaser-headline', dir: 'auto' },
        el(
          'a',
          { class: 'teaser-link', href: teaser.path },
          ...lines(article.shortHeadline ?? article.headline),
        ),
      ),
      ...optional('teaser-deck', article.deck),
      el('time', { class: 'teaser-time', datetime: teaser.firstPublishedAt }, time),
    ),
  );
}

function pages({ site, olderPath, isFirst }: FrontPage): readonly Element[] {
  const labels = PAGE_LABELS[site.language];
  const back = isFirst ? [] : [el('a', { href: frontPath(site.id) }, labels.backToNewest)];
  const on = olderPath === null ? [] : [el('a', { href: olderPath, rel: 'next' }, labels.older)];
  const links = [...back, ...on];
  return links.length === 0 ? [] : [el('nav', { class: 'pages' }, ...links)];
}

function siteCopyright(site: Site, at: string, zone: string): readonly Markup[] {
  const text = site.copyrightTemplate.replaceAll('{year}', yearOf(at, zone));
  return text === '' ? [] : lines(text);
}

/** Where one server has several sites. */
export function renderSiteList(newsroom: string, sites: readonly Site[]): string {
  const labels = PAGE_LABELS[sites[0]?.language ?? 'id'];
  return framePage({
    language: sites[0]?.language ?? 'id',
    title: newsroom,
    site: null,
    head: [],
    main: [
      el(
        'section',
        { class: 'front teaser-sites' },
        el('h1', { class: 'front-title' }, labels.sites),
        sites.length === 0
          ? el('p', { class: 'empty' }, labels.empty)
          : el('ul', { class: 'teasers' }, ...sites.map(siteTeaser)),
      ),
    ],
    foot: [],
    stylesheet: 'linked',
  });
}

function siteTeaser(site: Site): Element {
  const link = el('a', { class: 'teaser-link', href: frontPath(site.id) }, site.name);
  return el(
    'li',
    { class: 'teaser', lang: site.language },
    el('h2', { class: 'teaser-headline' }, link),
  );
}

/** A 404 in the look of the site; without a site, in that of the server. */
export function renderNotFound(site: Site | null, newsroom: string): string {
  const language = site?.language ?? 'id';
  const labels = PAGE_LABELS[language];
  return framePage({
    language,
    title: `${labels.notFound} - ${site?.name ?? newsroom}`,
    site,
    head: [el('meta', { name: 'robots', content: 'noindex' })],
    main: [
      el(
        'section',
        { class: 'notice' },
        el('h1', { class: 'headline' }, labels.notFound),
        el('p', { class: 'notice-text' }, labels.notFoundText),
        el(
          'p',
          { class: 'notice-text' },
          el('a', { href: site === null ? '/' : frontPath(site.id) }, labels.toFront),
        ),
      ),
    ],
    foot: site === null ? [] : siteFoot(site, language, []),
    stylesheet: 'linked',
  });
}

export interface WithdrawnPage {
  readonly site: Site;
  readonly language: 'id' | 'en';
  /** Null where the headline itself would do harm. */
  readonly headline: string | null;
  readonly withdrawnAt: string;
  readonly reason: string;
  readonly editor: string;
  readonly timeZone: string;
}

/**
 * What stays of a withdrawn story, at its address: when, why and who answers for it. Never its text or pictures.
 * Pedoman Media Siber 5: the reason is public, and nothing disappears quietly.
 */
export function renderWithdrawnPage(page: WithdrawnPage): string {
  const labels = PAGE_LABELS[page.language];
  const time = readableTime(page.withdrawnAt, page.language, page.timeZone);
  const reason = page.reason.trim().replace(/\.$/, '');
  const editor = page.editor.trim();
  return framePage({
    language: page.language,
    title: `${labels.withdrawn} - ${page.site.name}`,
    site: page.site,
    head: [el('meta', { name: 'robots', content: 'noindex' })],
    main: [
      el(
        'article',
        { class: 'notice' },
        el('p', { class: 'section' }, labels.withdrawn),
        el('h1', { class: 'headline', dir: 'auto' }, ...lines(page.headline ?? labels.withdrawn)),
        el(
          'div',
          { class: 'withdrawal' },
          el(
            'p',
            { class: 'withdrawal-reason', dir: 'auto' },
            `${labels.withdrawnAt} `,
            el('time', { datetime: page.withdrawnAt }, time),
            ` ${labels.withdrawnBecause} `,
            ...lines(reason),
            '.',
          ),
          ...(editor === ''
            ? []
            : [el('p', { class: 'withdrawal-editor' }, `${labels.withdrawnByEditor}: ${editor}`)]),
        ),
      ),
    ],
    foot: siteFoot(
      page.site,
      page.language,
      siteCopyright(page.site, page.withdrawnAt, page.timeZone),
    ),
    stylesheet: 'linked',
  });
}
