/** A body of so many words with photos in it: the same for the workstation and for the floor. */
import type { Block, PhotoUse } from '#shared/domain/article.ts';
import { newBlockId, newPhotoUseId, type PhotoHash } from '#shared/domain/ids.ts';

export interface LongBody {
  readonly blocks: readonly Block[];
  readonly photoUses: readonly PhotoUse[];
}

const WORDS = (
  'pemerintah kabupaten menata pasar itu sejak awal tahun dan para pedagang pindah ke bangunan baru yang lebih luas ' +
  'sementara warga sekitar berharap jalan di depannya segera diperbaiki karena kerap tergenang saat hujan kata kepala ' +
  'dinas perdagangan kepada wartawan setelah rapat bersama dewan pada hari senin di kantor bupati'
).split(' ');
const WORDS_A_PARAGRAPH = 40;
const PARAGRAPHS_A_SUBHEAD = 12;

/** Deterministic; photos stand evenly, and take turns among those that there are. */
export function longBody(words: number, photos: number, hashes: readonly PhotoHash[]): LongBody {
  const paragraphs = Math.ceil(words / WORDS_A_PARAGRAPH);
  const photoUses = Array.from({ length: photos }, (_, n): PhotoUse => {
    const photo = hashes[n % hashes.length];
    if (photo === undefined) throw new Error('a bench needs at least one photo');
    return {
      id: newPhotoUseId(),
      photo,
      slug: `FOTO ${n + 1}`,
      caption: sentence(n * 7, 24),
      creditLead: 'Foto',
      credit: 'Dok/Redaksi',
      alt: sentence(n * 11, 10),
    };
  });
  const blocks: Block[] = [];
  let placed = 0;
  for (let at = 0; at < paragraphs; at += 1) {
    if (at > 0 && at % PARAGRAPHS_A_SUBHEAD === 0)
      blocks.push({
        id: newBlockId(),
        kind: 'heading',
        level: 2,
        runs: [{ text: sentence(at, 5) }],
      });
    const length = Math.min(WORDS_A_PARAGRAPH, words - at * WORDS_A_PARAGRAPH);
    blocks.push({
      id: newBlockId(),
      kind: 'paragraph',
      runs: [{ text: `${sentence(at * 13, length)}.` }],
    });
    for (; placed < Math.floor(((at + 1) * photos) / paragraphs); placed += 1) {
      const use = photoUses[placed];
      if (use !== undefined) blocks.push({ id: newBlockId(), kind: 'photo', photoUse: use.id });
    }
  }
  return { blocks, photoUses };
}

function sentence(from: number, words: number): string {
  const text = Array.from({ length: words }, (_, n) => WORDS[(from + n) % WORDS.length]).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
