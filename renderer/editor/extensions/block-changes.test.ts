import { $getRoot, $isElementNode, KEY_ENTER_COMMAND } from 'lexical';
import { describe, expect, it } from 'vitest';
import { blockSchema, type Block } from '#shared/domain/article.ts';
import { blockIdSchema, photoUseIdSchema } from '#shared/domain/ids.ts';
import { openTestManuscript, type TestManuscript } from '../test-editor.ts';
import {
  deleteBlocks,
  dropBlock,
  duplicateBlocks,
  insertTable,
  moveBlocks,
} from './block-changes.ts';
import { ASK_TO_DELETE_COMMAND } from './card-commands.ts';
import { SAY_COMMAND, type Said } from './say.ts';
import { $selectBlocks } from './select-block.ts';
import { changeTable } from './table-changes.ts';

const paragraph = (name: string): Block => ({
  id: blockIdSchema.parse(name),
  kind: 'paragraph',
  runs: [{ text: name }],
});
const divider: Block = { id: blockIdSchema.parse('g'), kind: 'divider' };
const photo: Block = {
  id: blockIdSchema.parse('f'),
  kind: 'photo',
  photoUse: photoUseIdSchema.parse('foto'),
};
const newer: Block = blockSchema.parse({ id: 'n', kind: 'peta', titik: [1, 2] });

function open(...blocks: readonly Block[]): TestManuscript & { readonly said: Said[] } {
  const manuscript = openTestManuscript();
  const said: Said[] = [];
  manuscript.editor.registerCommand(SAY_COMMAND, (each) => said.push(each) > 0, 0);
  manuscript.show(blocks);
  return { ...manuscript, said };
}
const select = ({ update }: TestManuscript, from: number, to = from): void =>
  update(() =>
    $selectBlocks(
      $getRoot()
        .getChildren()
        .slice(from, to + 1),
    ),
  );
const ids = ({ read }: TestManuscript): readonly string[] => read().map((block) => block.id);

describe('moving blocks', () => {
  it('takes all selected ones past their neighbour, cards like text, and says so', () => {
    const manuscript = open(paragraph('a'), divider, photo, paragraph('b'));
    select(manuscript, 1, 2);
    moveBlocks(manuscript.editor, 'up');
    expect(ids(manuscript)).toEqual(['g', 'f', 'a', 'b']);
    moveBlocks(manuscript.editor, 'down');
    moveBlocks(manuscript.editor, 'down');
    expect(ids(manuscript)).toEqual(['a', 'b', 'g', 'f']);
    expect(manuscript.said.map(({ what }) => what)).toEqual([
      'moved-up',
      'moved-down',
      'moved-down',
    ]);
  });

  it('stops at the edges of the story and changes nothing there', () => {
    const manuscript = open(paragraph('a'), paragraph('b'));
    select(manuscript, 0);
    moveBlocks(manuscript.editor, 'up');
    expect(ids(manuscript)).toEqual(['a', 'b']);
    expect(manuscript.said.at(-1)?.what).toBe('at-top');
  });

  it('drops a block where the mouse let go of it', () => {
    const manuscript = open(paragraph('a'), newer, paragraph('b'));
    const keys = manuscript.editor.getEditorState().read(() => $getRoot().getChildrenKeys());
    dropBlock(manuscript.editor, keys[1] ?? '', { key: keys[0] ?? '', side: 'before' });
    expect(manuscript.read()).toEqual([newer, paragraph('a'), paragraph('b')]);
  });
});

describe('doubling blocks', () => {
  it('gives the copy an id of its own', () => {
    const manuscript = open(paragraph('a'), paragraph('b'));
    select(manuscript, 0);
    duplicateBlocks(manuscript.editor);
    expect(manuscript.texts()).toEqual(['a', 'a', 'b']);
    expect(new Set(ids(manuscript)).size).toBe(3);
    expect(ids(manuscript)[0]).toBe('a');
  });

  it('leaves out a photo and a newer block, which stand once', () => {
    const manuscript = open(photo, newer);
    select(manuscript, 0, 1);
    duplicateBlocks(manuscript.editor);
    expect(manuscript.read()).toEqual([photo, newer]);
    expect(manuscript.said.at(-1)?.what).toBe('once');
  });
});

describe('deleting blocks', () => {
  it('asks before one of a newer Redaksi goes, and leaves it meanwhile', () => {
    const manuscript = open(paragraph('a'), newer);
    let asked = 0;
    manuscript.editor.registerCommand(ASK_TO_DELETE_COMMAND, () => (asked += 1) > 0, 0);
    select(manuscript, 1);
    deleteBlocks(manuscript.editor);
    expect(asked).toBe(1);
    expect(ids(manuscript)).toEqual(['a', 'n']);
  });

  it('takes the others at once', () => {
    const manuscript = open(paragraph('a'), divider, photo, paragraph('b'));
    select(manuscript, 1, 2);
    deleteBlocks(manuscript.editor);
    expect(ids(manuscript)).toEqual(['a', 'b']);
  });
});

describe('a table’s rows and columns', () => {
  const rowsOf = (manuscript: TestManuscript) => {
    const table = manuscript.read().find((block) => block.kind === 'table');
    return table?.kind === 'table'
      ? [table.header, table.rows.length, table.rows[0]?.length]
      : null;
  };

  it('are added and taken away where the caret is, and the table stays rectangular', () => {
    const manuscript = open(paragraph('a'));
    manuscript.update(() => {
      const first = $getRoot().getFirstChildOrThrow();
      if ($isElementNode(first)) first.selectEnd();
    });
    insertTable(manuscript.editor);
    expect(rowsOf(manuscript)).toEqual([true, 3, 2]);
    for (const change of ['row-above', 'column-right', 'column-left', 'row-below'] as const) {
      changeTable(manuscript.editor, change);
      manuscript.update(() => undefined);
    }
    expect(rowsOf(manuscript)).toEqual([true, 5, 4]);
    for (const change of ['delete-row', 'delete-column', 'header'] as const) {
      changeTable(manuscript.editor, change);
      manuscript.update(() => undefined);
    }
    expect(rowsOf(manuscript)).toEqual([false, 4, 3]);
  });

  it('take the table with them when the last one goes', () => {
    const table = (rows: number): Block => ({
      id: blockIdSchema.parse('t'),
      kind: 'table',
      caption: '',
      header: false,
      rows: Array.from({ length: rows }, () => [[{ text: 'x' }]]),
    });
    for (const change of ['delete-row', 'delete-column'] as const) {
      const manuscript = open(table(1), paragraph('a'));
      manuscript.update(() => void $getRoot().getFirstDescendant()?.selectEnd());
      changeTable(manuscript.editor, change);
      manuscript.update(() => undefined);
      expect(ids(manuscript)).toEqual(['a']);
    }
  });
});

describe('the address of a post, alone on its line', () => {
  const enterAfter = (text: string) => {
    const manuscript = open({ ...paragraph('a'), runs: [{ text }] } as Block, paragraph('b'));
    manuscript.update(() => void $getRoot().getFirstDescendant()?.selectEnd());
    const event = { preventDefault: () => undefined, shiftKey: false } as KeyboardEvent;
    manuscript.update(() => void manuscript.editor.dispatchCommand(KEY_ENTER_COMMAND, event));
    return manuscript.read();
  };

  it('becomes its card with Enter, under the line’s own id', () => {
    expect(enterAfter('https://x.com/klaten/status/123')[0]).toEqual({
      id: 'a',
      kind: 'embed',
      url: 'https://x.com/klaten/status/123',
      title: '',
    });
  });

  it('stays text where it is not alone, or no post of a site we know', () => {
    for (const text of [
      'lihat https://x.com/klaten/status/123',
      'https://x.com.contoh.id/a/status/1',
    ]) {
      expect(enterAfter(text)[0]).toMatchObject({ kind: 'paragraph', runs: [{ text }] });
    }
  });
});
