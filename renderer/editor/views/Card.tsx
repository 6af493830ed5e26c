import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useLexicalEditable } from '@lexical/react/useLexicalEditable';
import type { NodeKey } from 'lexical';
import { useEffect, useRef, type ReactNode } from 'react';
import {
  LEAVE_CARD_COMMAND,
  TAKE_CARD_COMMAND,
  type LeavesCard,
} from '../extensions/card-commands.ts';
import { onCardKey } from './card-keys.ts';

/** What every card in the text has: keys in and out, and selecting it by a click beside its fields. */
export function Card({
  nodeKey,
  children,
}: {
  readonly nodeKey: NodeKey;
  readonly children: ReactNode;
}) {
  const [editor] = useLexicalComposerContext();
  const editable = useLexicalEditable();
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = card.current;
    if (element === null || !editable) return undefined;
    const leave = (to: LeavesCard['to']): void =>
      void editor.dispatchCommand(LEAVE_CARD_COMMAND, { key: nodeKey, to });
    const onKey = (event: KeyboardEvent): void => onCardKey(event, element, leave);
    const onFocus = (): void => void editor.dispatchCommand(TAKE_CARD_COMMAND, nodeKey);
    const onMouseDown = (event: MouseEvent): void => {
      const { target } = event;
      if (!(target instanceof Element) || target.closest(TAKES_CLICKS) !== null) return;
      event.preventDefault();
      leave('selected');
    };
    element.addEventListener('keydown', onKey);
    element.addEventListener('focusin', onFocus);
    element.addEventListener('mousedown', onMouseDown);
    return () => {
      element.removeEventListener('keydown', onKey);
      element.removeEventListener('focusin', onFocus);
      element.removeEventListener('mousedown', onMouseDown);
    };
  }, [editor, editable, nodeKey]);
  return (
    <div ref={card} data-card="">
      {children}
    </div>
  );
}

const TAKES_CLICKS = 'input, textarea, button, a, label';
