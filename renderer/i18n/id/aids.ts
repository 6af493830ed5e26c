/** Counting, targets, abbreviations, placeholders, the outline, and the look of the page while writing. */
export const aids = {
  'finding.placeholder': 'Ada yang belum diisi: TKTK, XXXX, atau [cek …].',
  'finding.placeholder-perhaps': 'Ada “XXX”: angka Romawi, atau nama yang belum diisi?',
} as const;
