/** Every word the command says beside its refusals, in both languages. */
import type { LeftOverWhy } from '#shared/domain/story-text/left-over.ts';
import type { Language } from './language.ts';

const ID = {
  section: 'Rubrik',
  headline: 'Judul',
  deck: 'Teras',
  writers: 'Penulis',
  editors: 'Editor',
  photo: 'Foto',
  caption: 'Keterangan',
  credit: 'Kredit',
  alt: 'Teks alternatif',
  dateline: 'Titimangsa',
  eventDate: 'Tanggal kejadian',
  body: 'Isi',
  signoff: 'Kode penutup',
  source: 'Sumber',
  tags: 'Tag',
  related: 'Berita terkait',
  latest: 'Berita terkini',
  copyright: 'Hak cipta',
  form: 'Bentuk',
  leftOver: 'Di luar artikel',
  nothingLeft: 'tidak ada',
  line: 'baris',
  paragraphs: 'paragraf',
  headings: 'subjudul',
  quotes: 'kutipan',
  lists: 'daftar',
  photos: 'foto',
  relatedInline: 'baca juga',
  withoutPhoto: 'gambarnya belum ada',
  url: 'URL',
  story: 'Naskah',
  seal: 'Segel',
  sealedBy: 'Disegel oleh',
  content: 'Hash isi',
  kept: 'Disimpan di',
  proof: 'Bukti baca ulang',
  field: 'bidang',
  equal: 'sama',
  differs: 'BEDA',
  proofEqual: 'Halaman yang terbit sama persis dengan isi yang disegel.',
  proofDiffers: 'Halaman yang terbit berbeda dari isi yang disegel.',
  from: 'dari',
  fromText: 'naskah',
  fromFile: 'metadata foto',
  fromOption: 'pilihan perintah',
  fromCaption: 'kalimat pertama keterangan foto',
  serving: 'Halaman masih dilayani. Tekan Ctrl-C untuk berhenti.',
  stopped: 'Server lokal sudah berhenti; pakai --keep atau --serve untuk melihat halamannya.',
  help: `Naskah berita dari teks sampai halaman terbit, tanpa layar.

  npm run story -- parse BERKAS|- [--json]
      Membaca teks berita: artikelnya, dan apa yang berada di luar artikel.
  npm run story -- print BERKAS.json|- [--form BENTUK]
      Mencetak JSON artikel sebagai teks berita.
  npm run story -- publish BERKAS|- --photo FOTO [...]
      Menerbitkan di mesin ini: laptop reporter, server, segel editor,
      situs, lalu baca ulang. Semua di 127.0.0.1.
      --photo FOTO     boleh berulang, sesuai urutan keterangan foto
      --slug --caption --credit --alt TEKS   untuk foto pertama
      --writer NAMA    bila naskah tidak menyebut penulis; boleh berulang
      --site ID        nama situs, misalnya tribun-jateng
      --keep FOLDER    menyimpan halaman, artikel, dan bukti di situ
      --serve          tetap melayani halaman sampai Ctrl-C
      --json           hasil sebagai JSON (docs/story-command.md)
  npm run story -- help | --version

  --lang id|en memilih bahasa. Kode keluar: 0 berhasil, 1 gagal,
  2 masukan atau perintah keliru (tidak ada yang ditulis).`,
} as const;

const EN: Readonly<Record<keyof typeof ID, string>> = {
  section: 'Section',
  headline: 'Headline',
  deck: 'Deck',
  writers: 'Writers',
  editors: 'Editors',
  photo: 'Photo',
  caption: 'Caption',
  credit: 'Credit',
  alt: 'Alt text',
  dateline: 'Dateline',
  eventDate: 'Event date',
  body: 'Body',
  signoff: 'Sign-off',
  source: 'Source',
  tags: 'Tags',
  related: 'Related',
  latest: 'Latest',
  copyright: 'Copyright',
  form: 'Form',
  leftOver: 'Outside the article',
  nothingLeft: 'nothing',
  line: 'line',
  paragraphs: 'paragraphs',
  headings: 'subheads',
  quotes: 'quotes',
  lists: 'lists',
  photos: 'photos',
  relatedInline: 'related links',
  withoutPhoto: 'the picture is not here',
  url: 'URL',
  story: 'Story',
  seal: 'Seal',
  sealedBy: 'Sealed by',
  content: 'Content hash',
  kept: 'Kept in',
  proof: 'Read-back proof',
  field: 'field',
  equal: 'equal',
  differs: 'DIFFERS',
  proofEqual: 'The published page is exactly what was sealed.',
  proofDiffers: 'The published page differs from what was sealed.',
  from: 'from',
  fromText: 'the story text',
  fromFile: "the photo's metadata",
  fromOption: 'the command line',
  fromCaption: "the caption's first sentence",
  serving: 'The page is still served. Press Ctrl-C to stop.',
  stopped: 'The local server has stopped; use --keep or --serve to look at the page.',
  help: `A news story from text to published page, without a display.

  npm run story -- parse FILE|- [--json]
      Reads a story text: its article, and what stands outside the article.
  npm run story -- print FILE.json|- [--form FORM]
      Prints an article's JSON as story text.
  npm run story -- publish FILE|- --photo IMAGE [...]
      Publishes on this machine: reporter's laptop, server, editor's seal,
      site, then read back. Everything on 127.0.0.1.
      --photo IMAGE    may repeat, in the order of the captions
      --slug --caption --credit --alt TEXT   for the first photo
      --writer NAME    when the text names no writer; may repeat
      --site ID        the site's name, for example tribun-jateng
      --keep FOLDER    keeps page, article and proof there
      --serve          goes on serving the page until Ctrl-C
      --json           the result as JSON (docs/story-command.md)
  npm run story -- help | --version

  --lang id|en chooses the language. Exit code: 0 done, 1 failed,
  2 wrong input or call (nothing was written).`,
};

export type Words = Readonly<Record<keyof typeof ID, string>>;
export const WORDS: Readonly<Record<Language, Words>> = { id: ID, en: EN };

/** Why a text stands outside the article. */
export const LEFT_OVER_WORDS: Readonly<Record<Language, Readonly<Record<LeftOverWhy, string>>>> = {
  id: {
    chrome: 'hiasan situs',
    'forward-header': 'kepala pesan terusan',
    timestamp: 'waktu tayang',
    label: 'label',
    repeated: 'berulang',
    'over-limit': 'melebihi batas',
    unplaced: 'tidak ada tempatnya',
  },
  en: {
    chrome: 'site furniture',
    'forward-header': 'forward header',
    timestamp: 'time of publication',
    label: 'label',
    repeated: 'repeated',
    'over-limit': 'over the limit',
    unplaced: 'no place for it',
  },
};
