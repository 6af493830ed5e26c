/** A picture on its way into the story: the shell admits the file, core takes it in, the story gets a photo use. */
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { Photo } from '#shared/contract/core.ts';
import type { AdmitAnswer } from '#shared/contract/shell.ts';
import type { PhotoUse } from '#shared/domain/article.ts';
import { newPhotoUseId } from '#shared/domain/ids.ts';
import { useWords, type MessageKey } from '../../i18n/index.ts';
import { errorText, useCore, useShell } from '../../newsroom/index.ts';

type Why = Extract<AdmitAnswer, { ok: false }>['why'];

const WHY_TEXT = {
  'too-large': 'photo.too-large',
  'not-a-photo': 'photo.not-a-photo',
  unreadable: 'photo.unreadable',
  'no-space': 'photo.no-space',
} as const satisfies Record<Why, MessageKey>;

export interface PhotoIntake {
  /** How many files are being taken in. */
  readonly busy: number;
  readonly problem: string | null;
  readonly forgetProblem: () => void;
  readonly take: (files: readonly File[], onPhoto: (photo: Photo) => void) => void;
  /** Opens the system's file dialog. */
  readonly choose: (onPhoto: (photo: Photo) => void) => void;
}

export function usePhotoIntake(): PhotoIntake {
  const core = useCore();
  const shell = useShell();
  const words = useWords();
  const [busy, setBusy] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const latest = useRef(words);
  useLayoutEffect(() => {
    latest.current = words;
  }, [words]);

  const take = useCallback(
    (files: readonly File[], onPhoto: (photo: Photo) => void): void => {
      setProblem(null);
      setBusy((count) => count + files.length);
      void (async () => {
        for (const file of files) {
          try {
            const admitted = await shell.admitFile(file);
            if (admitted.ok) {
              onPhoto(
                await core.call('photo.import', {
                  admitted: admitted.admitted,
                  fileName: admitted.fileName,
                }),
              );
            } else {
              setProblem(`${file.name}: ${latest.current.t(WHY_TEXT[admitted.why])}`);
            }
          } catch (thrown) {
            setProblem(`${file.name}: ${errorText(latest.current, thrown)}`);
          }
          setBusy((count) => count - 1);
        }
      })();
    },
    [core, shell],
  );

  const choose = useCallback(
    (onPhoto: (photo: Photo) => void): void => {
      const field = document.createElement('input');
      field.type = 'file';
      field.accept = 'image/jpeg,image/png,image/webp,image/tiff,image/avif';
      field.multiple = true;
      field.addEventListener('change', () => take([...(field.files ?? [])], onPhoto));
      field.click();
    },
    [take],
  );
  return { busy, problem, forgetProblem: () => setProblem(null), take, choose };
}

/** A fresh use of a photo, with nothing said yet. */
export function newPhotoUse(photo: Photo): PhotoUse {
  return {
    id: newPhotoUseId(),
    photo: photo.hash,
    creditLead: '',
    slug: '',
    caption: '',
    credit: '',
    alt: '',
  };
}

/** What the file itself says, for the fields that are still empty; null when there is nothing to add. */
export function proposalFor(
  use: PhotoUse,
  proposal: Photo['proposal'] | undefined,
): Partial<PhotoUse> | null {
  if (proposal === undefined) return null;
  const fields: Record<string, string> = {};
  for (const field of ['slug', 'caption', 'credit', 'alt'] as const) {
    if (use[field].trim() === '' && proposal[field].trim() !== '') fields[field] = proposal[field];
  }
  return Object.keys(fields).length === 0 ? null : fields;
}
