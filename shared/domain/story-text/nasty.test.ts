/** Law 4: two megabytes of anything are read in linear time. */
import { describe, expect, test } from 'vitest';
import { articleSchema } from '../article.ts';
import { readStory } from './parse.ts';

const SIZE = 2 * 1024 * 1024;
const filled = (part: string) => part.repeat(Math.ceil(SIZE / part.length)).slice(0, SIZE);
/** Processor time, because the machines that run this are shared. Each takes about a second at most; a quadratic step takes minutes. */
const LIMIT_MS = 5_000;

const PARTS = {
  'blank lines': '\n',
  spaces: ' ',
  'no-break spaces': 'a\u00A0\u00A0',
  'open brackets': '(',
  'closed brackets': ')',
  'nested brackets': `${'('.repeat(300)}${')'.repeat(300)}\n`,
  'bracket lines': '(\n',
  'one long word': 'a',
  words: 'a ',
  'one-letter lines': 'a\n',
  'labels in a row': 'Penulis:',
  bylines: 'Penulis: A\n',
  'lone labels': 'Penulis\n',
  'lone labels with names': 'Penulis\nBudi Santoso\n',
  stars: '*',
  'open stars': '*a ',
  bold: '*a* ',
  marks: '*_`',
  ticks: '```a',
  crossed: '_a_*b*',
  'open addresses': 'https://',
  addresses: 'https://a.example ',
  related: 'Baca juga: http://a b\n',
  dashes: 'A - ',
  datelines: 'KLATEN, KOMPAS.com - x\n',
  captions: 'ABCD: x (Dok/z)\n',
  'sign-offs': 'x. (abc/def)\n',
  dates: 'Selasa (24/6/2025) ',
  digits: '1',
  slashes: '1/',
  'half dates': '1/1/',
  weekdays: 'senin  ,  (  ',
  months: '24 juni ',
  bullets: '- a\n',
  copyright: '© a\n',
  hashes: '#a #b\n',
  'tag lines': 'Tags: a, b\n',
  lists: 'Berita Terkait\na b c\n',
  forwarded: '[24/6 19.03] A: x\n',
  headers: '[24/6 19.03] ',
  mail: 'From: a@b\n',
  commas: ',',
  sentences: 'Ini kalimat panjang yang selesai. ',
  'short lines': 'Judul Pendek\n\n',
  paragraphs: 'Ini kalimat panjang sekali yang selesai.\n\nJudul Pendek\n\n',
  colons: `${'x: '.repeat(660)}\n`,
  gaps: `a${' '.repeat(1_990)}b\n`,
  'half characters': '\uD800',
  'zero width': '\u200B',
  'photo labels': 'Lihat Foto\n',
  'credit leads': 'Istimewa\n',
  credits: 'Reporting by A; Editing by B\n',
  joins: `Penulis: ${'dan '.repeat(480)}\n`,
  roles: `${'Reporter '.repeat(50)}\n`,
  signs: `#${'a '.repeat(240)}!\n`,
  ats: `from: ${'@'.repeat(240)}\n`,
  wrapped: `${'a'.repeat(60)}\nb`,
} as const;

describe('two megabytes are read within seconds', () => {
  test.each(Object.entries(PARTS))(
    '%s',
    (_, part) => {
      const text = filled(part);
      const before = process.cpuUsage();
      const { article, missing } = readStory(text);
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1_000).toBeLessThan(LIMIT_MS);
      expect(missing).toEqual([]);
      expect(articleSchema.safeParse(article).error?.issues ?? []).toEqual([]);
    },
    120_000,
  );
});
