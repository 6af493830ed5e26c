/** A Word file as pieces: mammoth reads its structure, our own count of its XML finds what mammoth leaves out. */
import mammoth from 'mammoth';
import type { FileLeftOver } from '#shared/contract/files.ts';
import { hasWords, storyWords } from '#shared/domain/story-text/words.ts';
import { docxRole, isOwnDocx, STYLE_MAP } from './docx-styles.ts';
import { wordParagraphs, wordsNotAmong, type WordParagraph } from './docx-words.ts';
import { pieceText } from './filed.ts';
import { readHtml } from './html.ts';
import { MOST_PICTURES, type FileParts, type LeftOverPiece, type PictureBytes } from './pieces.ts';
import { unreadable } from './problems.ts';
import { openZip, type Zip } from './zip.ts';

const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/jpg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
};

/** Throws UNSUPPORTED_FILE with the reason for what is no Word file, or none that can be read whole. */
export async function readDocx(bytes: Uint8Array): Promise<FileParts> {
  const zip = await openZip(bytes);
  if (zip.names.includes('mimetype') && zip.names.includes('content.xml'))
    throw unreadable('open-document', 'an OpenDocument file');
  if (!zip.names.includes('[Content_Types].xml')) throw unreadable('unknown', 'no Word file');
  const pictures: PictureBytes[] = [];
  const html = await convert(bytes, pictures);
  const read = readHtml(html, {
    roleOf: docxRole,
    pictureOf: (address) => pictures[Number(/^picture:(\d+)$/.exec(address)?.[1] ?? -1)] ?? null,
  });
  const beside = await partsBeside(zip, [...read.pieces.map(pieceText), ...listTitles(html)]);
  return { ...read, leftOver: [...read.leftOver, ...beside], fields: {}, ours: isOwnDocx(html) };
}

async function convert(bytes: Uint8Array, pictures: PictureBytes[]): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        styleMap: [...STYLE_MAP],
        // SECURITY: a map inside the file could rename anything; linked files stay where they are.
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        ignoreEmptyParagraphs: false,
        convertImage: mammoth.images.imgElement(async (image) => {
          const ending = ENDINGS[image.contentType];
          if (ending === undefined || pictures.length >= MOST_PICTURES)
            return { src: image.contentType };
          try {
            const picture = new Uint8Array(await image.readAsArrayBuffer());
            pictures.push({ bytes: picture, name: `gambar-${pictures.length + 1}.${ending}` });
            return { src: `picture:${pictures.length - 1}` };
          } catch {
            // Its part is missing, or it lies in another file.
            return { src: 'missing' };
          }
        }),
      },
    );
    // The way back from a note to its place in the text says nothing on paper.
    return value.replaceAll(/<a href="#(?:foot|end)note-ref-[^"]*">↑<\/a>/g, '');
  } catch {
    throw unreadable('damaged', 'the Word file can not be read');
  }
}

/** Headings of lists of links, in our own files. */
function listTitles(html: string): readonly string[] {
  return [...html.matchAll(/<p class="own-list-title">([^<]*)<\/p>/g)].map(
    ([, title = '']) => title,
  );
}

const BESIDE: readonly { readonly name: RegExp; readonly why: FileLeftOver }[] = [
  { name: /^word\/(?:header|footer)\d*\.xml$/, why: 'header' },
  { name: /^word\/comments\.xml$/, why: 'comment' },
];
const IN_TEXT = /^word\/(?:document\d*|footnotes|endnotes)\.xml$/;

/** What stands in the file and not among the pieces. */
async function partsBeside(zip: Zip, found: readonly string[]): Promise<readonly LeftOverPiece[]> {
  const leftOver: LeftOverPiece[] = [];
  const inText: WordParagraph[] = [];
  for (const name of zip.names) {
    const beside = BESIDE.find((part) => part.name.test(name));
    if (beside === undefined && !IN_TEXT.test(name)) continue;
    const paragraphs = wordParagraphs((await zip.text(name)) ?? '');
    if (beside === undefined) inText.push(...paragraphs);
    else
      for (const { text } of paragraphs)
        if (hasWords(text)) leftOver.push({ text: text.trim(), why: beside.why });
  }
  for (const { deleted } of inText)
    if (hasWords(deleted)) leftOver.push({ text: deleted.trim(), why: 'deleted' });
  return [...wordsNotAmong(inText, found.flatMap(storyWords)), ...leftOver];
}
