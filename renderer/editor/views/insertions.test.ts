import { describe, expect, it } from 'vitest';
import { findInsertions, INSERTIONS } from './insertions.tsx';

const found = (typed: string): readonly string[] =>
  findInsertions(typed, (form) => form).map(({ form }) => form);

describe('the / menu', () => {
  it('finds a block by a word of either language, in any order', () => {
    expect(found('tabel')).toEqual(['table']);
    expect(found('table')).toEqual(['table']);
    expect(found('kotak')).toEqual(['info-box']);
    expect(found('youtube')).toEqual(['embed']);
    expect(found('besar kutipan')).toEqual(['pull-quote']);
    expect(found('zzz')).toEqual([]);
  });

  it('offers everything while nothing is typed, texts before cards', () => {
    expect(found('')).toEqual(INSERTIONS.map(({ form }) => form));
    expect(INSERTIONS.map(({ group }) => group).join(' ')).toMatch(/^(?:texts ?)+(?:cards ?)+$/);
  });
});
