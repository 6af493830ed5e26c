import { describe, expect, it } from 'vitest';
import { fit, ranked } from './rank.ts';

const names = ['Tutup tab', 'Buka lagi tab yang ditutup', 'Tab berikutnya', 'Pengaturan'];
const find = (typed: string) => ranked(typed, names, (name) => [name]);

describe('the palette', () => {
  it('puts what begins with the typed words first', () => {
    expect(find('tab')[0]).toBe('Tab berikutnya');
    expect(find('tutup')[0]).toBe('Tutup tab');
  });

  it('finds words in any order, with any capitals and without accents', () => {
    expect(find('TAB tutup')).toContain('Tutup tab');
    expect(fit('resume', ['Résumé'])).not.toBeNull();
  });

  it('finds a name by the first letters of its words', () => {
    expect(find('btyd')).toEqual([]);
    expect(find('bltyd')).toEqual(['Buka lagi tab yang ditutup']);
  });

  it('finds a command by its name in the other language', () => {
    expect(
      ranked('close', names, (name) => [name, name === 'Tutup tab' ? 'Close tab' : '']),
    ).toEqual(['Tutup tab']);
  });

  it('leaves out what has not all of the words', () => {
    expect(find('tab pengaturan')).toEqual([]);
    expect(find('')).toEqual(names);
  });
});
