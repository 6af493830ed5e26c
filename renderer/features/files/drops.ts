/** Files that a person drops to be opened as stories. */
import { readableKind } from '#shared/contract/files.ts';

/** The dropped file when all that is dropped is one story; photos go their own way. */
function droppedStory(transfer: DataTransfer | null): File | null {
  const files = [...(transfer?.files ?? [])];
  const [first] = files;
  return files.length === 1 && first !== undefined && readableKind(first.name) !== null
    ? first
    : null;
}

/** Takes stories dropped anywhere in the window, before the editor looks for pictures. Gives back how to stop. */
export function listenForDrops(onDropped: (file: File) => void): () => void {
  const over = (event: DragEvent): void => {
    // What is dragged is known only when it falls; a place that takes nothing would not even let it fall.
    if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
  };
  const drop = (event: DragEvent): void => {
    const file = droppedStory(event.dataTransfer);
    if (file === null) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    onDropped(file);
  };
  window.addEventListener('dragover', over);
  window.addEventListener('drop', drop, { capture: true });
  return () => {
    window.removeEventListener('dragover', over);
    window.removeEventListener('drop', drop, { capture: true });
  };
}
