/** The small readers, each with lines that it must take and lines that it must leave alone. */
import { describe, expect, test } from 'vitest';
import { readByline } from './byline.ts';
import { readCaption } from './caption.ts';
import { eventDate, isTimestamp } from './dates.ts';
import { readDateline } from './dateline.ts';
import { storyLanguage } from './language.ts';
import { readSignoff } from './signoff.ts';

describe('bylines', () => {
  test.each([
    ['Penulis: Laili Shofiyah | Editor: M Zainal Arifin', ['Laili Shofiyah'], ['M Zainal Arifin']],
    ['Penulis : A Budi, B Citra dan C Dewi', ['A Budi', 'B Citra', 'C Dewi'], []],
    ['Reporter: Sari & Joko/Bowo | Redaktur: Ani', ['Sari', 'Joko', 'Bowo'], ['Ani']],
    ['Penulis: Budi Santoso, S.Sos, M.Si, Ani', ['Budi Santoso, S.Sos, M.Si', 'Ani'], []],
    ['Andi Saputra - detikJateng', ['Andi Saputra'], []],
    ['By Ananda Lestari', ['Ananda Lestari'], []],
    ['(Laporan Wartawan Tribun Jateng, Budi Setya)', ['Budi Setya'], []],
    [
      'Reporting by A Budi in Jakarta and C Dewi; Additional reporting by Eko; Editing by F Hale',
      ['A Budi', 'C Dewi', 'Eko'],
      ['F Hale'],
    ],
  ])('%s', (line, writers, editors) => {
    expect(readByline(line)).toMatchObject({ writers, editors });
  });

  test.each([
    'Penulis: ia mengaku menulis buku itu selama dua tahun di desa.',
    'By the time the ferry left, the queue was gone.',
    'Editor',
    'Menurut penulis: Budi, buku itu laris',
    'Sidang dibuka - detik-detik terakhir',
  ])('no byline: %s', (line) => {
    expect(readByline(line)).toBeNull();
  });
});

describe('datelines', () => {
  test.each([
    ['TRIBUNJATENG.COM, KLATEN - Bupati', 'brand-first', 'TRIBUNJATENG.COM', 'KLATEN', '', '-'],
    ['SEMARANG, KOMPAS.com – Hujan', 'place-first', 'KOMPAS.com', 'SEMARANG', '', '–'],
    ['Jakarta, CNN Indonesia -- Hujan', 'place-first', 'CNN Indonesia', 'Jakarta', '', '--'],
    [
      'Semarang, Jawa Tengah (ANTARA) - Hujan',
      'place-brackets',
      'ANTARA',
      'Semarang, Jawa Tengah',
      '',
      '-',
    ],
    ['JAKARTA, June 24 (Reuters) - Rain', 'place-brackets', 'Reuters', 'JAKARTA', 'June 24', '-'],
    ['Jakarta - Hujan turun', 'place-first', '', 'Jakarta', '', '-'],
  ])('%s', (line, form, brand, place, date, separator) => {
    expect(readDateline(line, 'bare')?.dateline).toEqual({ form, brand, place, date, separator });
  });

  test.each([
    'Bupati Klaten - wakilnya hadir',
    'Dua kota, Klaten - Nanjing',
    'sister-city - Klaten',
    '- butir',
    'Klaten -Nanjing',
  ])('no dateline: %s', (line) => {
    expect(readDateline(line, 'bare')).toBeNull();
  });
});

describe('sign-offs', () => {
  test.each([
    ['selesai. (Laili S/***)', [{ short: 'Laili S', code: '***' }]],
    [
      'selesai," pungkasnya. (abc/def)',
      [
        { short: '', code: 'abc' },
        { short: '', code: 'def' },
      ],
    ],
    ['(*)', [{ short: '', code: '*' }]],
    ['selesai.(wpr)', [{ short: '', code: 'wpr' }]],
  ])('%s', (text, signoffs) => {
    expect(readSignoff(text)?.signoffs).toEqual(signoffs);
  });

  test.each([
    'World Health Organization (WHO)',
    'pada Selasa (24/6/2025)',
    'warga. (Dok/PKK)',
    'warga. (ini kalimat panjang sekali)',
    'suami (dan/atau)',
  ])('no sign-off: %s', (text) => {
    expect(readSignoff(text)).toBeNull();
  });
});

describe('captions', () => {
  test.each([
    [
      'PANEN RAYA: Petani memanen padi. (Dok/Humas)',
      'body',
      'PANEN RAYA',
      'Petani memanen padi.',
      'Dok/Humas',
    ],
    [
      'Petani memanen padi.(KOMPAS.com/NAMA)',
      'head',
      '',
      'Petani memanen padi.',
      'KOMPAS.com/NAMA',
    ],
    [
      'Petani memanen padi. Foto: Andi/detikJateng',
      'head',
      '',
      'Petani memanen padi.',
      'Andi/detikJateng',
    ],
    [
      'A farmer harvests rice. REUTERS/Ajeng',
      'head',
      '',
      'A farmer harvests rice.',
      'REUTERS/Ajeng',
    ],
    [
      'PANEN: Petani (kiri) memanen. (Dok/Humas (Setda))',
      'head',
      'PANEN',
      'Petani (kiri) memanen.',
      'Dok/Humas (Setda)',
    ],
  ] as const)('%s', (line, where, slug, caption, credit) => {
    expect(readCaption(line, where)).toMatchObject({ slug, caption, credit });
  });

  test.each([
    'Petani memanen padi di Republik Rakyat Cina (RRC)',
    'WIB: zona waktu',
    'Ia berkata: "Ya." (sambil tertawa)',
    'selesai. (abc/def)',
  ])('no caption in a body: %s', (line) => {
    expect(readCaption(line, 'body')).toBeNull();
  });
});

describe('the event date', () => {
  test.each([
    ['dilakukan di Semarang, Selasa (24/6/2025).', '2025-06-24'],
    ['pada Kamis, 8 Mei 2025 dan Senin (9/6/2025)', '2025-05-08'],
    ['dibuka (1/6/2025), ditutup Selasa (24/6/25)', '2025-06-24'],
    ['tiket dijual mulai (23/06/25)', '2025-06-23'],
    ['on Saturday, May 3, 2025, they', '2025-05-03'],
    ['on June 24 they', null],
    ['Selasa (24/6) sore', null],
    ['Selasa (31/2/2025)', null],
    ['hari ini', null],
  ])('%s', (text, date) => {
    expect(eventDate([text])).toBe(date);
  });

  test('a page time is none', () => {
    expect(isTimestamp('Kompas.com - 24/06/2025, 19:03 WIB')).toBe(true);
    expect(isTimestamp('Selasa, 24 Juni 2025')).toBe(true);
    expect(isTimestamp('Ia datang pada Selasa (24/6/2025) pukul 19.03 WIB.')).toBe(false);
  });
});

test('the language is told by its small words, and Indonesian when there are none', () => {
  expect(storyLanguage('The ferry and the port of Bali')).toBe('en');
  expect(storyLanguage('Feri dan pelabuhan di Bali')).toBe('id');
  expect(storyLanguage('Gempa')).toBe('id');
});
