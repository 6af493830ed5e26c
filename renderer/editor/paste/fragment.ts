/** Windows puts the page around a copied stretch on the clipboard too, with comments where the stretch begins and ends. */

const COMMENTS_AND_TEXT = 0x80 | 0x4;

/** Empties the text outside the marks; without both marks everything was copied. */
export function trimToFragment(page: Document): void {
  const outside: Node[] = [];
  let state: 'before' | 'inside' | 'behind' = 'before';
  const walker = page.createTreeWalker(page, COMMENTS_AND_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.nodeType === 8) {
      const mark = (node.nodeValue ?? '').trim();
      if (mark === 'StartFragment' && state === 'before') state = 'inside';
      else if (mark === 'EndFragment' && state === 'inside') state = 'behind';
    } else if (state !== 'inside' && node.parentElement?.nodeName !== 'STYLE') outside.push(node);
  }
  if (state !== 'behind') return;
  for (const node of outside) node.nodeValue = '';
}
