/** The frame of every page: head, masthead, main, foot. */
import { sha256Text } from '../domain/canonical.ts';
import type { Site } from '../domain/roles.ts';
import { PAGE_LABELS } from './labels.ts';
import { el, printDocument, styleElement, type Element, type Markup } from './markup.ts';
import { feedPath, frontPath } from './paths.ts';
import { SITE_STYLESHEET } from './stylesheet.ts';

/** Named by its content, so that browsers may keep it for ever. */
export const STYLESHEET_PATH = `/assets/site-${sha256Text(SITE_STYLESHEET).slice(0, 16)}.css`;

/** A front page of a newspaper, in two colours that stand on light and dark tabs. */
export const ICON_SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#a3162a"/><path d="M8 8h16v4H8zm0 7h7v9H8zm9 0h7v2h-7zm0 3.5h7v2h-7zM17 22h7v2h-7z" fill="#fff"/></svg>';
export const ICON_PATH = `/assets/icon-${sha256Text(ICON_SVG).slice(0, 16)}.svg`;

export interface Frame {
  readonly language: 'id' | 'en';
  readonly title: string;
  /** Null where a page stands above all sites. */
  readonly site: Pick<Site, 'id' | 'name'> | null;
  readonly head: readonly Element[];
  readonly main: readonly Element[];
  readonly foot: readonly Element[];
  /** `inline`: for a preview, whose protocol serves one document and the photos only. */
  readonly stylesheet: 'linked' | 'inline';
  /** Above everything else: the banner of a preview. */
  readonly banner?: readonly Element[];
}

export function framePage(frame: Frame): string {
  const { language, site } = frame;
  const labels = PAGE_LABELS[language];
  const style: readonly Element[] =
    frame.stylesheet === 'inline'
      ? [styleElement(SITE_STYLESHEET)]
      : [
          el('link', { rel: 'stylesheet', href: STYLESHEET_PATH }),
          el('link', { rel: 'icon', type: 'image/svg+xml', href: ICON_PATH }),
        ];
  const feed = site && frame.stylesheet === 'linked' ? [feedLink(site)] : [];
  return printDocument(
    el(
      'html',
      { lang: language },
      el(
        'head',
        {},
        el('meta', { charset: 'utf-8' }),
        el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        el('title', {}, frame.title),
        ...frame.head,
        el('meta', { name: 'color-scheme', content: 'light dark' }),
        ...feed,
        ...style,
      ),
      el(
        'body',
        {},
        el('a', { class: 'skip', href: '#isi' }, labels.skip),
        ...(frame.banner ?? []),
        el('header', { class: 'masthead' }, masthead(frame)),
        el('main', { id: 'isi' }, ...frame.main),
        el('footer', { class: 'foot' }, ...frame.foot),
      ),
    ),
  );
}

function masthead({ site, title }: Frame): Element {
  if (site === null) return el('p', { class: 'site-name' }, title);
  return el('a', { class: 'site-name', href: frontPath(site.id) }, site.name);
}

function feedLink(site: Pick<Site, 'id' | 'name'>): Element {
  const href = feedPath(site.id);
  return el('link', { rel: 'alternate', type: 'application/rss+xml', title: site.name, href });
}

/** The copyright lines and the feed's link, at the foot of a site's pages. */
export function siteFoot(
  site: Pick<Site, 'id'>,
  language: 'id' | 'en',
  copyright: readonly Markup[],
): readonly Element[] {
  return [
    ...(copyright.length === 0 ? [] : [el('p', { class: 'copyright' }, ...copyright)]),
    el(
      'p',
      {},
      el('a', { class: 'feed-link', href: feedPath(site.id) }, PAGE_LABELS[language].feed),
    ),
  ];
}
