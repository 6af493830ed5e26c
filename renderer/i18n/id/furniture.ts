/** The furniture of a story: names, dateline, dates, headlines and their lengths. */
export const furniture = {
  'finding.weekday-wrong': 'Hari dan tanggalnya tidak cocok: “{printed}”; tanggal itu {right}.',
  'finding.deck-long': 'Deck lebih panjang dari batas situs.',
} as const;
