import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useCommand } from '../../../commands/index.ts';
import { useWords, type MessageKey } from '../../../i18n/index.ts';
import type { Draft, DraftState } from '../draft.ts';
import { useDraftPart, usePens } from '../DraftProvider.tsx';
import type { ChangedPlace } from './place.ts';

/** What a place is called when it is said what was undone. The first row that fits. */
const PLACES: readonly (readonly [RegExp, MessageKey])[] = [
  [/^block/, 'undo.body'],
  [/^headline$/, 'undo.headline'],
  [/^deck$/, 'undo.deck'],
  [/^photo:/, 'undo.photo'],
  [/./, 'undo.furniture'],
];

export interface StoryUndo {
  readonly undo: () => void;
  readonly redo: () => void;
  /** For a live region: what was undone, and where. */
  readonly said: string;
}

/** Undo and redo of the whole story, from anywhere in it: the writer is brought to what changed, and told. */
export function useStoryUndo(
  draft: Draft,
  goThere: (where: string, offset: number) => void,
): StoryUndo {
  const { t } = useWords();
  const canUndo = useDraftPart(mayUndo);
  const canRedo = useDraftPart(mayRedo);
  const pens = usePens();
  const [said, setSaid] = useState('');

  const turn = (towards: 'undo' | 'redo'): void => {
    // The text is shown before the caret goes to it.
    const turned = flushSync(() => draft[towards]());
    if (turned === null) {
      setSaid(t(towards === 'undo' ? 'toolbar.nothing-to-undo' : 'toolbar.nothing-to-redo'));
      return;
    }
    const { place } = turned;
    if (place === null) {
      setSaid(t('undo.nothing-left'));
      return;
    }
    goThere(place.where, place.offset);
    setSaid(t(towards === 'undo' ? 'undo.undone' : 'undo.redone', { what: whatOf(t, place) }));
  };
  const locked = pens.text || pens.photos ? undefined : t('undo.locked');
  useCommand('edit.undo', () => turn('undo'), {
    refusal: locked ?? (canUndo ? undefined : t('toolbar.nothing-to-undo')),
    when: isOfStory,
  });
  useCommand('edit.redo', () => turn('redo'), {
    refusal: locked ?? (canRedo ? undefined : t('toolbar.nothing-to-redo')),
    when: isOfStory,
  });
  return {
    undo: () => void (locked === undefined && turn('undo')),
    redo: () => void (locked === undefined && turn('redo')),
    said,
  };
}

const mayUndo = ({ canUndo }: DraftState): boolean => canUndo;
const mayRedo = ({ canRedo }: DraftState): boolean => canRedo;

/** A search field has an undo of its own. */
function isOfStory(): boolean {
  return document.activeElement?.closest('[role="search"], [data-own-undo]') === null;
}

function whatOf(t: (key: MessageKey) => string, { where, more }: ChangedPlace): string {
  const name = more
    ? 'undo.several'
    : (PLACES.find(([fits]) => fits.test(where))?.[1] ?? 'undo.body');
  return t(name);
}
