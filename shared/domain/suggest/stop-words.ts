/** Words that say nothing about what a story is about, in Indonesian and English, without accents and in lower case. */

/** Function words. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `ada adalah adanya agar akan akhir akhirnya aku anda antara apa apabila apakah atas atau awal bagi bahkan bahwa banyak
  baru beberapa belum berada berapa berbagai bersama bisa boleh bukan cara cukup dalam dan dapat dari dengan demi demikian
  di dia diri dua empat enam hal hanya harus hari hingga ia ialah ini itu jadi jam jangan jika juga jumlah kalau kami kamu
  karena kata ke kembali kemudian kepada kerap ketika kini kita lagi lain lalu lama lebih lima maka mana masih masing
  melakukan melalui memang memberi membuat memiliki mengatakan menjadi menurut menyebut merupakan mereka mulai namun nanti
  oleh orang pada paling para pasca per pernah pihak pula pun saat saja saling salah sama sampai sangat satu saya sebagai
  sebab sebagian sebanyak sebelum sebelumnya sebut sebuah secara sedang sehingga sejak sejumlah sekarang seluruh semua
  sendiri seorang seperti sering serta sesuai setelah setiap siapa sini situ suatu sudah supaya tak tanpa tapi telah
  tempat tengah tentang terhadap terjadi terkait termasuk ternyata tersebut tetap tetapi tiap tidak tiga tujuh untuk usai
  waktu walau yaitu yakni yang
  ujar ujarnya tutur tuturnya ungkap ungkapnya jelas jelasnya imbuh imbuhnya tegas tegasnya pungkas pungkasnya papar
  paparnya terang terangnya katanya ucap ucapnya
  a about after all also an and any are as at be been before but by can could did do does for from had has have he her his
  how if in into is it its just more most new no not of on one or other our out over said says she so some than that the
  their them then there these they this to two under up was we were what when where which who will with would you your`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Written with a capital and yet no name: ranks, offices, days, months. */
export const TITLE_WORDS: ReadonlySet<string> = new Set(
  `bapak ibu pak bu mas mbak haji hj kh gus dr drs prof ir st sh mm msi
  bupati walikota wali gubernur wakil presiden menteri camat lurah kades kepala ketua sekretaris anggota direktur kapolres
  kapolda dandim kabupaten kota provinsi kecamatan kelurahan desa dusun jalan jl dinas badan kantor pemerintah pemkab
  pemkot pemprov polres polsek polda dprd negara republik nomor
  senin selasa rabu kamis jumat sabtu minggu ahad
  januari februari maret april mei juni juli agustus september oktober november desember
  monday tuesday wednesday thursday friday saturday sunday
  january february march may june july august october december
  mr mrs ms regent mayor governor president minister`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
