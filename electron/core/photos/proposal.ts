/** What a photo's file says about itself (XMP, IPTC, EXIF), as a proposal for slug, caption, credit and alt text. */
import type { Photo } from '#shared/contract/core.ts';
import { LIMITS } from '#shared/domain/article.ts';

type Proposal = Photo['proposal'];
type Tags = Readonly<Record<string, unknown>>;

/** Where each field may stand, best first: XMP before IIM before EXIF. Sources: IPTC Photo Metadata 2023.2, EXIF 2.32. */
const SOURCES = {
  slug: [
    ['xmp', 'Headline'],
    ['iptc', 'Headline'],
    ['xmp', 'title'],
    ['iptc', 'ObjectName'],
  ],
  caption: [
    ['xmp', 'description'],
    ['iptc', 'Caption'],
    ['ifd0', 'ImageDescription'],
  ],
  credit: [
    ['xmp', 'Credit'],
    ['iptc', 'Credit'],
    ['xmp', 'creator'],
    ['iptc', 'Byline'],
    ['ifd0', 'Artist'],
  ],
  alt: [
    ['xmp', 'AltTextAccessibility'],
    ['xmp', 'ExtDescrAccessibility'],
  ],
} as const satisfies Record<keyof Proposal, readonly (readonly [string, string])[]>;

/** Cameras and phones write their own name where a caption belongs. */
const NO_CAPTION =
  /^(?:OLYMPUS DIGITAL CAMERA|SONY DSC|MINOLTA DIGITAL CAMERA|DCIM|default|untitled)$/i;

/** Empty fields where the file says nothing; never fails: a photo without readable metadata is still a photo. */
export async function readProposal(path: string): Promise<Proposal> {
  const blocks = await readBlocks(path);
  const find = (field: keyof Proposal): string => {
    for (const [block, tag] of SOURCES[field]) {
      const text = textOf(blocks[block]?.[tag], block);
      if (text !== '' && !NO_CAPTION.test(text)) return text;
    }
    return '';
  };
  return {
    slug: oneLine(find('slug')),
    caption: find('caption').slice(0, LIMITS.text),
    credit: oneLine(find('credit')),
    alt: oneLine(find('alt')),
  };
}

async function readBlocks(path: string): Promise<Readonly<Record<string, Tags | undefined>>> {
  try {
    const options = {
      mergeOutput: false,
      xmp: true,
      iptc: true,
      exif: false,
      gps: false,
      icc: false,
    };
    const { default: exifr } = await import('exifr');
    const parsed: unknown = await exifr.parse(path, { ...options, ifd0: {}, tiff: true });
    if (typeof parsed !== 'object' || parsed === null) return {};
    return mergeXmp(parsed as Record<string, Tags>);
  } catch {
    return {};
  }
}

/** exifr gives XMP one block per namespace. */
function mergeXmp(parsed: Record<string, Tags>): Record<string, Tags | undefined> {
  const names = ['xmp', 'dc', 'photoshop', 'Iptc4xmpCore', 'Iptc4xmpExt'];
  const xmp = Object.assign({}, ...names.map((name) => parsed[name] ?? {})) as Tags;
  return { ...parsed, xmp };
}

/** XMP gives `{lang, value}`, lists, or text; IIM gives bytes read as Latin-1 whatever they are. */
function textOf(value: unknown, block: string): string {
  const [first] = Array.isArray(value) ? (value as unknown[]) : [value];
  const text =
    typeof first === 'object' && first !== null && 'value' in first ? first.value : first;
  if (typeof text !== 'string') return '';
  const decoded = block === 'xmp' ? text : asUtf8(text);
  return decoded.replaceAll('\0', '').toWellFormed().trim();
}

/** IIM and EXIF rarely say their encoding: what is valid UTF-8 is UTF-8, anything else stays Latin-1. */
function asUtf8(text: string): string {
  // A character above Latin-1 means that it was decoded already.
  if (!/[\u0080-\u00ff]/.test(text) || /[\u0100-\uffff]/.test(text)) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'latin1'));
  } catch {
    return text;
  }
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').slice(0, LIMITS.line);
}
