/** Why text of a story text stands nowhere in its article. */

/**
 * `chrome`: the site's or messenger's own. `forward-header`: who sent it when. `timestamp`: when a page appeared.
 * `label`: a heading or label that the printed form writes in another way or not at all. `repeated`: said before.
 * `over-limit`: more than an article holds. `unplaced`: no field for it, and not body text.
 */
export const LEFT_OVER_WHY = [
  'chrome',
  'forward-header',
  'timestamp',
  'label',
  'repeated',
  'over-limit',
  'unplaced',
] as const;
export type LeftOverWhy = (typeof LEFT_OVER_WHY)[number];
