/** Runs of the article to Lexical's inline nodes, and back. */
import { $createLinkNode, $isLinkNode } from '@lexical/link';
import {
  $createLineBreakNode,
  $createTextNode,
  $getState,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  $setState,
  createState,
  type ElementNode,
  type LexicalNode,
} from 'lexical';
import { linkSchema, type Run } from '#shared/domain/article.ts';

/** One form for one text: no empty runs, neighbours that look alike joined, absent means false. */
export function normalRuns(runs: readonly Run[]): readonly Run[] {
  const normal: Run[] = [];
  for (const run of runs) {
    if (run.text === '') continue;
    const last = normal.at(-1);
    if (last !== undefined && sameLook(last, run)) {
      normal[normal.length - 1] = { ...last, text: last.text + run.text };
    } else {
      normal.push(run);
    }
  }
  return normal;
}

function sameLook(a: Run, b: Run): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.link === b.link;
}

/** The inline nodes that show some runs. A line break inside a run is a line break node. */
export function $nodesOfRuns(runs: readonly Run[]): LexicalNode[] {
  const nodes: LexicalNode[] = [];
  let link: { readonly url: string; readonly node: ElementNode } | null = null;
  for (const run of normalRuns(runs)) {
    const shown = $textNodes(run);
    if (run.link === undefined) {
      link = null;
      nodes.push(...shown);
      continue;
    }
    if (link === null || link.url !== run.link) {
      link = { url: run.link, node: $createLinkNode(run.link) };
      nodes.push(link.node);
    }
    link.node.append(...shown);
  }
  return nodes;
}

/** A line break has no look to show, but it stands in a run that has one: it remembers which. */
const lookState = createState('look', {
  parse: (value) => (typeof value === 'string' ? value : ''),
});

interface Look {
  readonly bold?: true | undefined;
  readonly italic?: true | undefined;
}

function lookOf({ bold, italic }: Look): Pick<Run, 'bold' | 'italic'> {
  return { ...(bold === true && { bold }), ...(italic === true && { italic }) };
}

function $textNodes(run: Run): LexicalNode[] {
  return run.text.split('\n').flatMap((piece, index) => {
    const nodes: LexicalNode[] = [];
    if (index > 0) {
      nodes.push($setState($createLineBreakNode(), lookState, JSON.stringify(lookOf(run))));
    }
    if (piece === '') return nodes;
    const node = $createTextNode(piece);
    if (run.bold === true) node.toggleFormat('bold');
    if (run.italic === true) node.toggleFormat('italic');
    return [...nodes, node];
  });
}

/** The runs of a node's content, in normal form. A link that a reader could not follow safely keeps its words only. */
export function $runsOf(parent: ElementNode): readonly Run[] {
  return normalRuns($collect(parent, undefined));
}

function $collect(parent: ElementNode, link: string | undefined): Run[] {
  const linked = link === undefined ? {} : { link };
  const runs: Run[] = [];
  for (const child of parent.getChildren()) {
    if ($isTextNode(child)) {
      // SECURITY: what the article's schema refuses (NUL, half a character) never leaves the editor.
      const text = child.getTextContent().replaceAll('\0', '').toWellFormed();
      runs.push({ text, ...$lookOfText(child), ...linked });
    } else if ($isLineBreakNode(child)) {
      const remembered = $getState(child, lookState);
      const look =
        remembered === ''
          ? ($lookOfText(child.getPreviousSibling()) ?? $lookOfText(child.getNextSibling()))
          : lookOf(JSON.parse(remembered) as Look);
      runs.push({ text: '\n', ...look, ...linked });
    } else if ($isElementNode(child)) {
      const url = $isLinkNode(child) ? child.getURL() : undefined;
      const safe = url !== undefined && linkSchema.safeParse(url).success ? url : link;
      runs.push(...$collect(child, safe));
    }
  }
  return runs;
}

function $lookOfText(node: LexicalNode | null): Pick<Run, 'bold' | 'italic'> | undefined {
  if (!$isTextNode(node)) return undefined;
  return {
    ...(node.hasFormat('bold') && { bold: true as const }),
    ...(node.hasFormat('italic') && { italic: true as const }),
  };
}
