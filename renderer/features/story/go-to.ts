/** Brings the writer to where a finding or a step is: a field by its `data-where`, a block through the editor. */
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
  'related',
  'latest',
  'copyright',
]);

/** Is this field in the panel at the right? */
export function isInPanel(where: string): boolean {
  return IN_PANEL.has(where);
}

export interface Going {
  readonly body: ManuscriptHandle | null;
  readonly openPanel: (panel: PanelName) => void;
  /** Characters into the text of the place; without it, the end. */
  readonly offset?: number;
  /** The screen of the story: two may be shown side by side. */
  readonly screen?: HTMLElement | null;
}

export function goTo(where: string, { body, openPanel, offset, screen }: Going): void {
  if (where === 'blocks') {
    body?.focus();
    return;
  }
  const block = /^block:(.+)$/.exec(where)?.[1];
  if (block !== undefined) {
    const id = blockIdSchema.safeParse(block);
    if (!id.success) return;
    if (offset === undefined) body?.focusBlock(id.data);
    else body?.placeCaret(id.data, offset);
    return;
  }
  if (IN_PANEL.has(where)) openPanel('furniture');
  // After the panel has been drawn.
  requestAnimationFrame(() => {
    const target = (screen ?? document).querySelector<HTMLElement>(
      `[data-where="${CSS.escape(where)}"]`,
    );
    const field = target?.matches('input, textarea')
      ? target
      : (target?.querySelector<HTMLElement>('input, textarea, button') ?? target);
    target?.scrollIntoView({ block: offset === undefined ? 'center' : 'nearest' });
    field?.focus({ preventScroll: true });
    if (offset !== undefined) placeIn(field, offset);
  });
}

function placeIn(field: HTMLElement | null | undefined, offset: number): void {
  const text =
    field instanceof HTMLTextAreaElement ||
    (field instanceof HTMLInputElement && /^(?:text|search|url|)$/.test(field.type));
  if (text) field.setSelectionRange(offset, offset);
}
