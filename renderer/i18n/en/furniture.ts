import type { furniture as source } from '../id/furniture.ts';

export const furniture = {
  'finding.weekday-wrong': 'Weekday and date disagree: “{printed}”; that date is {right}.',
  'finding.deck-long': 'The deck is longer than the site allows.',
} as const satisfies Record<keyof typeof source, string>;
