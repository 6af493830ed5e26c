/** The sample newsroom's stories: their texts in stories/, and the way that each one went. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Username } from './newsroom.ts';

/** What happened to a story after it was written, in order. */
export type Step =
  | { readonly kind: 'submit' }
  | { readonly kind: 'return'; readonly reason: string }
  | { readonly kind: 'approve' }
  | { readonly kind: 'publish' }
  /** The editor adds a paragraph before the last one. */
  | { readonly kind: 'add'; readonly paragraph: string }
  | { readonly kind: 'withdraw'; readonly reason: string };

export interface SampleStory {
  /** Of its text in stories/. */
  readonly file: string;
  readonly writer: Username;
  readonly editor: Username;
  readonly desk: 'klaten' | 'semarang' | 'solo';
  readonly photo: { readonly file: string; readonly alt: string } | null;
  /** When the reporter began, before now. Stories stand in this order, oldest first. */
  readonly hoursAgo: number;
  readonly course: readonly Step[];
}

const submit: Step = { kind: 'submit' };
const sealed: readonly Step[] = [submit, { kind: 'approve' }];
const published: readonly Step[] = [...sealed, { kind: 'publish' }];

export const SAMPLE_STORIES: readonly SampleStory[] = [
  {
    file: 'jadwal-bus',
    writer: 'bagas',
    editor: 'sekar',
    desk: 'semarang',
    photo: null,
    hoursAgo: 140,
    course: [
      ...published,
      {
        kind: 'withdraw',
        reason:
          'Jadwal yang kami terima ternyata rancangan dan dibatalkan pengelola terminal pada hari yang sama. Kami meminta maaf kepada pembaca.',
      },
    ],
  },
  {
    file: 'pasar-gondang',
    writer: 'laili',
    editor: 'zainal',
    desk: 'klaten',
    photo: {
      file: 'pasar.jpg',
      alt: 'Pembeli berdiri di depan lapak sayur dan buah beratap garis-garis merah, hijau, dan kuning.',
    },
    hoursAgo: 118,
    course: [
      ...published,
      {
        kind: 'add',
        paragraph:
          'Paguyuban pedagang menambahkan, undian lapak untuk gelombang pertama digelar di halaman pasar dan dapat disaksikan umum.',
      },
      { kind: 'approve' },
      { kind: 'publish' },
    ],
  },
  {
    file: 'taman-baca',
    writer: 'laili',
    editor: 'zainal',
    desk: 'klaten',
    photo: {
      file: 'perpustakaan.jpg',
      alt: 'Seorang perempuan membacakan buku kepada anak-anak yang duduk melingkar di depan rak buku.',
    },
    hoursAgo: 94,
    course: published,
  },
  {
    file: 'banjir',
    writer: 'bagas',
    editor: 'sekar',
    desk: 'semarang',
    photo: {
      file: 'banjir.jpg',
      alt: 'Tiga orang duduk di perahu karet jingga di tengah genangan, dua orang berdiri di air setinggi pinggang.',
    },
    hoursAgo: 70,
    course: published,
  },
  {
    file: 'jembatan',
    writer: 'laili',
    editor: 'zainal',
    desk: 'klaten',
    photo: {
      file: 'jembatan.jpg',
      alt: 'Para pekerja berhelm memasang lantai jembatan gantung di atas sungai berwarna cokelat.',
    },
    hoursAgo: 50,
    course: [
      submit,
      {
        kind: 'return',
        reason:
          'Tolong sebutkan sampai tanggal berapa jembatan ditutup dan siapa yang membiayai pekerjaannya. Kredit lead masih Istimewa, mohon diganti asal fotonya.',
      },
    ],
  },
  {
    file: 'sepak-bola',
    writer: 'bagas',
    editor: 'sekar',
    desk: 'solo',
    photo: {
      file: 'sepak-bola.jpg',
      alt: 'Pemain berkaus merah dan pemain berkaus kuning berlari mengejar bola di lapangan yang diterangi lampu.',
    },
    hoursAgo: 40,
    course: published,
  },
  {
    file: 'kampung-batik',
    writer: 'bagas',
    editor: 'zainal',
    desk: 'solo',
    photo: {
      file: 'penandatanganan.jpg',
      alt: 'Dua orang duduk di meja panjang dan menandatangani dokumen, sembilan undangan berdiri di belakangnya.',
    },
    hoursAgo: 26,
    course: published,
  },
  {
    file: 'sekolah',
    writer: 'bagas',
    editor: 'zainal',
    desk: 'semarang',
    photo: {
      file: 'sekolah.jpg',
      alt: 'Murid berseragam merah putih berbaris di halaman sekolah di depan tiang bendera.',
    },
    hoursAgo: 20,
    course: sealed,
  },
  {
    file: 'panen-merapi',
    writer: 'laili',
    editor: 'zainal',
    desk: 'klaten',
    photo: {
      file: 'sawah-merapi.jpg',
      alt: 'Petani bercaping menanam bibit padi di sawah dengan latar gunung yang berasap tipis.',
    },
    hoursAgo: 5,
    course: [submit],
  },
  {
    file: 'sumur-tua',
    writer: 'laili',
    editor: 'zainal',
    desk: 'klaten',
    photo: null,
    hoursAgo: 2,
    course: [],
  },
];

/** A sample's text with its dates filled in: `{tgl-2}` two days ago, `{senin}` the last Monday, `{tahun}` the year. */
export function sampleText(file: string, now: Date): string {
  const text = readFileSync(path.join(import.meta.dirname, 'stories', `${file}.txt`), 'utf8');
  return text
    .replaceAll(/\{tgl-(\d+)\}/g, (_mark, days: string) => newsDay(daysBefore(now, Number(days))))
    .replaceAll('{senin}', () => newsDay(daysBefore(now, daysSinceMonday(now))))
    .replaceAll('{tahun}', part(now, { year: 'numeric' }));
}

/** `Selasa (24/6/2025)`, on the newsroom's calendar. */
function newsDay(day: Date): string {
  return `${part(day, { weekday: 'long' })} (${part(day, { day: 'numeric', month: 'numeric', year: 'numeric' })})`;
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000);
}

function daysSinceMonday(now: Date): number {
  const today = part(now, { weekday: 'long' });
  return ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'].indexOf(today);
}

function part(day: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('id-ID', { ...options, timeZone: 'Asia/Jakarta' }).format(day);
}
