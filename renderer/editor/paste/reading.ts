import type { Flow, Look, Piece } from './flow.ts';
import type { LeftOut, PictureRefusal } from './pasted.ts';
import type { Declarations } from './styles.ts';

/** One page being read. */
export interface Reading {
  readonly styleOf: (element: Element) => Declarations;
  readonly leftOut: LeftOut[];
  readonly refused: PictureRefusal[];
  struck: number;
  /** Read already, in another place. */
  readonly skipped: Set<Element>;
  /** While the words of something left out are gathered, nothing of it is left out again. */
  readonly whole: boolean;
  /** Reads nodes into a flow of their own. */
  readonly piecesOf: (nodes: Iterable<Node>, place: Place, reading: Reading) => readonly Piece[];
}

/** Where in its page an element stands. */
export interface Place {
  readonly look: Look;
  /** In a paragraph of the page a line break is one; elsewhere it ends the line, and a line is a paragraph. */
  readonly paragraph: boolean;
  readonly struck: boolean;
  /** In an entry of Word's, which is a paragraph that writes its own number: what it wrote. */
  readonly marker: { shown: string } | null;
  /** How many lists are around it. */
  readonly lists: number;
}

export interface ElementAt {
  readonly element: Element;
  readonly style: Declarations;
  readonly flow: Flow;
  readonly place: Place;
  readonly reading: Reading;
}

/** Reads one kind of element; true when its content is read too. */
export type ElementReader = (at: ElementAt) => boolean;
