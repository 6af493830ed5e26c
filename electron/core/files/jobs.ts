/** What the files worker is asked and what it answers. Plain values: they cross a thread. */
import type { Article } from '#shared/domain/article.ts';
import type { FileProblem, ReadableKind } from '#shared/contract/files.ts';
import type { PhotoHash, PhotoUseId } from '#shared/domain/ids.ts';
import type { LeftOver } from './read/filed.ts';
import type { PictureBytes } from './read/pieces.ts';
import type { DocxPicture } from './write/docx.ts';

export type FilesJob =
  | {
      readonly job: 'read';
      /** Absolute; core's own inbox. */
      readonly file: string;
      readonly kind: ReadableKind | null;
      readonly people: readonly NamedPerson[];
    }
  | {
      readonly job: 'write-docx';
      readonly article: Article;
      readonly pictures: ReadonlyMap<PhotoHash, DocxPicture>;
      readonly state: string;
      readonly creator: string;
    };

export interface NamedPerson {
  readonly name: string;
  readonly id: string;
}

export interface ReadFile {
  readonly kind: ReadableKind;
  readonly article: Article;
  readonly leftOver: readonly LeftOver[];
  readonly pictures: readonly (PictureBytes & { readonly use: PhotoUseId })[];
}

export type FilesAnswer =
  | { readonly ok: true; readonly read: ReadFile }
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly because: FileProblem | 'inside' };
