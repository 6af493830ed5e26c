/** `story publish`: everything is looked at first; only then is anything written. */
import { existsSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Article } from '#shared/domain/article.ts';
import type { Call } from './arguments.ts';
import { demandSealable } from './blockers.ts';
import { readStoryInput } from './input.ts';
import type { Language } from './language.ts';
import { lookAtPhoto } from './offered-photos.ts';
import { readArticle } from './parse-story.ts';
import { PHOTO_FIELDS, placePhotos, type PhotoField } from './photo-words.ts';
import { publishedJson, publishedText, type Done } from './published-report.ts';
import { failed, refuse } from './refusal.ts';
import { siteOf } from './site-of.ts';

export interface PublishCall {
  readonly call: Call;
  readonly language: Language;
  /** The user's path to a file, absolute. */
  readonly fromHere: (name: string) => string;
  readonly stdin: NodeJS.ReadableStream;
  readonly write: (text: string) => void;
}

export async function publishStory({
  call,
  language,
  fromHere,
  stdin,
  write,
}: PublishCall): Promise<void> {
  const { article: read } = readArticle(await readStoryInput(fromHere(call.operand), stdin));
  const offered = [];
  for (const name of call.values.get('photo') ?? [])
    offered.push(await lookAtPhoto(fromHere(name)));
  const illustrated = placePhotos(
    withWriters(read, call.values.get('writer') ?? []),
    offered,
    photoOptions(call),
  );
  demandSealable(illustrated.article);
  const site = siteOf(illustrated.article, call.values.get('site')?.[0]);
  const keep = keepFolder(call, fromHere);

  // Loaded only now: a refusal above costs no server.
  const { openLocalNewsroom } = await import('./local-newsroom.ts');
  const { takeTheWay } = await import('./take-the-way.ts');
  // Asked for before anything is written, so that Ctrl-C at any moment leaves nothing behind.
  const stopped = stopSignal();
  const newsroom = await openLocalNewsroom(illustrated.article, site);
  try {
    const way = takeTheWay(newsroom, illustrated);
    // When it is stopped half way, what it still meets is of no interest.
    way.catch(() => undefined);
    const published = await Promise.race([way, stopped]);
    if (published === 'stop') {
      throw failed('Dihentikan; tidak ada yang tersisa.', 'Stopped; nothing is left behind.');
    }
    const serving = call.flags.has('serve');
    const done: Done = { newsroom, illustrated, published, kept: keep, serving };
    if (keep !== null) await keepPage(keep, done);
    write(call.flags.has('json') ? publishedJson(done) : publishedText(done, language));
    if (!published.proof.equal) {
      throw failed(
        'Halaman yang terbit berbeda dari isi yang disegel.',
        'The published page differs from what was sealed.',
      );
    }
    if (serving) await stopped;
  } finally {
    await newsroom.close();
  }
}

/** Writers named on the command line stand in for a byline that the text does not have. */
function withWriters(article: Article, names: readonly string[]): Article {
  if (names.length === 0 || article.writers.length > 0) return article;
  return { ...article, writers: names.map((name) => ({ name: name.trim() })) };
}

function photoOptions(call: Call): Partial<Record<PhotoField, string>> {
  return Object.fromEntries(
    PHOTO_FIELDS.flatMap((field) => {
      const text = call.values.get(field)?.[0];
      return text === undefined ? [] : [[field, text]];
    }),
  );
}

function keepFolder(call: Call, fromHere: PublishCall['fromHere']): string | null {
  const name = call.values.get('keep')?.[0];
  if (name === undefined) return null;
  const folder = fromHere(name);
  if (existsSync(folder) && !statSync(folder).isDirectory()) {
    throw refuse(`"${name}" bukan folder.`, `"${name}" is not a folder.`);
  }
  return folder;
}

async function keepPage(folder: string, done: Done): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'page.html'), done.published.html);
  await writeFile(
    path.join(folder, 'article.json'),
    `${JSON.stringify(done.illustrated.article, null, 2)}\n`,
  );
  await writeFile(
    path.join(folder, 'proof.json'),
    `${JSON.stringify(done.published.proof, null, 2)}\n`,
  );
}

function stopSignal(): Promise<'stop'> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => resolve('stop'));
  });
}
