/**
 * Reads and writes files in a thread of its own: core goes on saving meanwhile, and a file that eats memory or never
 * ends takes only this thread along. One job, one answer, one life.
 */
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { RedaksiError } from '#shared/contract/errors.ts';
import { FILE_PROBLEMS, type FileProblem } from '#shared/contract/files.ts';
import type { PersonId } from '#shared/domain/ids.ts';
import type { FilesAnswer, FilesJob } from './jobs.ts';

const answer = await work(workerData as FilesJob).catch(refusal);
parentPort?.postMessage(answer);

async function work(job: FilesJob): Promise<FilesAnswer> {
  switch (job.job) {
    case 'read': {
      const { readStoryFile } = await import('./read/read-file.ts');
      const people = new Map(
        job.people.map(({ name, id }) => [name.toLowerCase(), id as PersonId]),
      );
      const bytes = new Uint8Array(await readFile(job.file));
      const read = await readStoryFile(bytes, job.kind, {
        personByName: (name) => people.get(name.toLowerCase()),
      });
      return { ok: true, read };
    }
    case 'write-docx': {
      const { writeDocx } = await import('./write/docx.ts');
      return { ok: true, bytes: await writeDocx(job) };
    }
    default:
      return job satisfies never;
  }
}

function refusal(thrown: unknown): FilesAnswer {
  const because = thrown instanceof RedaksiError ? thrown.details?.['because'] : undefined;
  const known = FILE_PROBLEMS.find((problem) => problem === because);
  return { ok: false, because: (known satisfies FileProblem | undefined) ?? 'inside' };
}
