/** What `publish` says when it is done: for people and, with `--json`, for programs. */
import type { Language } from './language.ts';
import { COLUMNS, oneLine, rows } from './layout.ts';
import type { LocalNewsroom } from './local-newsroom.ts';
import { PHOTO_FIELDS, type Illustrated, type PhotoField, type WordSource } from './photo-words.ts';
import type { Published } from './take-the-way.ts';
import { WORDS, type Words } from './words.ts';

export interface Done {
  readonly newsroom: Pick<LocalNewsroom, 'site' | 'editor'>;
  readonly illustrated: Illustrated;
  readonly published: Published;
  /** Where the page was kept, or null. */
  readonly kept: string | null;
  readonly serving: boolean;
}

/** Stable; docs/story-command.md names every field. */
export function publishedJson({ newsroom, illustrated, published, kept, serving }: Done): string {
  const { story, seal, publication, proof, url } = published;
  return `${JSON.stringify(
    {
      result: 'publish',
      format: 1,
      url,
      site: newsroom.site,
      story,
      version: publication.version,
      content: publication.content,
      seal: {
        id: seal.id,
        content: seal.content,
        by: newsroom.editor.name,
        at: seal.at,
        key: seal.key,
        signature: seal.signature,
      },
      publication: {
        id: publication.id,
        state: publication.state,
        publishedAt: publication.publishedAt,
      },
      proof: { equal: proof.equal, at: proof.at, content: proof.content, fields: proof.fields },
      photos: illustrated.photos.map(({ use, sources }) => ({
        photo: use.photo,
        slug: use.slug,
        caption: use.caption,
        credit: use.credit,
        alt: use.alt,
        sources,
      })),
      article: illustrated.article,
      kept,
      serving,
    },
    null,
    2,
  )}\n`;
}

export function publishedText(
  { newsroom, illustrated, published, kept, serving }: Done,
  language: Language,
): string {
  const words = WORDS[language];
  const { story, seal, publication, proof, url } = published;
  const head = rows([
    [words.url, url],
    [words.headline, illustrated.article.headline],
    [words.story, story],
    [words.sealedBy, newsroom.editor.name],
    [words.seal, seal.id],
    [words.content, publication.content],
    ...illustrated.photos.flatMap(({ use, sources }): [string, string][] => [
      [words.photo, `${use.photo?.slice(0, 12) ?? '-'}  ${use.slug}`],
      ...PHOTO_FIELDS.flatMap((field): [string, string][] =>
        field === 'slug'
          ? []
          : [
              [
                photoLabel(field, words),
                `${oneLine(use[field], 40)} (${source(sources[field], words)})`,
              ],
            ],
      ),
    ]),
    [words.kept, kept ?? ''],
  ]);
  const width = Math.min(24, Math.max(...proof.fields.map(({ field }) => field.length))) + 2;
  const marks = Math.max(words.equal.length, words.differs.length) + 2;
  const shown = proof.fields.filter(({ equal, sealed }) => !equal || sealed !== '');
  const table = shown.flatMap(({ field, sealed, live, equal }) => {
    const name = oneLine(field, width - 2).padEnd(width);
    const mark = (equal ? words.equal : words.differs).padEnd(marks);
    const line = (text: string) =>
      `  ${name}${mark}${oneLine(text, COLUMNS - width - marks - 2)}`.trimEnd();
    return equal ? [line(sealed)] : [line(`- ${sealed}`), line(`+ ${live}`)];
  });
  return [
    head,
    '',
    `${words.proof}:`,
    ...table,
    '',
    proof.equal ? words.proofEqual : words.proofDiffers,
    serving ? words.serving : kept === null ? words.stopped : '',
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

function photoLabel(field: PhotoField, words: Words): string {
  return { slug: words.photo, caption: words.caption, credit: words.credit, alt: words.alt }[field];
}

function source(from: WordSource, words: Words): string {
  const where = {
    option: words.fromOption,
    text: words.fromText,
    file: words.fromFile,
    caption: words.fromCaption,
    none: '-',
  };
  return `${words.from} ${where[from]}`;
}
