/** How each kind of element is read: one row a tag. What has no row is only what its content is. */
import { embedProvider } from '#shared/domain/embed.ts';
import { createFlow, joinRuns, PLAIN } from './flow.ts';
import { readHeading, readParagraph, readQuote } from './element-text.ts';
import { readItem, readList } from './element-lists.ts';
import { readTable } from './element-tables.ts';
import { emojiOf, isOrnament, pictureSource } from './pictures.ts';
import type { ElementReader } from './reading.ts';
import { linesOf } from './tables.ts';

/** Tags that stand on lines of their own. */
export const BLOCK_TAGS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p pre search section ' +
    'summary table tbody td tfoot th thead tr ul xmp'
  ).split(' '),
);

const br: ElementReader = ({ flow, place }) => {
  if (place.paragraph) flow.soft();
  else flow.hard();
  return true;
};

const hr: ElementReader = ({ flow }) => {
  flow.add({ kind: 'divider' });
  return true;
};

const img: ElementReader = ({ element, flow, place, reading }) => {
  const emoji = emojiOf(element);
  if (emoji !== null) {
    flow.text(emoji, place.look);
    return true;
  }
  const source = pictureSource(element.getAttribute('src')?.trim() ?? '');
  if (isOrnament(element, source)) return true;
  if ('refused' in source) reading.refused.push(source.refused);
  else flow.after({ kind: 'picture', source, caption: '', alt: altOf(element) });
  return true;
};

/** A picture and its words. Without bytes it waits for its picture: a caption must not turn into a paragraph. */
const figure: ElementReader = ({ element, flow, place, reading }) => {
  const images = [...element.querySelectorAll('img')].filter((each) => emojiOf(each) === null);
  const image =
    images.find((each) => !isOrnament(each, pictureSource(each.getAttribute('src') ?? ''))) ??
    images[0];
  const captions = [...element.querySelectorAll('figcaption')];
  if (image === undefined || captions.length === 0) return false;
  const caption = joinRuns(
    captions.flatMap((each) => reading.piecesOf(each.childNodes, place, reading)).map(linesOf),
    ' ',
  );
  const text = caption
    .map((run) => run.text)
    .join('')
    .replaceAll('\n', ' ');
  if (text === '') return false;
  for (const each of [image, ...captions]) reading.skipped.add(each);
  const source = pictureSource(image.getAttribute('src')?.trim() ?? '');
  if ('refused' in source) reading.refused.push(source.refused);
  flow.add(...reading.piecesOf(element.childNodes, place, reading));
  flow.add({ kind: 'picture', source, caption: text, alt: altOf(image) });
  return true;
};

const media: ElementReader = ({ element, flow, reading }) => {
  const address = element.getAttribute('src')?.trim() ?? '';
  const url = address.startsWith('//') ? `https:${address}` : address;
  if (element.nodeName.toLowerCase() === 'iframe' && embedProvider(url) !== null) {
    flow.add({ kind: 'embed', url, title: '' });
  } else if (!/^about:|^$/.test(address) || element.nodeName.toLowerCase() !== 'iframe') {
    reading.refused.push('media');
  }
  return true;
};

/** A drawing: its signs may be letters, but nobody can say in which order they were seen. */
const drawing: ElementReader = ({ element, reading }) => {
  const flow = createFlow();
  for (const text of element.querySelectorAll('text'))
    flow.text(`${text.textContent ?? ''} `, PLAIN);
  const words = flow
    .end()
    .map(linesOf)
    .flat()
    .map((run) => run.text)
    .join('');
  if (words !== '') reading.leftOut.push({ why: 'picture', text: words });
  return true;
};

export const READERS: Readonly<Record<string, ElementReader>> = {
  br,
  hr,
  img,
  figure,
  iframe: media,
  video: media,
  audio: media,
  object: media,
  embed: media,
  svg: drawing,
  canvas: () => true,
  p: readParagraph,
  h1: readHeading,
  h2: readHeading,
  h3: readHeading,
  h4: readHeading,
  h5: readHeading,
  h6: readHeading,
  blockquote: readQuote,
  ul: readList,
  ol: readList,
  menu: readList,
  dir: readList,
  li: readItem,
  table: readTable,
};

function altOf(image: Element): string {
  return (image.getAttribute('alt') ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, 2_000);
}
