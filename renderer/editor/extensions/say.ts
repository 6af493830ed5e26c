import { createCommand } from 'lexical';
import type { BlockForm } from './forms.ts';

/** What happened to blocks, for those who can't see it. The window's part says it in the reader's language. */
export interface Said {
  readonly what:
    | 'selected'
    | 'inserted'
    | 'moved-up'
    | 'moved-down'
    | 'at-top'
    | 'at-bottom'
    | 'deleted'
    | 'newer-gone'
    | 'duplicated'
    | 'once'
    | 'became';
  readonly form: BlockForm;
  /** How many blocks; the form is the first one's. */
  readonly count?: number;
}

export const SAY_COMMAND = createCommand<Said>('redaksi/say');
