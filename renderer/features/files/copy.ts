/** Puts a story into the clipboard as HTML and as text. False when the system does not allow it. */
export function copyHtmlAndText(html: string, text: string): boolean {
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
    // The newer way writes HTML with a style on every element; this one leaves it as it is.
    return document.execCommand('copy') && taken;
  } catch {
    return false;
  } finally {
    window.removeEventListener('copy', fill, { capture: true });
  }
}
