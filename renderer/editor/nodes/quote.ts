import { $getState, $setState, createState, type LexicalNode } from 'lexical';
import { $isQuoteNode, type QuoteNode } from '@lexical/rich-text';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Who says a quote, and with which verb. State of Lexical's own quote node; a pull quote has a speaker only. */
export const speakerState = createState('speaker', { parse: text });
export const verbState = createState('verb', { parse: text });

export interface Attribution {
  readonly speaker: string;
  readonly verb: string;
}

export function $attributionOf(node: QuoteNode): Attribution {
  return { speaker: $getState(node, speakerState), verb: $getState(node, verbState) };
}

export function $setAttribution(node: QuoteNode, { speaker, verb }: Attribution): QuoteNode {
  return $setState($setState(node, speakerState, speaker), verbState, verb);
}

/** As shown under the quote: `— Nur Tjahjono, ujar`; empty without a speaker and a verb. */
export function attributionText({ speaker, verb }: Attribution): string {
  return [speaker, verb].filter((part) => part !== '').join(', ');
}

/** What a quote says besides its words, for the block that it becomes when it is one no more; empty when nothing. */
export function $attributionTextOf(node: LexicalNode): string {
  const said = attributionText({
    speaker: $getState(node, speakerState),
    verb: $isQuoteNode(node) ? $getState(node, verbState) : '',
  });
  return said === '' ? '' : ` — ${said}`;
}
