/** "Baca juga", the lists below a story, and what preflight says of them. */
export const links = {
  'finding.related-untitled': 'Ada tautan Baca juga yang belum berjudul.',
  'finding.related-self': 'Berita ini menautkan dirinya sendiri.',
  'finding.related-gone': 'Berita yang ditautkan sudah dicabut atau tidak dipakai.',
  'finding.related-changed': 'Judul berita yang ditautkan sudah berganti.',
} as const;
