/** From what a clipboard holds to blocks with ids: the best of its types, pictures as photos, and what to tell. */
import { isNewerBlock, type Block, type PhotoUse } from '#shared/domain/article.ts';
import { newBlockId, type PhotoUseId } from '#shared/domain/ids.ts';
import { hasWords } from '#shared/domain/story-text/words.ts';
import { NOTHING_TO_TELL, type PasteHandlers, type PasteReport } from './handlers.ts';
import { readOwn, type OwnClipboard } from './own.ts';
import { parsePage } from './parse-page.ts';
import { NOTHING_READ, type ClipboardRead, type PastedBlock } from './pasted.ts';
import { readClipboardHtml } from './read-html.ts';
import { readClipboardRtf } from './read-rtf.ts';
import { readClipboardText } from './read-text.ts';

/** The texts of a clipboard, taken at once: it is empty as soon as its event is over. */
export interface ClipboardTexts {
  readonly own: OwnClipboard | null;
  readonly html: string;
  readonly rtf: string;
  readonly plain: string;
}

export function textsOf(clipboard: Pick<DataTransfer, 'getData'>): ClipboardTexts {
  return {
    own: readOwn(clipboard.getData('application/x-redaksi')),
    html: clipboard.getData('text/html'),
    rtf: clipboard.getData('text/rtf'),
    plain: clipboard.getData('text/plain') || clipboard.getData('text/uri-list'),
  };
}

/** The texts of another program, by the best type that has words. */
export function readTexts({ html, rtf, plain }: ClipboardTexts): ClipboardRead {
  const page = html === '' ? NOTHING_READ : readClipboardHtml(parsePage(html));
  if (page.blocks.length > 0) return page;
  const rich = readClipboardRtf(rtf);
  if (rich.blocks.length > 0) return { ...page, blocks: rich.blocks };
  // A page that shows nothing but a picture, say.
  return hasWords(plain)
    ? { ...page, blocks: readClipboardText(plain, { structure: true }).blocks }
    : page;
}

export interface Ready {
  readonly blocks: readonly Block[];
  readonly report: PasteReport;
}

/** Blocks of another program: ids, and photo uses for their pictures. */
export function readyBlocks(read: ClipboardRead, handlers: PasteHandlers): Ready {
  const { leftOut, refused, struck } = read;
  let photosLeftOut = 0;
  const blocks = read.blocks.flatMap((block): Block[] => {
    if (block.kind !== 'picture') return [{ ...block, id: newBlockId() }];
    const use = handlers.photoFor({
      file: fileOf(block.source),
      caption: block.caption,
      alt: block.alt,
    });
    if (use !== null) return [{ id: newBlockId(), kind: 'photo', photoUse: use }];
    if (!('refused' in block.source)) photosLeftOut += 1;
    const runs = block.caption === '' ? [] : [{ text: block.caption }];
    return runs.length === 0 ? [] : [{ id: newBlockId(), kind: 'paragraph', runs }];
  });
  return { blocks, report: { ...NOTHING_TO_TELL, leftOut, refused, struck, photosLeftOut } };
}

/** Blocks of ours: fresh ids, and photos that stand here already or belong to another story as copies. */
export function ownBlocks(
  { blocks, photoUses }: OwnClipboard,
  handlers: PasteHandlers,
  isFree: (use: PhotoUseId) => boolean,
): Ready {
  const uses = new Map<PhotoUseId, PhotoUse>(photoUses.map((use) => [use.id, use]));
  const taken = new Set<PhotoUseId>();
  let photosCopied = 0;
  let photosLeftOut = 0;
  const ready = blocks.flatMap((block): Block[] => {
    if (isNewerBlock(block) || block.kind !== 'photo') return [{ ...block, id: newBlockId() }];
    if (isFree(block.photoUse) && !taken.has(block.photoUse)) {
      taken.add(block.photoUse);
      return [{ ...block, id: newBlockId() }];
    }
    const use = uses.get(block.photoUse);
    const copy = use === undefined ? null : handlers.copyPhoto(use);
    if (copy === null) {
      photosLeftOut += 1;
      return [];
    }
    photosCopied += 1;
    return [{ id: newBlockId(), kind: 'photo', photoUse: copy }];
  });
  return { blocks: ready, report: { ...NOTHING_TO_TELL, photosCopied, photosLeftOut } };
}

const EXTENSION: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/tiff': 'tif',
  'image/avif': 'avif',
};

function fileOf(source: Extract<PastedBlock, { kind: 'picture' }>['source']): File | null {
  if ('refused' in source) return null;
  const { bytes, mediaType } = source;
  return new File([bytes], `tempelan.${EXTENSION[mediaType] ?? 'img'}`, { type: mediaType });
}
