/** SECURITY: a document without a window: it runs no script, shows nothing and loads nothing. */
export function parsePage(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}
