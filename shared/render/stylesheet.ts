/**
 * The one stylesheet of the public site and of the workstation's preview. A string, so that shared/ stays pure.
 * No file is loaded from it: system fonts only. All colours meet AA in light and in dark.
 */
export const SITE_STYLESHEET = `
:root {
  color-scheme: light dark;
  --paper: #fdfcfa; --ink: #1b1a18; --soft: #5b5751; --rule: #e2ded7; --accent: #a3162a; --link: #14549c; --wash: #f4f1ec; --bar: #a3162a;
  --serif: Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", "Noto Serif", Cambria, Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
  --column: 42rem; --wide: 52rem; --edge: 1.125rem;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #161513; --ink: #eae6df; --soft: #aaa49a; --rule: #35322d; --accent: #ff8b8f; --link: #8fbdf5; --wash: #211f1c; }
}
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.125rem/1.65 var(--serif); overflow-wrap: break-word; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 0.18em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 2px; }
p, h1, h2, h3, ul, ol, figure, blockquote { margin: 0; }
img { display: block; max-width: 100%; height: auto; background: var(--wash); }
.skip { position: absolute; left: -100vw; top: 0; padding: 0.75rem 1rem; background: var(--ink); color: var(--paper); font-family: var(--sans); z-index: 1; }
.skip:focus { left: 0; }
.preview-banner { position: sticky; top: 0; padding: 0.5rem var(--edge); background: #ffd65c; color: #1b1a18; font: 0.9375rem/1.5 var(--sans); text-align: center; }

.masthead { padding: 0.875rem var(--edge); border-bottom: 1px solid var(--rule); border-top: 4px solid var(--bar); text-align: center; }
.site-name { font: 700 1.25rem/1.3 var(--serif); letter-spacing: -0.005em; color: var(--ink); text-decoration: none; }
a.site-name:hover { text-decoration: underline; }
main { display: block; padding: 0 var(--edge); }
.story > *, .front > *, .notice > * { max-width: var(--column); margin-inline: auto; }

.section { margin-top: 1.75rem; font: 700 0.875rem/1.4 var(--sans); color: var(--accent); }
.headline { margin-top: 0.5rem; font: 700 1.8125rem/1.2 var(--serif); letter-spacing: -0.012em; text-wrap: balance; }
.deck { margin-top: 0.875rem; font-size: 1.1875rem; line-height: 1.5; color: var(--soft); text-wrap: pretty; }
.byline { margin-top: 1.25rem; padding-top: 0.875rem; border-top: 1px solid var(--rule); font: 0.9375rem/1.5 var(--sans); color: var(--soft); }
.writer, .editor { color: var(--ink); font-weight: 600; }
.times { font: 0.875rem/1.6 var(--sans); color: var(--soft); }

figure { margin-top: 1.5rem; }
.story > figure { max-width: var(--wide); }
.image { width: 100%; }
.photo-to-come { padding: 3.5rem 1rem; background: var(--wash); border: 1px dashed var(--rule); color: var(--soft); font: 0.9375rem/1.5 var(--sans); text-align: center; }
.photo-words { padding-top: 0.625rem; font: 0.875rem/1.5 var(--sans); color: var(--soft); }
.credit-lead { font-size: 0.8125rem; }
.slug, .slug + .label { font-weight: 700; letter-spacing: 0.01em; color: var(--ink); }

.paragraph, .line { margin-top: 1.25rem; hanging-punctuation: first; }
.lead-photo + .paragraph, .photo + .paragraph, header + .paragraph { margin-top: 1.75rem; }
.paragraph:empty, .heading:empty, .list-line:empty { display: none; }
.dateline { font-weight: 700; font-size: 0.9375em; }
.heading { margin-top: 2.25rem; line-height: 1.3; text-wrap: balance; }
h2.heading { font-size: 1.375rem; }
h3.heading { font-size: 1.1875rem; }
.heading + .paragraph { margin-top: 0.75rem; }
.story > .list { margin-top: 1.25rem; padding-inline-start: 1.5rem; }
.list-line + .list-line { margin-top: 0.5rem; }
.quote { margin-top: 1.75rem; padding-inline-start: 1.125rem; border-inline-start: 3px solid var(--accent); font-size: 1.25rem; line-height: 1.5; }
.story > .quote { margin-block: 1.75rem; }
.speaker-line { margin-top: 0.5rem; font: 0.9375rem/1.5 var(--sans); color: var(--soft); }
.pull-quote { margin-block: 2rem; padding-block: 1.125rem; border-block: 3px solid var(--ink); font-size: 1.5rem; line-height: 1.4; text-align: center; text-wrap: balance; }
.pull-quote > .speaker { margin-top: 0.5rem; font: 0.9375rem/1.5 var(--sans); color: var(--soft); }
.table { display: block; margin-top: 1.75rem; overflow-x: auto; border-collapse: collapse; font: 0.9375rem/1.5 var(--sans); }
.table-caption { padding-bottom: 0.5rem; font-weight: 700; text-align: start; }
.cell { padding: 0.5rem 0.875rem 0.5rem 0; border-bottom: 1px solid var(--rule); text-align: start; vertical-align: top; }
th.cell { border-bottom: 2px solid var(--ink); }
.embed { margin-block: 1.5rem; padding: 1rem 1.125rem; border: 1px solid var(--rule); font: 1rem/1.45 var(--sans); }
.provider { display: block; font-size: 0.8125rem; font-weight: 700; color: var(--soft); }
.embed-title { font-weight: 600; overflow-wrap: anywhere; }
.info-box { margin-block: 1.75rem; padding: 1.125rem 1.25rem; background: var(--wash); border-inline-start: 3px solid var(--ink); font: 1rem/1.55 var(--sans); }
.box-title { font-weight: 700; }
.box-line + .box-line, .box-title + .box-line { margin-top: 0.5rem; }
.divider { width: 5rem; margin: 2.25rem auto; border: 0; border-top: 1px solid var(--soft); }
.story > .related { margin-block: 1.5rem; padding: 0.8125rem 0; border-block: 1px solid var(--rule); font: 1rem/1.45 var(--sans); }
.related > .label { font-weight: 700; color: var(--accent); }
.related-title { font-weight: 600; }
.signoff { color: var(--soft); white-space: nowrap; }

.source-line { margin-top: 2rem; }
.source-line, .tags-line { font: 0.9375rem/1.7 var(--sans); color: var(--soft); }
.source, .tag { color: var(--ink); }
.related-list, .latest-list { margin-top: 2.25rem; padding-top: 1rem; border-top: 3px solid var(--ink); font-family: var(--sans); }
.list-title { font: 700 1.0625rem/1.3 var(--sans); }
nav ul { padding: 0; list-style: none; }
nav li { padding: 0.75rem 0; border-bottom: 1px solid var(--rule); font-size: 1rem; line-height: 1.45; }

.foot { margin-top: 3.5rem; padding: 1.5rem var(--edge) 2.5rem; border-top: 1px solid var(--rule); font: 0.8125rem/1.6 var(--sans); color: var(--soft); text-align: center; }
.foot > p + p { margin-top: 0.5rem; }
.foot a { color: inherit; display: inline-block; padding-block: 0.25rem; }

.front-title { padding-top: 1.25rem; padding-bottom: 0.75rem; font: 700 0.9375rem/1.3 var(--sans); color: var(--soft); }
.front > .teasers { padding: 0; list-style: none; }
.teaser { position: relative; display: grid; grid-template-columns: 1fr 7rem; gap: 0 1rem; align-items: start; padding: 1.125rem 0; border-top: 1px solid var(--rule); }
.teaser-words { min-width: 0; grid-column: 1 / -1; }
.teaser-photo + .teaser-words { grid-column: 1; }
.teaser-photo { grid-column: 2; grid-row: 1; }
.teaser .image { aspect-ratio: 4 / 3; object-fit: cover; border-radius: 3px; }
.teaser-section { font: 700 0.8125rem/1.4 var(--sans); color: var(--accent); }
.teaser-headline { margin-top: 0.25rem; font: 700 1.1875rem/1.28 var(--serif); text-wrap: pretty; }
.teaser-link { color: inherit; text-decoration: none; }
.teaser-link::after { content: ""; position: absolute; inset: 0; }
.teaser-link:hover { text-decoration: underline; }
.teaser-deck { display: none; margin-top: 0.375rem; font-size: 1rem; line-height: 1.5; color: var(--soft); }
.teaser-time { display: block; margin-top: 0.5rem; font: 0.8125rem/1.4 var(--sans); color: var(--soft); }
.opening .teaser-headline { font-size: 1.625rem; line-height: 1.2; letter-spacing: -0.01em; }
.opening .teaser-deck { display: block; }
.teaser-sites .teaser { display: block; }
.pages { display: flex; gap: 1.5rem; padding-top: 1.25rem; border-top: 1px solid var(--rule); font: 600 1rem/1.5 var(--sans); }
.pages a { padding-block: 0.5rem; }
.empty { padding: 2rem 0; color: var(--soft); }

.notice { padding-block: 1rem 2rem; }
.notice-text { margin-top: 1rem; }
.withdrawal-editor { margin-top: 0.5rem; font: 0.9375rem/1.5 var(--sans); color: var(--soft); }
.withdrawal { margin-top: 1.5rem; padding: 1rem 1.125rem; background: var(--wash); border-inline-start: 4px solid var(--accent); }

@media (min-width: 48rem) {
  body { font-size: 1.1875rem; line-height: 1.7; }
  .masthead { padding-block: 1.125rem; }
  .site-name { font-size: 1.625rem; }
  .section { margin-top: 3rem; font-size: 0.9375rem; }
  .headline { font-size: 2.75rem; line-height: 1.12; letter-spacing: -0.02em; }
  .deck { margin-top: 1.125rem; font-size: 1.3125rem; }
  figure { margin-top: 2rem; }
  .lead-photo + .paragraph, .photo + .paragraph, header + .paragraph { margin-top: 2.25rem; }
  .front > * { max-width: 60rem; }
  .front-title { padding-top: 2rem; padding-bottom: 1rem; font-size: 1rem; }
  .teaser { grid-template-columns: 1fr 15rem; gap: 0 2rem; padding-block: 1.5rem; }
  .teaser-headline { font-size: 1.5rem; }
  .teaser-deck { display: block; }
  .opening.teaser { grid-template-columns: 1fr 30rem; }
  .opening .teaser-headline { font-size: 2.25rem; line-height: 1.14; letter-spacing: -0.018em; text-wrap: balance; }
  .opening .teaser-deck { font-size: 1.125rem; }
}
@media (max-width: 47.99rem) {
  .opening.teaser { display: block; }
  .opening .teaser-photo { margin: 0 calc(-1 * var(--edge)) 0.875rem; }
  .opening .image { border-radius: 0; aspect-ratio: 3 / 2; }
  .story > figure > picture, .story > figure > .photo-to-come { display: block; margin-inline: calc(-1 * var(--edge)); }
}
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #333; --rule: #bbb; --accent: #000; --link: #000; --wash: #fff; }
  body { font-size: 11pt; line-height: 1.45; }
  .skip, .preview-banner, .related, .related-list, .latest-list, .feed-link, .pages { display: none; }
  .masthead { border-top: 0; text-align: start; padding-inline: 0; }
  main, .foot { padding-inline: 0; }
  .story > *, .story > figure { max-width: none; }
  .headline { font-size: 22pt; }
  figure, .quote, .pull-quote, .info-box, .row { break-inside: avoid; }
  .image { max-height: 10cm; width: auto; }
  .heading { break-after: avoid; }
  .paragraph { orphans: 3; widows: 3; }
}
`.trimStart();
