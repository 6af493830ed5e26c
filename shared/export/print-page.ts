/** A story as an A4 page for the printer and for PDF: every word of it, with its furniture. */
import type { Article } from '../domain/article.ts';
import type { PhotoHash, StoryId } from '../domain/ids.ts';
import { el, printDocument, styleElement } from '../render/markup.ts';
import { storyMarkup } from './story-markup.ts';

export interface PrintPage {
  readonly article: Article;
  /** Where the story stands, as printed above it: `Konsep`, or who sealed it and when. */
  readonly state: string;
  readonly photoAddress: (photo: PhotoHash) => string | null;
  readonly storyAddress: (story: StoryId) => string | null;
}

/** A whole document with its stylesheet inside; it loads pictures and nothing else. */
export function renderPrintPage({ article, state, ...addresses }: PrintPage): string {
  return printDocument(
    el(
      'html',
      { lang: article.language },
      el(
        'head',
        {},
        el('meta', { charset: 'utf-8' }),
        el('title', {}, article.printHeadline ?? article.headline),
        styleElement(PRINT_STYLESHEET),
      ),
      el(
        'body',
        {},
        el('p', { class: 'state' }, state),
        el('main', {}, ...storyMarkup(article, { look: 'named', ...addresses })),
      ),
    ),
  );
}

/** Paper is white whatever the screen's theme; the margins are the printer's. */
const PRINT_STYLESHEET = `
@page { size: A4; margin: 24mm 22mm 22mm; }
:root { color-scheme: only light; --serif: Charter, "Bitstream Charter", "Source Serif 4", "Noto Serif", "Liberation Serif", Cambria, Georgia, serif; --sans: "Inter", "Segoe UI", "Noto Sans", "Liberation Sans", Arial, sans-serif; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #000; font: 11pt/1.5 var(--serif); overflow-wrap: break-word; }
main { max-width: 166mm; margin: 0 auto; }
p, h1, h2, h3, ul, ol, figure, blockquote, aside, table { margin: 0; }
a { color: inherit; }
.state { max-width: 166mm; margin: 0 auto 7mm; padding-bottom: 2mm; border-bottom: 0.75pt solid #000; font: 600 8.5pt/1.4 var(--sans); }
.section { font: 700 9pt/1.4 var(--sans); }
.headline { margin-top: 1.5mm; font: 700 21pt/1.2 var(--serif); letter-spacing: -0.01em; break-after: avoid; }
.deck { margin-top: 3mm; font-size: 12.5pt; line-height: 1.42; color: #222; }
.byline { margin-top: 4mm; font: 9.5pt/1.5 var(--sans); }
.photo { margin-top: 5mm; break-inside: avoid; }
.photo img { display: block; max-width: 100%; max-height: 95mm; width: auto; }
.photo figcaption { padding-top: 1.5mm; font: 8.5pt/1.45 var(--sans); }
main > p.paragraph, main > p.related-inline, main > p.embed, main > ul, main > ol, main > p.dateline, main > p.signoff { margin-top: 3.2mm; }
.paragraph { orphans: 3; widows: 3; }
.byline + .paragraph, .deck + .paragraph, .photo + .paragraph { margin-top: 5mm; }
h2, h3 { margin-top: 6mm; font-size: 13.5pt; line-height: 1.3; break-after: avoid; }
h3 { font-size: 11.5pt; }
ul, ol { padding-inline-start: 6mm; }
li { margin-top: 1mm; }
blockquote { margin: 5mm 0 5mm; padding-inline-start: 4mm; border-inline-start: 1.5pt solid #000; font-size: 12pt; break-inside: avoid; }
cite { font: 9pt/1.4 var(--sans); }
.pull-quote { margin: 6mm 0; padding: 3mm 0; border-block: 1.5pt solid #000; font-size: 15pt; line-height: 1.35; text-align: center; break-inside: avoid; }
.info-box { margin: 5mm 0; padding: 3.5mm 4mm; border: 0.75pt solid #000; font: 9.5pt/1.5 var(--sans); break-inside: avoid; }
.info-box p + p { margin-top: 1.2mm; }
table { width: 100%; margin-top: 5mm; border-collapse: collapse; font: 9.5pt/1.4 var(--sans); }
caption { padding-bottom: 1.5mm; font-weight: 700; text-align: start; }
th, td { padding: 1.4mm 2mm 1.4mm 0; border-bottom: 0.5pt solid #777; text-align: start; vertical-align: top; }
th { border-bottom: 1pt solid #000; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
hr { width: 20mm; margin: 6mm auto; border: 0; border-top: 0.75pt solid #000; }
.source, .tags, .list-title, .related, .latest, .copyright { font-family: var(--sans); font-size: 9pt; line-height: 1.5; }
.source { margin-top: 6mm; }
.list-title { margin-top: 5mm; font-weight: 700; }
main > ul.related, main > ul.latest { margin-top: 1mm; }
.copyright { margin-top: 6mm; padding-top: 2mm; border-top: 0.5pt solid #777; font-size: 8pt; color: #333; }
`.trimStart();
