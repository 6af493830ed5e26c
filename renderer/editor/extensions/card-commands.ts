/** What the cards in the text ask of the editor. They are drawn by nodes, so they must not know what works on nodes. */
import { createCommand, type NodeKey } from 'lexical';

/** The focus leaves a card's fields: into the text around it, or to the card as a whole. */
export interface LeavesCard {
  readonly key: NodeKey;
  readonly to: 'before' | 'after' | 'selected';
}
export const LEAVE_CARD_COMMAND = createCommand<LeavesCard>('redaksi/leave-card');

/** A field of this card has the focus: commands about the block in hand mean the card. */
export const TAKE_CARD_COMMAND = createCommand<NodeKey>('redaksi/take-card');

/** These blocks go; the person is asked first where one can't be made anew here. */
export const DELETE_BLOCKS_COMMAND = createCommand<readonly NodeKey[]>('redaksi/delete-blocks');

/** Asks the person whether these blocks may go. */
export const ASK_TO_DELETE_COMMAND = createCommand<readonly NodeKey[]>('redaksi/ask-to-delete');
