/** What is said about a paste. */
export const paste = {
  'paste.report': 'Tentang tempelan tadi',
  'paste.pictures':
    '{count, plural, other {{shown} gambar tidak ikut. Simpan sebagai berkas, lalu seret ke naskah:}}',
  'paste.why-foreign': 'berada di situs atau surel asalnya',
  'paste.why-file': 'berada di berkas komputer, bukan di papan klip',
  'paste.why-blob': 'hanya ada di halaman asalnya',
  'paste.why-kind': 'berjenis yang tidak bisa disimpan sebagai foto',
  'paste.why-media': 'berupa video, suara, atau isian situs lain',
  'paste.left-out':
    '{count, plural, other {{shown} bagian tidak ikut karena tidak tampil sebagai teks di asalnya:}}',
  'paste.left-hidden': 'Tersembunyi',
  'paste.left-deleted': 'Sudah dihapus penulisnya',
  'paste.left-comment': 'Komentar',
  'paste.left-control': 'Pilihan formulir',
  'paste.left-picture': 'Tulisan dalam gambar',
  'paste.put-in': 'Sisipkan juga',
  'paste.struck':
    '{count, plural, other {{shown} bagian yang dicoret ikut ditempel tanpa coretannya. Periksa apakah masih berlaku.}}',
  'paste.photos-copied':
    '{count, plural, other {{shown} foto disalin ke naskah ini bersama keterangannya.}}',
  'paste.photos-left-out':
    '{count, plural, other {{shown} foto tidak ikut: naskah ini sedang tidak menerima foto.}}',
  'paste.too-long':
    'Terlalu panjang: satu naskah memuat paling banyak 5.000 blok. Tidak ada yang berubah.',
  'paste.other-files': 'Bukan foto, dan tidak bisa dibuka di sini: {names}',
  'paste.line-too-long':
    'Terlalu panjang untuk kolom ini: {shown} dari paling banyak {most} karakter. Tidak ada yang berubah.',
  'paste.plain-how': 'Letakkan kursor di isi berita, lalu tekan {keys}.',
} as const;
