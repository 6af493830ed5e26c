/** Gives a job to a fresh worker and waits for its answer, with limits on time and memory. */
import { Worker } from 'node:worker_threads';
import { RedaksiError } from '#shared/contract/errors.ts';
import { unreadable } from './read/problems.ts';
import type { FilesAnswer, FilesJob } from './jobs.ts';

/** SECURITY: what a hostile file may cost at most. */
const LIMITS = { megabytes: 1_024, milliseconds: 60_000 } as const;

/** Runs a file of this program, its own worker. Rejects with UNSUPPORTED_FILE, TOO_LARGE or INTERNAL. */
export async function runFilesJob(
  workerFile: string,
  job: FilesJob,
  milliseconds: number = LIMITS.milliseconds,
): Promise<Extract<FilesAnswer, { ok: true }>> {
  const worker = new Worker(workerFile, {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.megabytes },
    // SECURITY: it gets no secrets of ours by the environment.
    env: {},
    execArgv: [],
  });
  const answered = Promise.withResolvers<FilesAnswer>();
  worker.once('message', (answer: FilesAnswer) => answered.resolve(answer));
  worker.once('error', (error: Error & { code?: string }) => {
    const full = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    answered.reject(full ? unreadable('bomb', 'the file needs too much memory') : error);
  });
  worker.once('exit', () => answered.reject(new Error('the files worker ended without an answer')));
  const late = setTimeout(
    () => answered.reject(unreadable('too-long', 'reading the file takes too long')),
    milliseconds,
  );
  try {
    const answer = await answered.promise;
    if (answer.ok) return answer;
    if (answer.because === 'inside')
      throw new RedaksiError('INTERNAL', 'the file could not be read or written');
    throw unreadable(answer.because, `the file is refused: ${answer.because}`);
  } finally {
    clearTimeout(late);
    await worker.terminate();
  }
}
