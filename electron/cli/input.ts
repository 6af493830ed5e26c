/** Reads what the user names: a file or standard input, judged once, before anything is written. */
import { open } from 'node:fs/promises';
import { validateStoryInput, type StoryInputProblem } from '#shared/domain/story-text/index.ts';
import { refuse, type Refusal } from './refusal.ts';

/** One byte more than any story text or article JSON may have; a 50 MB file is never read whole. */
const READ_LIMIT = 8 * 1024 * 1024 + 1;

const PROBLEMS = {
  EMPTY: [
    'Berkas ini kosong: tidak ada naskah di dalamnya.',
    'The input is empty: there is no story in it.',
  ],
  TOO_LARGE: [
    'Berkas ini lebih besar dari 2 MB: itu bukan satu naskah.',
    'The input is larger than 2 MB: that is not one story.',
  ],
  BINARY: [
    'Berkas ini bukan teks: simpan naskah sebagai teks biasa dulu.',
    'The input is not text: save the story as plain text first.',
  ],
  NUL: [
    'Berkas ini memuat karakter NUL, yang tidak ada dalam naskah mana pun.',
    'The input contains a NUL character, which no story text has.',
  ],
  INVALID_UTF8: [
    'Berkas ini bukan UTF-8 yang sah: simpan naskah dengan penyandian UTF-8.',
    'The input is not valid UTF-8: save the story with the encoding UTF-8.',
  ],
  WHITESPACE: [
    'Berkas ini tidak memuat kata, hanya spasi atau tanda baca.',
    'The input has no words, only white space or signs.',
  ],
} as const satisfies Record<StoryInputProblem, readonly [id: string, en: string]>;

/** The text of a story. Refuses, in one sentence, what is not one. */
export async function readStoryInput(
  source: string,
  stdin: NodeJS.ReadableStream,
): Promise<string> {
  const input = validateStoryInput(await readBytes(source, stdin));
  if (!input.ok) {
    const [id, en] = PROBLEMS[input.code];
    throw refuse(id, en);
  }
  return input.text;
}

/** The bytes of a file, or of standard input for `-`. */
export async function readBytes(source: string, stdin: NodeJS.ReadableStream): Promise<Uint8Array> {
  if (source === '-') return readStream(stdin);
  const file = await open(source, 'r').catch((error: unknown) => {
    throw unreadable(source, error);
  });
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw Object.assign(new Error('not a file'), { code: 'EISDIR' });
    const bytes = Buffer.alloc(Math.min(stat.size, READ_LIMIT));
    let filled = 0;
    while (filled < bytes.length) {
      const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  } catch (error) {
    throw unreadable(source, error);
  } finally {
    await file.close();
  }
}

/** Why a file can't be read, in words. */
export function unreadable(source: string, error: unknown): Refusal {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return refuse(`Berkas "${source}" tidak ada.`, `There is no file "${source}".`);
    case 'EISDIR':
      return refuse(
        `"${source}" adalah folder, bukan berkas.`,
        `"${source}" is a folder, not a file.`,
      );
    case 'EACCES':
    case 'EPERM':
      return refuse(
        `Berkas "${source}" tidak boleh dibaca.`,
        `The file "${source}" may not be read.`,
      );
    default:
      return refuse(
        `Berkas "${source}" tidak dapat dibaca.`,
        `The file "${source}" can't be read.`,
      );
  }
}

async function readStream(stream: NodeJS.ReadableStream): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array | string);
    chunks.push(bytes);
    length += bytes.length;
    if (length >= READ_LIMIT) break;
  }
  return Buffer.concat(chunks).subarray(0, READ_LIMIT);
}
