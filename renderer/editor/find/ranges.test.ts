// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { offsetIn, showStretch } from './ranges.ts';

afterEach(() => document.body.replaceChildren());

function block(html: string): HTMLElement {
  const element = document.createElement('div');
  element.innerHTML = html;
  document.body.append(element);
  return element;
}

/** What a stretch covers on the page. */
function covered(element: HTMLElement, part: string, text: string, words: string): string | null {
  const start = text.indexOf(words);
  const shown = showStretch(element, { part, text, start, end: start + words.length });
  return shown?.as === 'range' ? shown.range.toString() : (shown?.field.value ?? null);
}

describe('where a stretch of text is shown', () => {
  it('is found over the borders of looks and after line breaks', () => {
    const paragraph = block(
      'ma<strong>sya</strong>rakat<br>desa<br data-lexical-managed-linebreak="true">',
    );
    const text = 'masyarakat\ndesa';
    expect(covered(paragraph, 'text', text, 'asyara')).toBe('asyara');
    expect(covered(paragraph, 'text', text, 'desa')).toBe('desa');
  });

  it('is the right one of several that read the same', () => {
    const list = block('<ul><li>satu</li><li>satu</li></ul>');
    const second = showStretch(list, { part: 'item.1', text: 'satu', start: 0, end: 4 });
    expect(second?.as === 'range' && second.range.startContainer.parentElement).toBe(
      list.querySelectorAll('li')[1],
    );
    const table = block(
      '<table><tr><td>5</td><td>5</td></tr><tr><td>5</td><td>6</td></tr></table>',
    );
    const cell = showStretch(table, { part: 'cell.1.0', text: '5', start: 0, end: 1 });
    expect(cell?.as === 'range' && cell.range.startContainer.parentElement).toBe(
      table.querySelectorAll('td')[2],
    );
    const box = block('<p>Data</p><p>Data</p>');
    const inside = showStretch(box, { part: 'paragraph.0', text: 'Data', start: 0, end: 4 });
    expect(inside?.as === 'range' && inside.range.startContainer.parentElement).toBe(
      box.querySelectorAll('p')[1],
    );
  });

  it('may be a field of a card', () => {
    const card = block('<input /><input />');
    const [label, title] = card.querySelectorAll('input');
    if (label === undefined || title === undefined) throw new Error('no fields');
    label.value = 'Baca juga';
    title.value = 'Klaten Gaet Nanjing';
    expect(covered(card, 'title', 'Klaten Gaet Nanjing', 'Gaet')).toBe('Klaten Gaet Nanjing');
  });

  it('is nowhere when the page shows other words by now', () => {
    const paragraph = block('kata yang lain');
    expect(covered(paragraph, 'text', 'kata yang lama', 'lama')).toBeNull();
  });

  it('gives back the place of a caret', () => {
    const paragraph = block('ma<strong>sya</strong>rakat<br>desa');
    const strong = paragraph.querySelector('strong')?.firstChild;
    if (strong === null || strong === undefined) throw new Error('no text');
    expect(offsetIn(paragraph, strong, 2)).toBe(4);
    expect(offsetIn(paragraph, paragraph, 0)).toBe(0);
  });
});
