/** The server's signed answers, kept for ever. */
import type { Receipt } from '#shared/domain/seal.ts';
import type { Database } from './database.ts';

export interface Receipts {
  put(receipt: Receipt): void;
  get(command: string): Receipt | null;
}

export function receiptsRepository(db: Database): Receipts {
  const put = db.query(
    'receipt.put',
    'INSERT INTO receipt (command, story, json) VALUES (:command, :story, :json) ON CONFLICT (command) DO NOTHING',
  );
  const get = db.query<{ json: string }>(
    'receipt.get',
    'SELECT json FROM receipt WHERE command = :command',
  );
  return {
    put: (receipt) =>
      void put.run({
        command: receipt.command,
        story: receipt.story,
        json: JSON.stringify(receipt),
      }),
    get: (command) => {
      const row = get.get({ command });
      return row === undefined ? null : (JSON.parse(row.json) as Receipt);
    },
  };
}
