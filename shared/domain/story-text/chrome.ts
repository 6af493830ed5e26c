/** What stands around a story and is none of it: a site's buttons, a messenger's headers, greetings. One table. */

export type NotStory = Chrome['where'];

interface Chrome {
  readonly text: string;
  /** `whole`: the line and nothing else. `start`: lines that begin so. Compared in lower case. */
  readonly match: 'whole' | 'start';
  readonly where: 'site' | 'messenger' | 'mail' | 'greeting';
}

const CHROME: readonly Chrome[] = [
  ...rows('whole', 'site', [
    'aa',
    'ikuti kami di',
    'ikuti kami',
    'follow us',
    'share',
    'bagikan',
    'bagikan:',
    'komentar',
    'tulis komentar',
    'advertisement',
    'iklan',
    'scroll to continue with content',
    'scroll to resume content',
    'lanjutkan membaca',
    'tim redaksi',
    'perbesar',
    'loading...',
    'copy link',
    'salin tautan',
    'terpopuler',
    'trending',
    'kembali ke atas',
    'simpan',
    'dengarkan',
    'preview',
    'kirim',
    'facebook',
    'twitter',
    'x',
    'whatsapp',
    'telegram',
    'purchase licensing rights',
    'halaman selanjutnya',
    'selanjutnya',
    'tampilkan semua',
    'show all',
    'baca tanpa iklan',
    'suggested topics:',
    'our standards: the thomson reuters trust principles.',
    'purchase licensing rights, opens new tab',
  ]),
  ...rows('start', 'site', [
    'selamat datang di ',
    'scroll to continue',
    'baca berita tanpa iklan',
    'dapatkan update berita',
    'simak breaking news',
    'gabung di channel',
    'ikuti saluran whatsapp',
    'ikuti berita terbaru',
    'our standards: ',
    'dilarang keras mengambil konten',
    'cek berita dan artikel',
    'artikel ini telah tayang di ',
    'purchase licensing rights',
    'sign up here',
  ]),
  ...rows('whole', 'messenger', [
    'diteruskan',
    'diteruskan berkali-kali',
    'forwarded',
    'forwarded many times',
    '<media tidak disertakan>',
    '<media omitted>',
    'image omitted',
    'gambar tidak disertakan',
    '<pesan ini diedit>',
    '<this message was edited>',
    'pesan ini dihapus',
    'this message was deleted',
  ]),
  ...rows('start', 'mail', [
    '---------- forwarded message',
    '---------- pesan terusan',
    '-----original message',
  ]),
  ...rows('whole', 'greeting', [
    'selamat pagi',
    'selamat siang',
    'selamat sore',
    'selamat malam',
    "assalamu'alaikum",
    'assalamualaikum',
    'assalamualaikum wr wb',
    'terima kasih',
    'terimakasih',
    'suwun',
    'matur nuwun',
    'mohon tayang',
    'mohon dimuat',
    'izin kirim berita',
    'izin setor berita',
    'selamat pagi, izin setor berita',
    'thanks',
  ]),
];

function rows(match: Chrome['match'], where: Chrome['where'], texts: readonly string[]): Chrome[] {
  return texts.map((text) => ({ text, match, where }));
}

const WHOLE: ReadonlyMap<string, Chrome> = new Map(
  CHROME.filter((row) => row.match === 'whole').map((row) => [row.text, row]),
);
const STARTS: ReadonlyMap<string, readonly Chrome[]> = Map.groupBy(
  CHROME.filter((row) => row.match === 'start'),
  (row) => row.text.slice(0, 4),
);
const LONGEST = 300;

/** Where a whole line comes from that is no part of a story; null when it may be one. */
export function notStory(line: string): NotStory | null {
  if (line.length > LONGEST) return null;
  const lower = line.toLowerCase();
  const found =
    WHOLE.get(lower) ??
    WHOLE.get(lower.replace(/[.,!🙏\s]{1,9}$/u, '')) ??
    STARTS.get(lower.slice(0, 4))?.find((row) => lower.startsWith(row.text));
  if (found) return found.where;
  return MAIL_HEADER.test(line) ? 'mail' : null;
}

/** Only with an address or a date behind it, so that a story may say "Kepada: …". The subject is often the headline. */
const MAIL_HEADER =
  /^(?:(?:from|to|cc|dari|kepada|untuk)\s?:\s.{0,120}@.{0,120}|(?:date|sent|tanggal|dikirim)\s?:\s.{0,40}\d{1,2}[.:]\d{2}.{0,40}|(?:subject|subjek|perihal)\s?:\s.{0,250})$/iu;

const FORWARD =
  /^\[?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?,? \d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:[ \u202f][ap]m)?(?:\]| -) [^:]{1,60}:(?: |$)/iu;

/** Cuts a messenger's `[24/6 19.03] Nama: ` from the front of a line. */
export function cutForwardHeader(
  line: string,
): { readonly header: string; readonly rest: string } | null {
  const match = FORWARD.exec(line.slice(0, 120));
  if (!match) return null;
  return { header: match[0].trim(), rest: line.slice(match[0].length).trim() };
}

/** `© 2025 …`, `COPYRIGHT © …`, `All Right Reserved`. */
export function isCopyright(line: string): boolean {
  if (line.length > 300) return false;
  return /^(?:©|\(c\)\s?\d{4}|copyright\b|hak cipta\b|all rights? reserved)/i.test(line);
}
