/** The one listener for keys: it goes before every field and the editor, and takes only what somebody can do now. */
import { keysOfPress, typesText, type Platform } from './keys.ts';
import type { Keymap } from './keymap.ts';
import type { Offer, Registry } from './registry.ts';
import type { CommandId } from './table.ts';

/** What has the keys before everything else: an open dialog, menu or list. */
const ABOVE =
  '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"] [role="option"]';
/** The desk's list is a list box too, but nothing above it. */
const BELOW = '[data-desk]';
const WRITING = 'input, textarea, select, [contenteditable="true"]';

export interface KeyPlace {
  /** Something lies over the window and has the keys. */
  readonly covered: boolean;
  /** The caret is in a field or in the text. */
  readonly writing: boolean;
}

/** Which command a press means where it is made; null leaves the press to whoever has the focus. */
export function commandForPress(
  keys: string,
  place: KeyPlace,
  keymap: Keymap,
  current: (id: CommandId) => Offer | undefined,
): CommandId | null {
  if (place.writing && typesText(keys)) return null;
  return (
    keymap.commandsOn(keys).find((id) => {
      const offer = current(id);
      if (offer === undefined) return false;
      if (place.covered && !offer.above) return false;
      return offer.when === undefined || offer.when();
    }) ?? null
  );
}

export interface KeyListening {
  readonly registry: Registry;
  readonly keymap: () => Keymap;
  readonly platform: Platform;
  /** A command was asked for that can't be done now. */
  readonly onRefused: (id: CommandId, refusal: string) => void;
}

/** Listens until the answer is called. */
export function listenForKeys(listening: KeyListening): () => void {
  const { registry, keymap, platform, onRefused } = listening;
  const onKey = (event: KeyboardEvent): void => {
    // An input method has the keys while it composes; a sign made with AltGr is text.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.getModifierState('AltGraph')) return;
    const keys = keysOfPress(event, platform);
    if (keys === null) return;
    // A letter in the text is no command: nothing more is asked at each key.
    if (keymap().commandsOn(keys).length === 0 && keymap().wasTaken(keys) === undefined) return;
    const place = placeOf(event.target);
    const id = commandForPress(keys, place, keymap(), registry.current);
    if (id === null) {
      const was = keymap().wasTaken(keys);
      // Bold was put on other keys: the editor must not make its own sense of the old ones.
      if (was === undefined || place.covered || typesText(keys)) return;
      if (registry.current(was) !== undefined) take(event);
      return;
    }
    take(event);
    if (event.repeat && !REPEATS.has(id)) return;
    const outcome = registry.run(id);
    if (!outcome.ran && outcome.refusal !== undefined) onRefused(id, outcome.refusal);
  };
  window.addEventListener('keydown', onKey, { capture: true });
  return () => window.removeEventListener('keydown', onKey, { capture: true });
}

/** Commands that go on as long as their keys are held. */
const REPEATS: ReadonlySet<CommandId> = new Set<CommandId>(['edit.undo', 'edit.redo']);

/**
 * Does what was chosen in the native menu. By its keys it counts as if they had been pressed in the page: a menu's
 * keys reach it also from inside a printed page, where the page hears none.
 */
export function runFromMenu(
  listening: Pick<KeyListening, 'registry' | 'onRefused'>,
  id: CommandId,
  how: 'keys' | 'pointer',
): void {
  const offer = listening.registry.current(id);
  if (how === 'keys' && offer !== undefined) {
    const { covered } = placeOf(document.activeElement);
    if ((covered && !offer.above) || offer.when?.() === false) return;
  }
  const outcome = listening.registry.run(id);
  if (!outcome.ran && outcome.refusal !== undefined) listening.onRefused(id, outcome.refusal);
}

function placeOf(at: EventTarget | null): KeyPlace {
  const target = at instanceof Element ? at : null;
  const covered = [...document.querySelectorAll(ABOVE)].some(
    (element) => element.closest(BELOW) === null,
  );
  return { covered, writing: target?.closest(WRITING) !== null && target !== null };
}

function take(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
