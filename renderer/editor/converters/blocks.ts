/** Blocks of the article to Lexical's top-level nodes, and back: one row a kind. */
import { $createListItemNode, $createListNode, $isListNode } from '@lexical/list';
import {
  $createHeadingNode,
  $createQuoteNode,
  $isHeadingNode,
  $isQuoteNode,
} from '@lexical/rich-text';
import {
  $createTableCellNode,
  $createTableNode,
  $createTableRowNode,
  $isTableNode,
  TableCellHeaderStates,
} from '@lexical/table';
import { $createParagraphNode, $isElementNode, type ElementNode, type LexicalNode } from 'lexical';
import {
  isNewerBlock,
  LIMITS,
  type Block,
  type BlockKind,
  type BlockOf,
  type Run,
} from '#shared/domain/article.ts';
import { embedProvider } from '#shared/domain/embed.ts';
import type { BlockId } from '#shared/domain/ids.ts';
import { $setBlockId } from '../nodes/block-id.ts';
import { $createDividerNode, $isDividerNode } from '../nodes/DividerNode.tsx';
import { $createEmbedNode, $embedOf, $isEmbedNode } from '../nodes/EmbedNode.tsx';
import {
  $createInfoBoxNode,
  $createInfoTitleNode,
  $isInfoBoxNode,
  $isInfoTitleNode,
  type InfoBoxNode,
} from '../nodes/InfoBoxNode.ts';
import { $createNewerNode, $isNewerNode, $newerBlockOf } from '../nodes/NewerNode.tsx';
import {
  $createPullQuoteNode,
  $isPullQuoteNode,
  $pullQuoteSpeakerOf,
} from '../nodes/PullQuoteNode.ts';
import { $createPhotoNode, $isPhotoNode, $photoUseOf } from '../nodes/PhotoNode.tsx';
import { $attributionOf, $setAttribution } from '../nodes/quote.ts';
import { $createRelatedNode, $isRelatedNode, $relatedOf } from '../nodes/RelatedNode.tsx';
import { $cellsOf, $setTableFacts, $tableFactsOf } from '../nodes/table.ts';
import { $nodesOfRuns, $runsOf, normalRuns } from './runs.ts';

interface Converter<Kind extends BlockKind> {
  readonly $show: (block: BlockOf<Kind>) => LexicalNode;
  /** The block that a node shows, or null when it shows another kind. */
  readonly $read: (node: LexicalNode, id: BlockId) => BlockOf<Kind> | null;
}

const CONVERTERS: { readonly [Kind in BlockKind]: Converter<Kind> } = {
  photo: {
    $show: (block) => $createPhotoNode(block.photoUse),
    $read: (node, id) =>
      $isPhotoNode(node) ? { id, kind: 'photo', photoUse: $photoUseOf(node) } : null,
  },
  related: {
    $show: ({ label, link }) => $createRelatedNode({ label, link }),
    $read: (node, id) =>
      $isRelatedNode(node) ? { id, kind: 'related', ...$relatedOf(node) } : null,
  },
  heading: {
    $show: ({ level, runs }) =>
      $createHeadingNode(level === 2 ? 'h2' : 'h3').append(...$nodesOfRuns(runs)),
    $read: (node, id) =>
      $isHeadingNode(node)
        ? { id, kind: 'heading', level: node.getTag() === 'h3' ? 3 : 2, runs: $runsOf(node) }
        : null,
  },
  quote: {
    $show: ({ runs, speaker, verb }) =>
      $setAttribution($createQuoteNode().append(...$nodesOfRuns(runs)), { speaker, verb }),
    $read: (node, id) =>
      $isQuoteNode(node)
        ? { id, kind: 'quote', runs: $runsOf(node), ...$attributionOf(node) }
        : null,
  },
  list: {
    $show: ({ ordered, items }) =>
      $createListNode(ordered ? 'number' : 'bullet').append(
        ...items.map((runs) => $createListItemNode().append(...$nodesOfRuns(runs))),
      ),
    $read: (node, id) =>
      $isListNode(node)
        ? { id, kind: 'list', ordered: node.getListType() === 'number', items: $itemsOf(node) }
        : null,
  },
  'pull-quote': {
    $show: ({ runs, speaker }) => $createPullQuoteNode(speaker).append(...$nodesOfRuns(runs)),
    $read: (node, id) =>
      $isPullQuoteNode(node)
        ? { id, kind: 'pull-quote', runs: $runsOf(node), speaker: $pullQuoteSpeakerOf(node) }
        : null,
  },
  table: {
    $show: ({ caption, header, rows }) =>
      $setTableFacts($createTableNode(), { caption, header }).append(
        ...rows.map((row, y) => {
          const { ROW, NO_STATUS } = TableCellHeaderStates;
          return $createTableRowNode().append(
            ...row.map((runs) =>
              $createTableCellNode(header && y === 0 ? ROW : NO_STATUS).append(
                $createParagraphNode().append(...$nodesOfRuns(runs)),
              ),
            ),
          );
        }),
      ),
    $read: (node, id) => {
      if (!$isTableNode(node)) return null;
      const rows = $cellsOf(node).map((row) => row.map($runsOfLines));
      return rows.length === 0 ? null : { id, kind: 'table', ...$tableFactsOf(node), rows };
    },
  },
  embed: {
    $show: ({ url, title }) => $createEmbedNode({ url, title }),
    $read: (node, id) =>
      $isEmbedNode(node) && embedProvider($embedOf(node).url) !== null
        ? { id, kind: 'embed', ...$embedOf(node) }
        : null,
  },
  'info-box': {
    $show: ({ title, paragraphs }) =>
      $createInfoBoxNode().append(
        $createInfoTitleNode().append(...$nodesOfRuns([{ text: title }])),
        ...paragraphs.map((runs) => $createParagraphNode().append(...$nodesOfRuns(runs))),
      ),
    $read: (node, id) =>
      $isInfoBoxNode(node) ? { id, kind: 'info-box', ...$insideOf(node) } : null,
  },
  divider: {
    $show: () => $createDividerNode(),
    $read: (node, id) => ($isDividerNode(node) ? { id, kind: 'divider' } : null),
  },
  // Last: whatever else holds text is a paragraph, so that no word can be without a block.
  paragraph: {
    $show: ({ runs }) => $createParagraphNode().append(...$nodesOfRuns(runs)),
    $read: (node, id) =>
      $isElementNode(node) ? { id, kind: 'paragraph', runs: $runsOf(node) } : null,
  },
};

/**
 * The node that shows a block, named by the block's id. Lexical joins two lists of one kind that stand side by side: their
 * entries stay, the second id goes.
 */
export function $showBlock(block: Block): LexicalNode {
  if (isNewerBlock(block)) return $setBlockId($createNewerNode(block), block.id);
  const converter = CONVERTERS[block.kind] as Converter<BlockKind>;
  return $setBlockId(converter.$show(block), block.id);
}

/** The block that a top-level node shows. */
export function $readBlock(node: LexicalNode, id: BlockId): Block {
  const newer = $isNewerNode(node) ? $newerBlockOf(node, id) : null;
  if (newer !== null) return newer;
  for (const { $read } of Object.values(CONVERTERS)) {
    const block = $read(node, id);
    if (block !== null) return block;
  }
  return { id, kind: 'paragraph', runs: normalRuns([{ text: node.getTextContent() }]) };
}

function $itemsOf(list: ElementNode): (readonly Run[])[] {
  // The transform in plain-look flattens lists as they come in, so that an item holds only text here.
  return list.getChildren().flatMap((item) => ($isElementNode(item) ? [$runsOf(item)] : []));
}

/** The paragraphs of a cell as one text, a line each. */
function $runsOfLines(cell: ElementNode): readonly Run[] {
  return normalRuns(
    cell
      .getChildren()
      .flatMap((line, index) => [
        ...(index === 0 ? [] : [{ text: '\n' }]),
        ...($isElementNode(line) ? $runsOf(line) : [{ text: line.getTextContent() }]),
      ]),
  );
}

function $insideOf(box: InfoBoxNode): Pick<BlockOf<'info-box'>, 'title' | 'paragraphs'> {
  const [first, ...rest] = box.getChildren().filter($isElementNode);
  const hasTitle = $isInfoTitleNode(first);
  const words = hasTitle
    ? $runsOf(first)
        .map((run) => run.text)
        .join('')
    : '';
  const paragraphs = (hasTitle || first === undefined ? rest : [first, ...rest]).map($runsOf);
  // Words that no title can hold stand below it.
  const more = words.slice(LIMITS.line);
  return {
    title: words.slice(0, LIMITS.line),
    paragraphs: more === '' ? paragraphs : [[{ text: more }], ...paragraphs],
  };
}

/** A block in the one form in which the editor gives it back. */
export function normalBlock(block: Block): Block {
  if (isNewerBlock(block)) return block;
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'quote':
    case 'pull-quote':
      return { ...block, runs: normalRuns(block.runs) };
    case 'list':
      return { ...block, items: block.items.map(normalRuns) };
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(normalRuns)) };
    case 'info-box':
      return { ...block, paragraphs: block.paragraphs.map(normalRuns) };
    case 'photo':
    case 'related':
    case 'embed':
    case 'divider':
      return block;
    default:
      return block satisfies never;
  }
}
