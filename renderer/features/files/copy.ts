/** Puts a story into the clipboard as HTML and as text. False when the system does not allow it. */
export async function copyHtmlAndText(html: string, text: string): Promise<boolean> {
  return copyAsIs(html, text) || (await copyLater(html, text));
}

/** The newer way, which needs no key press of this moment (a menu asked), and which cleans the HTML anew. */
async function copyLater(html: string, text: string): Promise<boolean> {
  const as = (kind: string, content: string) => new Blob([content], { type: kind });
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/html': as('text/html', html),
        'text/plain': as('text/plain', text),
      }),
    ]);
    return true;
  } catch {
    return false;
  }
}

/** Leaves the HTML as it is; the browser allows it right after a key or a click. */
function copyAsIs(html: string, text: string): boolean {
  let taken = false;
  const fill = (event: ClipboardEvent): void => {
    if (event.clipboardData === null) return;
    event.clipboardData.setData('text/html', html);
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
    // The editor would put what is selected there instead.
    event.stopImmediatePropagation();
    taken = true;
  };
  window.addEventListener('copy', fill, { capture: true });
  try {
    return document.execCommand('copy') && taken;
  } catch {
    return false;
  } finally {
    window.removeEventListener('copy', fill, { capture: true });
  }
}
