import type { Photo } from '#shared/contract/core.ts';
import type { PhotoHash } from '#shared/domain/ids.ts';
import { PHOTOS } from './newsroom.ts';

/** A picture of the demo newsroom, with what its file would say. */
export const photoOf = (hash: PhotoHash): Photo => ({
  hash,
  fileName: `${PHOTOS.get(hash)?.name ?? 'foto'}.jpg`,
  mediaType: 'image/jpeg',
  bytes: 2_412_300,
  width: 1600,
  height: 1067,
  proposal: {
    slug: 'BANJIR ROB',
    caption: 'Warga melintasi genangan di Kaligawe, Semarang, Rabu (4/6/2025).',
    credit: 'Tribun Jateng/Dimas Aryo',
    alt: '',
  },
  state: 'here' as const,
});
