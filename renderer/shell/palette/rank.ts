/** How well words that somebody typed fit a name. Pure; larger is better, null is no fit. */

/** Every typed word must be found; a name that begins with it beats one that has it in the middle. */
export function fit(typed: string, names: readonly string[]): number | null {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return 0;
  const scores = names.map((name) => fitOne(words, plain(name))).filter((score) => score !== null);
  return scores.length === 0 ? null : Math.max(...scores);
}

function fitOne(words: readonly string[], name: string): number | null {
  let score = 0;
  let from = 0;
  for (const word of words) {
    const at = name.indexOf(word);
    if (at === -1) {
      const loose = words.length === 1 ? initials(word, name) : null;
      if (loose === null) return null;
      score += loose;
      continue;
    }
    const startsWord = at === 0 || /[\s(/-]/.test(name[at - 1] ?? '');
    score += at === 0 ? 40 : startsWord ? 25 : 8;
    if (at >= from) score += 4;
    from = at;
  }
  // Of two that fit alike, the shorter one was meant.
  return score - name.length / 50;
}

/** `tnb` finds "tab naskah baru": the first letters of its words, in order. */
function initials(typed: string, name: string): number | null {
  const firsts = name
    .split(/[\s(/-]+/)
    .map((word) => word[0] ?? '')
    .join('');
  return typed.length > 1 && firsts.includes(typed) ? 12 : null;
}

/** Without capitals and accents. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}

/** The best first; what fits alike keeps its order. */
export function ranked<Choice>(
  typed: string,
  choices: readonly Choice[],
  namesOf: (choice: Choice) => readonly string[],
): readonly Choice[] {
  return choices
    .map((choice) => ({ choice, score: fit(typed, namesOf(choice)) }))
    .filter((each): each is { choice: Choice; score: number } => each.score !== null)
    .toSorted((a, b) => b.score - a.score)
    .map(({ choice }) => choice);
}
