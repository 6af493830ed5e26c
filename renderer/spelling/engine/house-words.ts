/** Words of Indonesian newsrooms that the dictionary lacks. What one newsroom alone needs is on its own list. */

const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** Written small. */
export const COMMON = list(`
  bansos bimtek caleg capres cawapres cagub cawagub cabup cawabup cawali daring luring digilir menggilir disabilitas
  disinformasi eduwisata ekowisata gawai gotong royong hoaks influenser infografis jubir kentongan komorbid konter
  krisis laman lansia lembur medsos menpora milenial musrenbang narahubung narasumber netizen nirlaba ojol parpol pemudik
  penyintas perdes pilkades posko posyandu prokes puskesmas ramp rapid sekda sembako siniar siswi subsidi surel swafoto
  tagar takjil tautan tayang telekonferensi terduga tersangka terdakwa tilang toko unggah unduh uji vaksinasi viral
  vlog warganet webinar wabup wagub wawali wirausahawan
`);

/** Offices and titles: with a capital before a name. One slip away from these, a word in a sentence is no name. */
export const TITLES = list(`
  Asisten Babinsa Badan Balai Bhabinkamtibmas Bupati Camat Desa Dinas Direktur Dukuh Dusun Gubernur Haji Hakim Jaksa
  Kabupaten Kapolda Kapolres Kapolsek Kecamatan Kejaksaan Kelurahan Kementerian Kepala Kepolisian Ketua Kodim Komandan
  Komisi Komisioner Koordinator Koramil Kota Lurah Mahkamah Manajer Mayor Menteri Pemerintah Pengadilan Polisi Polres
  Polsek Presiden Profesor Provinsi Rektor Sekretaris Sekretariat Sersan Universitas Wakapolres Wakil
`);

/** Names of offices by their short forms, and of places near and far. */
export const PROPER = list(`
  Bappeda Bapenda Bawaslu Baznas Bimas Bumdes Dandim Danramil Dekranasda Dinkes Disdik Disdukcapil Dishub Disnaker Dinsos
  Dispar Dispora Dispersip Humas Kadin Kades Kadus Kajari Kapolri Kasat Kejagung Kejari Kejati Kemenag Kemendagri
  Kemendikbud Kemenkes Kemenkeu Kemensos Kodam Kominfo Korem Linmas Mabes Musrenbangdes Panwaslu Pemda Pemdes Pemkab
  Pemkot Pemprov Perbup Perda Pergub Permendagri Perpres Perwali Pertamina Pilgub Pilkada Pileg Pilpres Polda Polri
  Poktan Gapoktan Prokopim Samsat Satgas Satlantas Satpol Satreskrim Sekwan Setda Setwan Telkom Tipikor
  Ambarawa Ambon Balikpapan Bandung Banjarmasin Banjarnegara Banyumas Banyuwangi Batang Batam Bekasi Bengkulu Blora
  Borobudur Boyolali Brebes Cilacap Cirebon Delanggu Demak Denpasar Depok Gorontalo Grobogan Jabar Jambi Jateng Jatim
  Jayapura Jebres Jepara Kalimantan Karanganyar Kaltim Kalsel Kalbar Kalteng Kebumen Kediri Kendal Kudus Kupang Laweyan
  Lombok Magelang Makassar Malang Malioboro Manado Mataram Medan Merapi Merbabu Merauke Mungkid Muntilan Padang
  Palangkaraya Palembang Palu Papua Pati Pekalongan Pekanbaru Pemalang Pontianak Prambanan Purbalingga Purwodadi
  Purwokerto Purworejo Rembang Salatiga Samarinda Semarang Sidoarjo Sleman Slawi Solo Sorong Sragen Sukoharjo Sulawesi
  Sulsel Sulteng Sulut Sumatera Sumbar Sumsel Sumut Surabaya Surakarta Tangerang Tegal Temanggung Ternate Tiongkok
  Toraja Ungaran Wonogiri Wonosari Wonosobo Yogyakarta Beijing Nanjing Shanghai Fujian Jiangsu Taiwan Vietnam Ukraina
`);

/** Two words that are often written as one. */
export const SEPARATE = list(`
  adu_domba air_mata anak_buah beri_tahu buah_tangan bulu_tangkis dari_mana daya_beli daya_tahan di_mana di_sana di_sini
  duta_besar garis_besar hari_libur ibu_kota jalan_raya ke_mana ke_sana ke_sini kerja_sama lalu_lintas mata_pelajaran
  mata_uang orang_tua peran_serta per_orang rumah_sakit sepak_bola serah_terima sumber_daya tanda_tangan tanggung_jawab
  tata_cara terima_kasih tindak_lanjut titik_temu tolok_ukur uji_coba wali_kota
`).map((pair) => pair.replace('_', ' '));
