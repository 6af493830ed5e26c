import type { links as source } from '../id/links.ts';

export const links = {
  'finding.related-untitled': 'A Read also link has no title yet.',
  'finding.related-self': 'This story links to itself.',
  'finding.related-gone': 'The linked story was withdrawn or dropped.',
  'finding.related-changed': 'The linked story has a new headline.',
} as const satisfies Record<keyof typeof source, string>;
