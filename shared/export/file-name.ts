/** What a story's file is called: its headline, as every system can hold it. */

const LONGEST = 80;
/** SECURITY: no separators, no drive, no control or invisible characters that could hide an ending. */
const NOT_IN_NAMES = /[\p{C}\\/:*?"<>|]+/gu;
/** Names that Windows keeps for devices, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** `Bupati Klaten Teken Kerja Sama.docx`; `fallback` where the story has no headline yet. */
export function storyFileName(headline: string, ending: string, fallback: string): string {
  const plain = headline
    .toWellFormed()
    .replaceAll(NOT_IN_NAMES, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const short = cutAtWord(plain).replaceAll(/^[.\s-]+|[.\s]+$/g, '');
  const name = short === '' ? fallback : short;
  return `${DEVICE.test(name) ? `${fallback} ${name}` : name}.${ending}`;
}

function cutAtWord(text: string): string {
  const points = Array.from(text);
  if (points.length <= LONGEST) return text;
  const cut = points.slice(0, LONGEST).join('');
  const space = cut.lastIndexOf(' ');
  return space > LONGEST / 2 ? cut.slice(0, space) : cut;
}
