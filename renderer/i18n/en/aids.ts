import type { aids as source } from '../id/aids.ts';

export const aids = {
  'finding.placeholder': 'Something is still to be filled in: TK, TKTK, XXXX or [check …].',
  'finding.placeholder-perhaps': 'There is an “XXX”: the numeral, or a name to be filled in?',
} as const satisfies Record<keyof typeof source, string>;
