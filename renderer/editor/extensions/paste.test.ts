// @vitest-environment happy-dom
import { $getRoot, PASTE_COMMAND } from 'lexical';
import { describe, expect, it, vi } from 'vitest';
import { blockSchema, blockText, type Run } from '#shared/domain/article.ts';
import { storyWords } from '#shared/domain/story-text/index.ts';
import { openTestManuscript } from '../test-editor.ts';
import { registerPaste } from './paste.ts';

/** A clipboard that holds these types. */
function clipboard(types: Readonly<Record<string, string>>): DataTransfer {
  return {
    getData: (type: string) => types[type] ?? '',
    types: Object.keys(types),
    files: [],
  } as unknown as DataTransfer;
}

function pasteEvent(types: Readonly<Record<string, string>>): ClipboardEvent {
  const event = new ClipboardEvent('paste', { cancelable: true });
  Object.defineProperty(event, 'clipboardData', { value: clipboard(types) });
  return event;
}

function pasteHtml(html: string) {
  const manuscript = openTestManuscript();
  const root = document.createElement('div');
  root.contentEditable = 'true';
  document.body.append(root);
  manuscript.editor.setRootElement(root);
  manuscript.show([]);
  registerPaste(manuscript.editor, {
    onFiles: vi.fn(),
    onText: () => false,
    onForeignPictures: vi.fn(),
  });
  manuscript.update(() => void $getRoot().selectEnd());
  manuscript.update(
    () => void manuscript.editor.dispatchCommand(PASTE_COMMAND, pasteEvent({ 'text/html': html })),
  );
  return manuscript.read();
}

/** What word processors, chats and pages put on a clipboard, shortened to what matters. */
const FIXTURES = {
  'a word processor':
    '<p class=MsoNormal style="margin:0"><b style="color:red">Klaten</b><span style="font-size:14pt;font-family:Calibri"> – Bupati <i>meninjau</i> pasar.</span></p><p class=MsoNormal><o:p>Besok</o:p> buka.</p>',
  'an online editor':
    '<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700">Tebal</span><span> biasa</span></p><ul><li><p>satu</p></li><li><p>dua</p></li></ul></b>',
  'a web page':
    '<h1>Judul</h1><p>Isi <a href="https://contoh.id/x" style="color:blue" onclick="x()">tautan</a>.</p><blockquote>Kutipan panjang</blockquote><h4>Kecil</h4><table><tr><td>sel satu</td><td>sel dua</td></tr></table>',
  'nested lists': '<ol><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ol>',
} as const;

describe('pasted HTML', () => {
  for (const [from, html] of Object.entries(FIXTURES)) {
    it(`from ${from} keeps every word, and every block fits the article`, () => {
      const blocks = pasteHtml(html);
      const words = new DOMParser().parseFromString(
        html.replaceAll(/<\/?o:p>/g, '').replaceAll(/<\/(?:p|li|td|h\d|blockquote)>|<ul>/g, ' $&'),
        'text/html',
      ).body.textContent;
      expect(storyWords(blocks.map(blockText).join(' ')).toSorted()).toEqual(
        storyWords(words ?? '').toSorted(),
      );
      for (const block of blocks) expect(blockSchema.safeParse(block).success).toBe(true);
    });
  }

  it('keeps bold, italic and links, and no other look', () => {
    const runs = pasteHtml(
      '<p><b>t</b><i>m</i><u>g</u><a href="https://contoh.id">l</a><span style="color:red">w</span></p>',
    ).flatMap((block): readonly Run[] => (block.kind === 'paragraph' ? block.runs : []));
    expect(runs).toEqual([
      { text: 't', bold: true },
      { text: 'm', italic: true },
      { text: 'g' },
      { text: 'l', link: 'https://contoh.id' },
      { text: 'w' },
    ]);
  });

  it('keeps the words of a link that a reader could not follow safely, and not its address', () => {
    const [block] = pasteHtml('<p><a href="javascript:alert(1)">klik di sini</a></p>');
    expect(block).toMatchObject({ runs: [{ text: 'klik di sini' }] });
  });

  it('flattens an inner list, in order', () => {
    const [block] = pasteHtml(FIXTURES['nested lists']);
    expect(block).toMatchObject({
      kind: 'list',
      items: [[{ text: 'a' }], [{ text: 'b' }], [{ text: 'c' }], [{ text: 'd' }]],
    });
  });
});

describe('the clipboard', () => {
  function paste(types: Readonly<Record<string, string>>, takesText = false) {
    const manuscript = openTestManuscript();
    const handlers = {
      onFiles: vi.fn(),
      onText: vi.fn(() => takesText),
      onForeignPictures: vi.fn(),
    };
    registerPaste(manuscript.editor, handlers);
    const event = pasteEvent(types);
    manuscript.editor.dispatchCommand(PASTE_COMMAND, event);
    return { handlers, event };
  }

  it('says when pictures of another page are not taken over', () => {
    const { handlers } = paste({
      'text/html': '<p>a<img src="https://lain.id/x.jpg"></p>',
      'text/plain': 'a',
    });
    expect(handlers.onForeignPictures).toHaveBeenCalledOnce();
  });

  it('offers a whole story for filing instead of pasting it', () => {
    const { handlers, event } = paste({ 'text/plain': 'Penulis: A' }, true);
    expect(handlers.onText).toHaveBeenCalledWith('Penulis: A');
    expect(event.defaultPrevented).toBe(true);
  });

  it('leaves a copy from a manuscript of ours alone', () => {
    const { handlers } = paste(
      { 'application/x-lexical-editor': '{}', 'text/plain': 'Penulis: A' },
      true,
    );
    expect(handlers.onText).not.toHaveBeenCalled();
  });
});
