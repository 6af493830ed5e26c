/**
 * Remembers where the focus and the caret are, and gives them back: a dialog takes both, and the browser alone puts
 * the caret of a long text at its start.
 */
export function keepCaret(): (then?: () => void) => void {
  const focus = document.activeElement;
  const selection = window.getSelection();
  const range =
    focus instanceof HTMLElement && focus.isContentEditable && selection !== null
      ? {
          anchor: selection.anchorNode,
          anchorAt: selection.anchorOffset,
          end: selection.focusNode,
          endAt: selection.focusOffset,
        }
      : null;
  return (then) => {
    // After the dialog is gone from the page.
    requestAnimationFrame(() => {
      if (focus instanceof HTMLElement && focus.isConnected) {
        focus.focus({ preventScroll: true });
        if (range?.anchor?.isConnected === true && range.end?.isConnected === true) {
          window
            .getSelection()
            ?.setBaseAndExtent(range.anchor, range.anchorAt, range.end, range.endAt);
        }
      }
      // The editor reads the caret when the browser has told it.
      if (then !== undefined) setTimeout(then, 0);
    });
  };
}
