/** What the readers' tests share. */
import { RedaksiError } from '#shared/contract/errors.ts';
import type { ReadableKind } from '#shared/contract/files.ts';
import { readStoryFile } from '../read/read-file.ts';

export const bytesOf = (text: string) => new TextEncoder().encode(text);
export const read = (bytes: Uint8Array | string, kind: ReadableKind | null) =>
  readStoryFile(typeof bytes === 'string' ? bytesOf(bytes) : bytes, kind, {});

/** Why a file is refused; `read` when it is not. Anything else that is thrown comes back as it is. */
export async function refusal(bytes: Uint8Array, kind: ReadableKind | null): Promise<unknown> {
  const thrown: unknown = await read(bytes, kind).then(
    () => 'read',
    (error: unknown) => error,
  );
  return thrown instanceof RedaksiError ? thrown.details?.['because'] : thrown;
}
