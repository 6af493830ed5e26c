/** Writing a story as a file: into the outbox for files, under a ticket; the shell asks the person where it goes. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CoreOutput, CoreParsedInput, StoryView } from '#shared/contract/core.ts';
import { outgoingPath, type PrintJob } from '#shared/contract/files.ts';
import { photoPath } from '#shared/contract/media-paths.ts';
import { SCHEMES } from '#shared/contract/shell.ts';
import type { PhotoHash } from '#shared/domain/ids.ts';
import { printStoryText } from '#shared/domain/story-text/index.ts';
import { RedaksiError } from '#shared/contract/errors.ts';
import { storyFileName } from '#shared/export/file-name.ts';
import { printMarkdown } from '#shared/export/markdown/markdown.ts';
import { leftOutBlocks } from '#shared/export/parts.ts';
import { renderPrintPage } from '#shared/export/print-page.ts';
import { stateLine } from '#shared/export/state-line.ts';
import type { CutContext } from '../services/cutting.ts';
import { storyView } from '../services/view.ts';
import { writeDurably } from '../photos/files.ts';
import { readPicture } from '../photos/renditions.ts';
import { runFilesJob } from './run-job.ts';
import type { DocxPicture } from './write/docx.ts';

type Export = CoreParsedInput<'story.export'>;

const ENDINGS = { text: 'txt', docx: 'docx', markdown: 'md', page: 'pdf' } as const;
const FALLBACK_NAME = { id: 'naskah', en: 'story' } as const;

/** What is on disk of this story, written as one file. NOT_FOUND, DISK_FULL. */
export async function exportStory(
  context: CutContext,
  workerFile: string,
  { story, as, form, language }: Export,
): Promise<CoreOutput<'story.export'>> {
  const view = storyView(context, story);
  const bytes = await written(context, workerFile, view, { story, as, form, language });
  const ticket = randomBytes(16).toString('hex');
  await writeDurably(join(context.dataDir, outgoingPath(ticket)), bytes);
  return {
    ticket,
    fileName: storyFileName(view.article.headline, ENDINGS[as], FALLBACK_NAME[language]),
    leftOut: [...leftOutBlocks(view.article)],
  };
}

async function written(
  context: CutContext,
  workerFile: string,
  view: StoryView,
  { as, form, language }: Export,
): Promise<Uint8Array> {
  const { article } = view;
  switch (as) {
    case 'text':
      return utf8(printStoryText(article, form));
    case 'markdown':
      return utf8(printMarkdown(article));
    case 'page':
      return utf8(JSON.stringify(printJob(context, view, language)));
    case 'docx': {
      const answer = await runFilesJob(workerFile, {
        job: 'write-docx',
        article,
        pictures: await picturesOf(context, view),
        state: stateLine(view, language),
        creator: article.writers.map(({ name }) => name).join(', ') || 'Redaksi',
      });
      if ('bytes' in answer) return answer.bytes;
      throw new RedaksiError('INTERNAL', 'the worker answered something else');
    }
    default:
      return as satisfies never;
  }
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function printJob({ store }: CutContext, view: StoryView, language: 'id' | 'en'): PrintJob {
  const { article } = view;
  const state = stateLine(view, language);
  const running = article.printHeadline ?? article.headline;
  const html = renderPrintPage({
    article,
    state,
    photoAddress: (hash) => {
      const photo = store.photos.get(hash);
      return photo === null || photo.state === 'awaited'
        ? null
        : `${SCHEMES.media}://photo/${hash}?size=preview`;
    },
    storyAddress: (other) => store.stories.summary(other)?.url ?? null,
  });
  return { html, running, state, language: article.language };
}

/** The photos of the story as this laptop has them, in the size of a page. */
async function picturesOf(
  { dataDir, store }: CutContext,
  { article }: StoryView,
): Promise<ReadonlyMap<PhotoHash, DocxPicture>> {
  const pictures = new Map<PhotoHash, DocxPicture>();
  for (const { photo: hash } of article.photoUses) {
    const photo = hash === null ? null : store.photos.get(hash);
    if (hash === null || photo === null || photo.state === 'awaited') continue;
    const file = join(dataDir, photoPath(hash, 'preview'));
    const bytes = await readFile(file).catch(() => null);
    if (bytes === null) continue;
    const { width, height } = await readPicture(file);
    pictures.set(hash, { bytes: new Uint8Array(bytes), type: 'jpg', width, height });
  }
  return pictures;
}
