/** The words that a page adds to an article, in the language of the article. One table. */
export interface Labels {
  readonly writers: string;
  readonly editors: string;
  readonly source: string;
  readonly tags: string;
  readonly related: string;
  readonly latest: string;
  readonly updated: string;
  readonly skip: string;
  readonly newest: string;
  readonly older: string;
  readonly backToNewest: string;
  readonly empty: string;
  readonly feed: string;
  readonly sites: string;
  readonly preview: string;
  readonly previewNote: string;
  readonly photoToCome: string;
  readonly withdrawn: string;
  readonly withdrawnAt: string;
  readonly withdrawnBecause: string;
  readonly withdrawnByEditor: string;
  readonly notFound: string;
  readonly notFoundText: string;
  readonly toFront: string;
}

export const PAGE_LABELS = {
  id: {
    writers: 'Penulis',
    editors: 'Editor',
    source: 'Sumber',
    tags: 'Tag',
    related: 'Berita Terkait',
    latest: 'Berita Terkini',
    updated: 'Diperbarui',
    skip: 'Langsung ke isi berita',
    newest: 'Berita terbaru',
    older: 'Berita sebelumnya',
    backToNewest: 'Kembali ke berita terbaru',
    empty: 'Belum ada berita yang terbit di sini.',
    feed: 'Umpan RSS',
    sites: 'Situs kami',
    preview: 'Pratinjau',
    previewNote: 'Berita ini belum terbit.',
    photoToCome: 'Foto belum dilampirkan',
    withdrawn: 'Berita dicabut',
    withdrawnAt: 'Berita ini dicabut pada',
    withdrawnBecause: 'karena',
    withdrawnByEditor: 'Penanggung jawab',
    notFound: 'Halaman tidak ditemukan',
    notFoundText: 'Alamat ini tidak ada, atau salah ketik.',
    toFront: 'Ke halaman depan',
  },
  en: {
    writers: 'Writer',
    editors: 'Editor',
    source: 'Source',
    tags: 'Tags',
    related: 'Related stories',
    latest: 'Latest news',
    updated: 'Updated',
    skip: 'Skip to the story',
    newest: 'Latest stories',
    older: 'Older stories',
    backToNewest: 'Back to the latest stories',
    empty: 'No story has been published here yet.',
    feed: 'RSS feed',
    sites: 'Our sites',
    preview: 'Preview',
    previewNote: 'This story has not been published.',
    photoToCome: 'Photo to come',
    withdrawn: 'Story withdrawn',
    withdrawnAt: 'This story was withdrawn on',
    withdrawnBecause: 'because of',
    withdrawnByEditor: 'Editor in charge',
    notFound: 'Page not found',
    notFoundText: 'This address does not exist, or was mistyped.',
    toFront: 'Go to the front page',
  },
} as const satisfies Record<'id' | 'en', Labels>;
