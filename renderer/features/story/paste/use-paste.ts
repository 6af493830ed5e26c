/** What an open story does about a paste: photos for its pictures, the offer for a whole story, and what to tell. */
import { useMemo, useRef, useLayoutEffect, useState } from 'react';
import type { PhotoUse } from '#shared/domain/article.ts';
import { newPhotoUseId } from '#shared/domain/ids.ts';
import type { PasteHandlers, PasteReport } from '../../../editor/index.ts';
import { useNewsroom } from '../../../newsroom/index.ts';
import type { PhotoIntake } from '../../photos/index.ts';
import { useDraft, usePens } from '../DraftProvider.tsx';
import { looksLikeStory } from '../paste-story.ts';

interface PasteInStory {
  readonly handlers: PasteHandlers;
  /** What the newest paste left to say; null when it is read, or there is nothing. */
  readonly report: PasteReport | null;
  readonly forget: () => void;
}

export function usePaste({
  intake,
  onFiles,
  onPasteStory,
}: {
  readonly intake: PhotoIntake;
  readonly onFiles: (files: readonly File[], alt: string) => void;
  readonly onPasteStory: (text: string) => void;
}): PasteInStory {
  const draft = useDraft();
  const pens = usePens();
  const people = useNewsroom()?.people;
  const [report, setReport] = useState<PasteReport | null>(null);
  const latest = useRef({ intake, onFiles, onPasteStory, pens, people });
  useLayoutEffect(() => {
    latest.current = { intake, onFiles, onPasteStory, pens, people };
  });
  const handlers = useMemo((): PasteHandlers => {
    const add = (use: PhotoUse): PhotoUse['id'] => {
      draft.addPhotoUse(use);
      return use.id;
    };
    return {
      onFiles: (files, alt) => latest.current.onFiles(files, alt),
      onText: (text) => {
        if (!looksLikeStory(text, latest.current.people ?? [])) return false;
        latest.current.onPasteStory(text);
        return true;
      },
      onPasted: setReport,
      photoFor: ({ file, caption, alt }) => {
        if (!latest.current.pens.photos) return null;
        const id = add({ ...EMPTY, id: newPhotoUseId(), caption, alt });
        // Its words are in the story now; the picture follows, as part of the same step.
        if (file !== null) {
          latest.current.intake.take([file], ({ hash }) =>
            draft.changePhotoUse(id, { photo: hash }, { joins: true }),
          );
        }
        return id;
      },
      photoUse: (id) => draft.snapshot().article.photoUses.find((use) => use.id === id),
      knowsPhoto: draft.knowsPhoto,
      copyPhoto: (use) =>
        latest.current.pens.photos ? add({ ...use, id: newPhotoUseId() }) : null,
      step: draft.step,
    };
  }, [draft]);
  return { handlers, report, forget: () => setReport(null) };
}

const EMPTY: Omit<PhotoUse, 'id'> = {
  photo: null,
  creditLead: '',
  slug: '',
  caption: '',
  credit: '',
  alt: '',
};
