/** Photos that this laptop knows: what they are, and how much of them is here. The bytes lie beside the database. */
import type { Photo } from '#shared/contract/core.ts';
import type { PhotoHash } from '#shared/domain/ids.ts';
import type { Database } from './database.ts';

export interface Photos {
  get(hash: PhotoHash): Photo | null;
  /** Adds one; a photo that is known keeps what is here already. */
  put(photo: Photo): void;
  setState(hash: PhotoHash, state: Photo['state']): void;
  /** The server has the original. */
  isUploaded(hash: PhotoHash): boolean;
  setUploaded(hash: PhotoHash, uploaded: 'yes' | 'no'): void;
  uploadUrl(hash: PhotoHash): string | null;
  setUploadUrl(hash: PhotoHash, url: string | null): void;
  /** Photos of which nothing is here yet and whose next try is due. */
  awaited(now: number, limit: number): PhotoHash[];
  /** After a restore of the server: originals that are here are offered again. */
  forgetUploads(): void;
  toOffer(): PhotoHash[];
  retryDownload(hash: PhotoHash, nextAt: number): void;
  downloadTries(hash: PhotoHash): number;
  clear(): void;
}

interface Row {
  readonly hash: PhotoHash;
  readonly file_name: string;
  readonly media_type: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  readonly proposal: string;
  readonly state: Photo['state'];
  readonly upload_url: string | null;
  readonly uploaded: number;
  readonly tries: number;
}

export function photosRepository(db: Database): Photos {
  const one = db.query<Row>('photo.get', 'SELECT * FROM photo WHERE hash = :hash');
  const put = db.query(
    'photo.put',
    `INSERT INTO photo (hash, file_name, media_type, bytes, width, height, proposal, state)
     VALUES (:hash, :fileName, :mediaType, :bytes, :width, :height, :proposal, :state)
     ON CONFLICT (hash) DO UPDATE SET state = 'here', proposal = excluded.proposal WHERE excluded.state = 'here'`,
  );
  const state = db.query('photo.state', 'UPDATE photo SET state = :state WHERE hash = :hash');
  const url = db.query('photo.upload-url', 'UPDATE photo SET upload_url = :url WHERE hash = :hash');
  const uploaded = db.query(
    'photo.uploaded',
    'UPDATE photo SET uploaded = :uploaded, upload_url = NULL WHERE hash = :hash',
  );
  const awaited = db.query<{ hash: PhotoHash }>(
    'photo.awaited',
    "SELECT hash FROM photo WHERE state = 'awaited' AND next_at <= :now LIMIT :limit",
  );
  const forget = db.query(
    'photo.forget-uploads',
    'UPDATE photo SET uploaded = 0, upload_url = NULL',
  );
  const toOffer = db.query<{ hash: PhotoHash }>(
    'photo.to-offer',
    "SELECT hash FROM photo WHERE state = 'here' AND uploaded = 0",
  );
  const retry = db.query(
    'photo.retry',
    'UPDATE photo SET tries = tries + 1, next_at = :nextAt WHERE hash = :hash',
  );
  const clear = db.query('photo.clear', 'DELETE FROM photo');
  return {
    get: (hash) => {
      const row = one.get({ hash });
      return row === undefined ? null : photoOf(row);
    },
    put: ({ proposal, ...photo }) => void put.run({ ...photo, proposal: JSON.stringify(proposal) }),
    setState: (hash, next) => void state.run({ hash, state: next }),
    isUploaded: (hash) => one.get({ hash })?.uploaded === 1,
    setUploaded: (hash, done) => void uploaded.run({ hash, uploaded: done === 'yes' ? 1 : 0 }),
    uploadUrl: (hash) => one.get({ hash })?.upload_url ?? null,
    setUploadUrl: (hash, next) => void url.run({ hash, url: next }),
    awaited: (now, limit) => awaited.all({ now: Math.trunc(now), limit }).map((row) => row.hash),
    forgetUploads: () => void forget.run(),
    toOffer: () => toOffer.all().map((row) => row.hash),
    retryDownload: (hash, nextAt) => void retry.run({ hash, nextAt: Math.trunc(nextAt) }),
    downloadTries: (hash) => one.get({ hash })?.tries ?? 0,
    clear: () => void clear.run(),
  };
}

function photoOf(row: Row): Photo {
  return {
    hash: row.hash,
    fileName: row.file_name,
    mediaType: row.media_type,
    bytes: row.bytes,
    width: row.width,
    height: row.height,
    proposal: JSON.parse(row.proposal) as Photo['proposal'],
    state: row.state,
  };
}
