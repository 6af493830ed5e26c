// @vitest-environment happy-dom
import { $getRoot, KEY_DOWN_COMMAND, PASTE_COMMAND } from 'lexical';
import { DRAG_DROP_PASTE } from '@lexical/rich-text';
import { describe, expect, it, vi } from 'vitest';
import { blockText, type Block, type PhotoUse } from '#shared/domain/article.ts';
import { newBlockId, newPhotoUseId, photoHashSchema } from '#shared/domain/ids.ts';
import { openTestManuscript } from '../test-editor.ts';
import { $getClipboardDataFromSelection } from '@lexical/clipboard';
import type { PasteHandlers } from './handlers.ts';
import { lastPaste } from './last-paste.ts';
import { pasteText, registerPaste } from './register.ts';

function clipboard(types: Readonly<Record<string, string>>, files: readonly File[] = []) {
  const event = new ClipboardEvent('paste', { cancelable: true });
  Object.defineProperty(event, 'clipboardData', {
    value: { getData: (type: string) => types[type] ?? '', types: Object.keys(types), files },
  });
  return event;
}

function openWith(handlers: Partial<PasteHandlers> = {}, blocks: readonly Block[] = []) {
  const manuscript = openTestManuscript();
  const told = vi.fn<PasteHandlers['onPasted']>();
  const onFiles = vi.fn<PasteHandlers['onFiles']>();
  registerPaste(manuscript.editor, {
    onFiles,
    onText: () => false,
    onPasted: told,
    photoFor: () => null,
    photoUse: () => undefined,
    knowsPhoto: () => false,
    copyPhoto: () => null,
    step: (change) => change(),
    ...handlers,
  });
  manuscript.show(blocks);
  manuscript.update(() => void $getRoot().selectEnd());
  const paste = async (types: Readonly<Record<string, string>>, files: readonly File[] = []) => {
    const event = clipboard(types, files);
    manuscript.update(() => void manuscript.editor.dispatchCommand(PASTE_COMMAND, event));
    await Promise.resolve();
    return event;
  };
  return { manuscript, paste, told, onFiles };
}

const picture = new File([new Uint8Array([1])], 'foto.png', { type: 'image/png' });
const PIXEL = `data:image/png;base64,${'A'.repeat(200)}`;

describe('pasting', () => {
  it('tells how many pictures stayed away and why, and never keeps an address', async () => {
    const { manuscript, paste, told } = openWith();
    await paste({
      'text/html': '<p>a<img src="https://lain.id/x.jpg"><img src="file:///C:/y.png"></p>',
      'text/plain': 'a',
    });
    expect(told.mock.lastCall?.[0].refused).toEqual(['foreign', 'file']);
    expect(JSON.stringify(manuscript.editor.getEditorState())).not.toMatch(/lain\.id|file:/);
  });

  it('makes a picture whose bytes are there a photo with its caption, where it stood', async () => {
    const use = newPhotoUseId();
    const photoFor = vi.fn<PasteHandlers['photoFor']>(() => use);
    const { manuscript, paste } = openWith({ photoFor });
    await paste({
      'text/html': `<p>satu</p><figure><img src="${PIXEL}" alt="Sawah"><figcaption>Sawah di Klaten</figcaption></figure><p>dua</p>`,
    });
    expect(manuscript.read()).toMatchObject([
      { kind: 'paragraph' },
      { kind: 'photo', photoUse: use },
      { kind: 'paragraph' },
    ]);
    expect(photoFor.mock.lastCall?.[0]).toMatchObject({ caption: 'Sawah di Klaten', alt: 'Sawah' });
    expect(photoFor.mock.lastCall?.[0].file?.type).toBe('image/png');
  });

  it('keeps a caption as text where the story takes no photos', async () => {
    const { manuscript, paste, told } = openWith();
    await paste({
      'text/html': `<figure><img src="${PIXEL}"><figcaption>Sawah</figcaption></figure>`,
    });
    expect(manuscript.texts()).toEqual(['Sawah']);
    expect(told.mock.lastCall?.[0].photosLeftOut).toBe(1);
  });

  it('takes a copied picture, and not the picture that office programs add to their words', async () => {
    const alone = openWith();
    await alone.paste({ 'text/html': '<img src="https://lain.id/x.jpg" alt="Pasar">' }, [picture]);
    expect(alone.onFiles).toHaveBeenCalledWith([picture], 'Pasar');
    const cells = openWith();
    await cells.paste({ 'text/html': '<table><tr><td>a</td></tr></table>', 'text/plain': 'a' }, [
      picture,
    ]);
    expect(cells.onFiles).not.toHaveBeenCalled();
    expect(cells.manuscript.texts()).toEqual(['a']);
  });

  it('offers a whole story for filing instead of pasting it', async () => {
    const onText = vi.fn(() => true);
    const { manuscript, paste } = openWith({ onText });
    const event = await paste({ 'text/plain': 'Penulis: A' });
    expect(onText).toHaveBeenCalledWith('Penulis: A');
    expect(event.defaultPrevented).toBe(true);
    expect(manuscript.read()).toEqual([]);
  });

  it('without formatting has the words and nothing else', async () => {
    const { manuscript, paste } = openWith();
    const keys = new KeyboardEvent('keydown', { code: 'KeyV', ctrlKey: true, shiftKey: true });
    manuscript.update(() => void manuscript.editor.dispatchCommand(KEY_DOWN_COMMAND, keys));
    await paste({ 'text/plain': '*tebal*\n- satu\n- dua', 'text/html': '<b>tebal</b>' });
    expect(manuscript.texts()).toEqual(['*tebal*', '- satu', '- dua']);
  });

  it('refuses what the story could not hold, and changes nothing', async () => {
    const { manuscript, paste, told } = openWith();
    await paste({ 'text/plain': 'x\n'.repeat(5_001) });
    expect(told.mock.lastCall?.[0].tooLong).toBe(true);
    expect(manuscript.read()).toEqual([]);
  });

  it('is one step: everything happens inside it', async () => {
    const order: string[] = [];
    const { manuscript, paste } = openWith({
      step: (change) => {
        order.push('begin');
        change();
        order.push(manuscript.texts().join('/'));
      },
    });
    await paste({ 'text/plain': 'satu\ndua' });
    expect(order).toEqual(['begin', 'satu/dua']);
  });

  it('takes rich text when there is nothing better, and plain text when there is nothing else', async () => {
    const rich = openWith();
    await rich.paste({ 'text/rtf': String.raw`{\rtf1\ansi Hanya {\b RTF}\par}` });
    expect(rich.manuscript.read()).toMatchObject([{ runs: [{ text: 'Hanya ' }, { bold: true }] }]);
    const plain = openWith();
    await plain.paste({
      'text/html': '<div hidden>x</div>',
      'text/rtf': 'rusak',
      'text/plain': 'ada',
    });
    expect(plain.manuscript.texts()).toEqual(['ada']);
  });

  it('is remembered until something else is written', async () => {
    const { manuscript, paste } = openWith();
    await paste({ 'text/plain': 'satu' });
    expect(lastPaste(manuscript.editor)?.texts.plain).toBe('satu');
    manuscript.update(() => $getRoot().selectEnd().insertText('!'));
    expect(lastPaste(manuscript.editor)).toBeUndefined();
  });

  it('offered for filing and wanted as text keeps its looks', async () => {
    const { manuscript, paste } = openWith({ onText: () => true });
    await paste({ 'text/plain': 'Ini tebal', 'text/html': '<p>Ini <b>tebal</b></p>' });
    pasteText(manuscript.editor, 'Ini tebal');
    await Promise.resolve();
    expect(manuscript.read()).toMatchObject([
      { runs: [{ text: 'Ini ' }, { text: 'tebal', bold: true }] },
    ]);
  });

  it('names dropped files that are neither photos nor stories', () => {
    const { manuscript, told, onFiles } = openWith();
    manuscript.editor.dispatchCommand(DRAG_DROP_PASTE, [picture, new File([''], 'anggaran.xlsx')]);
    expect(onFiles).toHaveBeenCalledWith([picture], '');
    expect(told.mock.lastCall?.[0].otherFiles).toEqual(['anggaran.xlsx']);
  });
});

describe('copying', () => {
  const use: PhotoUse = {
    id: newPhotoUseId(),
    photo: photoHashSchema.parse('a'.repeat(64)),
    creditLead: '',
    slug: 'PASAR',
    caption: 'Pasar pagi',
    credit: 'Dok',
    alt: '',
  };
  const blocks: readonly Block[] = [
    { id: newBlockId(), kind: 'heading', level: 2, runs: [{ text: 'Sub' }] },
    {
      id: newBlockId(),
      kind: 'paragraph',
      runs: [{ text: 'Isi ' }, { text: 'tebal', bold: true }],
    },
    { id: newBlockId(), kind: 'photo', photoUse: use.id },
    { id: newBlockId(), kind: 'quote', runs: [{ text: 'Kata' }], speaker: 'Ani', verb: 'ujar' },
    { id: newBlockId(), kind: 'divider' },
    { id: newBlockId(), kind: 'list', ordered: true, items: [[{ text: 'a' }], [{ text: 'b' }]] },
  ];
  const without = (each: readonly Block[]) => each.map((block) => ({ ...block, id: '' }));

  function copyAll() {
    const { manuscript } = openWith({ photoUse: () => use, knowsPhoto: () => true }, blocks);
    const copied: Record<string, string | undefined> = {};
    manuscript.update(() => {
      $getRoot().select(0, $getRoot().getChildrenSize());
      Object.assign(copied, $getClipboardDataFromSelection());
    });
    return Object.fromEntries(Object.entries(copied).map(([type, text]) => [type, text ?? '']));
  }

  it('puts clean HTML, text and our own format on the clipboard, and no inner format of the editor', () => {
    const copied = copyAll();
    expect(Object.keys(copied).toSorted()).toEqual([
      'application/x-redaksi',
      'text/html',
      'text/plain',
    ]);
    expect(copied['text/html']).not.toMatch(/style=|class=|redaksi-media|<img/);
    expect(copied['text/html']).toMatch(/<h2[^>]*>Sub<\/h2>[\s\S]*<(?:b|strong)>tebal</);
    expect(copied['text/plain']).toContain('1. a\n2. b');
  });

  it('between two stories keeps every block, and brings the photo along as a copy of its use', async () => {
    const copy = newPhotoUseId();
    const copyPhoto = vi.fn<PasteHandlers['copyPhoto']>(() => copy);
    const { manuscript, paste, told } = openWith({ copyPhoto });
    await paste(copyAll());
    expect(without(manuscript.read())).toEqual(
      without(
        blocks.map((block) => (block.kind === 'photo' ? { ...block, photoUse: copy } : block)),
      ),
    );
    expect(copyPhoto).toHaveBeenCalledWith(use);
    expect(told.mock.lastCall?.[0].photosCopied).toBe(1);
  });

  it('leaves a photo of another story out visibly where none can be taken', async () => {
    const { manuscript, paste, told } = openWith();
    await paste(copyAll());
    expect(manuscript.read().some(({ kind }) => kind === 'photo')).toBe(false);
    expect(told.mock.lastCall?.[0].photosLeftOut).toBe(1);
  });

  it('of a part of a line goes into the line where it is pasted', async () => {
    const { manuscript } = openWith({}, blocks);
    let copied: Record<string, string | undefined> = {};
    manuscript.update(() => {
      $getRoot().getAllTextNodes()[1]?.select(0, 3);
      copied = $getClipboardDataFromSelection();
    });
    expect(copied['text/plain']).toBe('Isi');
    expect(copied['text/html']).toBe('Isi');
    const other = openWith({}, [
      { id: newBlockId(), kind: 'paragraph', runs: [{ text: 'Awal ' }] },
    ]);
    await other.paste({ 'application/x-redaksi': copied['application/x-redaksi'] ?? '' });
    expect(other.manuscript.read().map(blockText)).toEqual(['Awal Isi']);
  });

  it('is not believed when a page only claims to be ours', async () => {
    const { manuscript, paste } = openWith();
    const forged = JSON.stringify({
      format: 1,
      inline: false,
      blocks: [{ id: 'x', kind: 'paragraph', runs: [{ text: 'palsu', link: 'javascript:x' }] }],
      photoUses: [],
    });
    await paste({ 'application/x-redaksi': forged, 'text/plain': 'klik' });
    expect(manuscript.read()).toMatchObject([{ kind: 'paragraph', runs: [{ text: 'klik' }] }]);
  });
});
