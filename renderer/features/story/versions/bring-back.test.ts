import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyArticle } from '../../../../tests/fixtures/any-article.ts';
import { fullArticle, sampleArticle } from '../../../../tests/fixtures/sample-article.ts';
import { articleSchema, type Article } from '#shared/domain/article.ts';
import { changedPlaces } from '#shared/domain/compare/compare.ts';
import { bringBack } from './bring-back.ts';

const texts = ({ blocks }: Article) => blocks.map(({ id }) => id);

describe('bringing back', () => {
  it('a block that is gone puts it behind the one that stood before it', () => {
    const old = sampleArticle();
    const now = { ...old, blocks: old.blocks.toSpliced(3, 1) };
    expect(bringBack(now, old, `block:${old.blocks[3]?.id}`)).toEqual(old);
  });

  it('a photo brings its use with it, words and all', () => {
    const old = fullArticle();
    const now = {
      ...old,
      blocks: old.blocks.filter(({ kind }) => kind !== 'photo'),
      photoUses: old.photoUses.slice(0, 1),
    };
    const back = bringBack(now, old, 'block:x7');
    expect(texts(back)).toEqual(texts(old));
    expect(back.photoUses).toEqual(old.photoUses);
  });

  it('a headline that was not there takes it away', () => {
    const old = sampleArticle();
    const now = { ...old, shortHeadline: 'Klaten' };
    expect(bringBack(now, old, 'shortHeadline')).toEqual(old);
  });

  it('place by place makes every field and block as it was, and always a sound article', () => {
    fc.assert(
      fc.property(anyArticle(), anyArticle(), (one, other) => {
        const [old, start] = [articleSchema.parse(one), articleSchema.parse(other)];
        let now = start;
        for (const { where } of changedPlaces(old, start)) {
          now = bringBack(now, old, where);
          expect(articleSchema.safeParse(now).error).toBeUndefined();
        }
        const left = changedPlaces(old, now).filter(
          ({ is, where }) => is === 'changed' && !where.startsWith('photo:'),
        );
        expect(left).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
