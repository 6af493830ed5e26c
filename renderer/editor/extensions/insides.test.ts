import { $createListItemNode, $createListNode } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text';
import {
  $createTableCellNode,
  $createTableNode,
  $createTableRowNode,
  $isTableNode,
} from '@lexical/table';
import { $createParagraphNode, $createTextNode, $getRoot, $isElementNode } from 'lexical';
import { describe, expect, it } from 'vitest';
import type { Block } from '#shared/domain/article.ts';
import { blockIdSchema, photoUseIdSchema } from '#shared/domain/ids.ts';
import { $createPhotoNode } from '../nodes/PhotoNode.tsx';
import { $setAttribution } from '../nodes/quote.ts';
import { $cellsOf } from '../nodes/table.ts';
import { openTestManuscript } from '../test-editor.ts';

const id = (name: string) => blockIdSchema.parse(name);
const use = photoUseIdSchema.parse('foto');
const box: Block = {
  id: id('k'),
  kind: 'info-box',
  title: 'Fakta',
  paragraphs: [[{ text: 'Satu' }]],
};
const table: Block = {
  id: id('t'),
  kind: 'table',
  caption: '',
  header: true,
  rows: [[[{ text: 'A' }]]],
};

function $firstCell() {
  const node = $getRoot().getFirstChildOrThrow();
  const cell = $isTableNode(node) ? $cellsOf(node)[0]?.[0] : undefined;
  if (cell === undefined) throw new Error('no table stands first');
  return cell;
}

describe('what gets into an info box', () => {
  it('becomes paragraphs, and keeps every word: a subhead, a list, a quote with its speaker', () => {
    const manuscript = openTestManuscript();
    manuscript.show([box]);
    manuscript.update(() => {
      const node = $getRoot().getFirstChildOrThrow();
      if (!$isElementNode(node)) return;
      node.append(
        $createHeadingNode('h2').append($createTextNode('Dua')),
        $createListNode('bullet').append(
          $createListItemNode().append($createTextNode('Tiga')),
          $createListItemNode().append($createTextNode('Empat')),
        ),
        $setAttribution($createQuoteNode().append($createTextNode('Lima')), {
          speaker: 'Nur',
          verb: 'ujar',
        }),
      );
    });
    expect(manuscript.read()).toEqual([
      {
        ...box,
        paragraphs: ['Satu', 'Dua', 'Tiga', 'Empat', 'Lima — Nur, ujar'].map((text) => [{ text }]),
      },
    ]);
  });

  it('comes out again below it when it is a photo or a table', () => {
    const manuscript = openTestManuscript();
    manuscript.show([box]);
    manuscript.update(() => {
      const node = $getRoot().getFirstChildOrThrow();
      const inner = $createTableNode().append(
        $createTableRowNode().append(
          $createTableCellNode().append($createParagraphNode().append($createTextNode('B'))),
        ),
      );
      if ($isElementNode(node)) node.append($createPhotoNode(use), inner);
    });
    expect(manuscript.read()).toMatchObject([
      box,
      { kind: 'photo', photoUse: use },
      { kind: 'table', rows: [[[{ text: 'B' }]]] },
    ]);
  });

  it('has no look in the title', () => {
    const manuscript = openTestManuscript();
    manuscript.show([box]);
    manuscript.update(() => void $getRoot().getAllTextNodes()[0]?.toggleFormat('bold'));
    expect(manuscript.read()).toEqual([box]);
    expect(
      manuscript.editor.getEditorState().read(() => $getRoot().getAllTextNodes()[0]?.getFormat()),
    ).toBe(0);
  });
});

describe('a table', () => {
  it('holds no other block: a photo in a cell comes out below it', () => {
    const manuscript = openTestManuscript();
    manuscript.show([table]);
    manuscript.update(() => void $firstCell().append($createPhotoNode(use)));
    expect(manuscript.read()).toMatchObject([table, { kind: 'photo', photoUse: use }]);
  });

  it('with merged cells is taken apart, and every word stays', () => {
    const manuscript = openTestManuscript();
    manuscript.show([]);
    manuscript.update(() => {
      const cell = (text: string) =>
        $createTableCellNode().append($createParagraphNode().append($createTextNode(text)));
      $getRoot().append(
        $createTableNode().append(
          $createTableRowNode().append(cell('lebar').setColSpan(2), cell('tinggi').setRowSpan(2)),
          $createTableRowNode().append(cell('a'), cell('b')),
        ),
      );
    });
    const [read] = manuscript.read();
    expect(read).toMatchObject({
      kind: 'table',
      rows: [
        [[{ text: 'lebar' }], [], [{ text: 'tinggi' }]],
        [[{ text: 'a' }], [{ text: 'b' }], []],
      ],
    });
  });

  it('reads several paragraphs of a cell as lines of one text', () => {
    const manuscript = openTestManuscript();
    manuscript.show([table]);
    manuscript.update(() => {
      $firstCell().append($createParagraphNode().append($createTextNode('lagi')));
    });
    expect(manuscript.read()).toEqual([{ ...table, rows: [[[{ text: 'A\nlagi' }]]] }]);
  });
});
