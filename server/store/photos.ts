import { sql } from 'kysely';
import type { PhotoRecord } from '#shared/contract/http.ts';
import type { PhotoHash } from '#shared/domain/ids.ts';
import { allRows, firstRow, run, type Db } from './rows.ts';
import type { PhotosRepository } from './store.ts';

export function photosIn(db: Db): PhotosRepository {
  return {
    get: (hash) =>
      firstRow(
        db,
        sql<PhotoRecord>`
          select hash, file_name as "fileName", media_type as "mediaType", bytes, width, height, person, at
          from photo where hash = ${hash}`,
      ),
    known: async (hashes) => {
      const rows = await allRows(
        db,
        sql<{ hash: PhotoHash }>`
          select hash from photo where hash in (select value from json_each(${JSON.stringify(hashes)}))`,
      );
      return new Set(rows.map((row) => row.hash));
    },
    add: async (photo) => {
      await run(
        db,
        sql`insert into photo (hash, file_name, media_type, bytes, width, height, person, at)
            values (${photo.hash}, ${photo.fileName}, ${photo.mediaType}, ${photo.bytes}, ${photo.width},
              ${photo.height}, ${photo.person}, ${photo.at})`,
      );
    },
  };
}
