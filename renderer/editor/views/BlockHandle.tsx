import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { Ellipsis, GripVertical } from 'lucide-react';
import { $getNearestNodeFromDOMNode, type NodeKey } from 'lexical';
import { useEffect, useRef, useState, type PointerEvent as ReactPointerEvent } from 'react';
import { runCommand } from '../../commands/index.ts';
import { useWords } from '../../i18n/index.ts';
import { IconButton, Menu } from '../../ui/index.ts';
import { dropBlock, selectBlock } from '../extensions/block-changes.ts';
import { $formOf, FORM_NAMES, LOOKS } from '../extensions/forms.ts';
import { $topBlockOf } from '../nodes/top-block.ts';
import styles from './BlockHandle.module.css';

interface Drop {
  readonly element: HTMLElement;
  readonly side: 'before' | 'after';
}

/**
 * In the margin beside the block under the mouse: drag it by the grip, or choose what to do from the menu. All of it is
 * on keys and in the palette too, so that neither is a stop for Tab.
 */
export function BlockHandle() {
  const { t } = useWords();
  const [editor] = useLexicalComposerContext();
  const [at, setAt] = useState<HTMLElement | null>(null);
  const [drop, setDrop] = useState<Drop | null>(null);
  const handle = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // While its menu is open the handle stays where it is.
    const isInUse = (): boolean => {
      const menu = handle.current?.querySelector('[data-popup-open]');
      return menu !== null && menu !== undefined;
    };
    return editor.registerRootListener((root) => {
      const frame = root?.parentElement;
      if (root === null || frame === null || frame === undefined) return undefined;
      const onMove = (event: PointerEvent): void => {
        const { target } = event;
        if (event.buttons !== 0 || isInUse()) return;
        if (target instanceof Node && handle.current?.contains(target) === true) return;
        setAt(blockAt(root, event.clientY)?.element ?? null);
      };
      const onLeave = (): void => {
        if (!isInUse()) setAt(null);
      };
      frame.addEventListener('pointermove', onMove);
      frame.addEventListener('pointerleave', onLeave);
      return () => {
        frame.removeEventListener('pointermove', onMove);
        frame.removeEventListener('pointerleave', onLeave);
      };
    });
  }, [editor]);
  if (at === null || !at.isConnected) return null;

  const keyOf = (element: HTMLElement): NodeKey | null =>
    editor.read(() => {
      const node = $getNearestNodeFromDOMNode(element);
      return node === null ? null : ($topBlockOf(node)?.getKey() ?? null);
    });
  const drag = (event: ReactPointerEvent<HTMLSpanElement>): void => {
    const root = editor.getRootElement();
    const grip = event.currentTarget;
    if (event.button !== 0 || root === null) return;
    event.preventDefault();
    grip.setPointerCapture(event.pointerId);
    let where: Drop | null = null;
    const onMove = (move: PointerEvent): void => {
      scrollAtEdge(root, move.clientY);
      const over = blockAt(root, move.clientY);
      where = over === null || over.element === at ? null : over;
      setDrop(where);
    };
    const end = (): void => {
      grip.removeEventListener('pointermove', onMove);
      grip.removeEventListener('pointerup', onDrop);
      grip.removeEventListener('pointercancel', end);
      setDrop(null);
    };
    const onDrop = (): void => {
      end();
      const from = keyOf(at);
      const key = where === null ? null : keyOf(where.element);
      if (from === null) return;
      root.focus({ preventScroll: true });
      if (key !== null && where !== null) dropBlock(editor, from, { key, side: where.side });
      else selectBlock(editor, from);
      setAt(null);
    };
    grip.addEventListener('pointermove', onMove);
    grip.addEventListener('pointerup', onDrop);
    grip.addEventListener('pointercancel', end);
  };
  const form = editor.read(() => {
    const node = $getNearestNodeFromDOMNode(at);
    const block = node === null ? null : $topBlockOf(node);
    return block === null ? null : $formOf(block);
  });
  // A card is no text: there is nothing that it could become.
  const turns = LOOKS.some((look) => look === form) ? LOOKS.filter((look) => look !== form) : [];
  const onBlock = (run: () => void) => (): void => {
    const key = keyOf(at);
    if (key === null) return;
    editor.getRootElement()?.focus({ preventScroll: true });
    selectBlock(editor, key);
    run();
  };
  return (
    <>
      <div ref={handle} className={styles.handle} style={{ top: at.offsetTop }}>
        <Menu
          align="start"
          leavesFocus
          trigger={
            <IconButton
              name={t('blocks.handle')}
              icon={<Ellipsis />}
              size="small"
              tabIndex={-1}
              onMouseDown={(event) => event.preventDefault()}
            />
          }
          choices={[
            ...(['move-up', 'move-down', 'duplicate', 'delete'] as const).map((what) => ({
              key: what,
              name: t(`blocks.${what}`),
              run: onBlock(() => void runCommand(`blocks.${what}`)),
            })),
            ...turns.map((look, index) => ({
              key: look,
              name: t('blocks.turn-into', { form: t(FORM_NAMES[look]) }),
              startsGroup: index === 0,
              run: onBlock(() => void runCommand(`block.${look}`)),
            })),
          ]}
        />
        <span className={styles.grip} onPointerDown={drag} data-grip="" aria-hidden="true">
          <GripVertical />
        </span>
      </div>
      {drop !== null && (
        <div
          className={styles.drop}
          style={{
            top:
              drop.side === 'before'
                ? drop.element.offsetTop - 3
                : drop.element.offsetTop + drop.element.offsetHeight + 1,
          }}
        />
      )}
    </>
  );
}

/** The top-level block at a height, and in which half of it. Found by halving: a long story has thousands. */
function blockAt(root: HTMLElement, y: number): Drop | null {
  // Lexical puts an invisible picture beside a card at the edge, for the caret: it is no block.
  const blocks = [...root.children].filter((child) => child.tagName !== 'IMG');
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((blocks[middle]?.getBoundingClientRect().top ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  const element = blocks[low];
  if (!(element instanceof HTMLElement)) return null;
  const box = element.getBoundingClientRect();
  return { element, side: y < box.top + box.height / 2 ? 'before' : 'after' };
}

/** Near the upper and the lower end of what is seen, the text comes along. */
function scrollAtEdge(root: HTMLElement, y: number): void {
  const main = root.closest('main');
  if (main === null) return;
  const { top, bottom } = main.getBoundingClientRect();
  if (y < top + 60) main.scrollTop -= 14;
  else if (y > bottom - 40) main.scrollTop += 14;
}
