/** Brings the writer to where a finding is: a field by its `data-where`, a block through the editor. */
import { blockIdSchema } from '#shared/domain/ids.ts';
import type { ManuscriptHandle } from '../../editor/index.ts';
import type { PanelName } from './Inspector.tsx';

/** Fields that live in the panel at the right. */
const IN_PANEL: ReadonlySet<string> = new Set([
  'writers',
  'editors',
  'dateline',
  'eventDate',
  'signoffs',
  'source',
  'tags',
  'copyright',
]);

export function goTo(
  where: string,
  body: ManuscriptHandle | null,
  openPanel: (panel: PanelName) => void,
): void {
  if (where === 'blocks') {
    body?.focus();
    return;
  }
  const block = /^block:(.+)$/.exec(where)?.[1];
  if (block !== undefined) {
    const id = blockIdSchema.safeParse(block);
    if (id.success) body?.focusBlock(id.data);
    return;
  }
  if (IN_PANEL.has(where)) openPanel('furniture');
  // After the panel has been drawn.
  requestAnimationFrame(() => {
    const target = document.querySelector<HTMLElement>(`[data-where="${CSS.escape(where)}"]`);
    const field = target?.matches('input, textarea')
      ? target
      : (target?.querySelector<HTMLElement>('input, textarea, button') ?? target);
    target?.scrollIntoView({ block: 'center' });
    field?.focus({ preventScroll: true });
  });
}
