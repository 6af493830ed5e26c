import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyArticle } from '../../../../tests/fixtures/any-article.ts';
import {
  articleSchema,
  blockText,
  emptyArticle,
  type Article,
  type Block,
} from '#shared/domain/article.ts';
import { blockIdSchema, photoUseIdSchema } from '#shared/domain/ids.ts';
import { createHistory, MOST_STEPS, STEP_PAUSE_MS } from './history.ts';
import { changedPlace, endOfChange } from './place.ts';
import { takeBack } from './take-back.ts';

const paragraph = (id: string, text: string): Block => ({
  id: blockIdSchema.parse(id),
  kind: 'paragraph',
  runs: text === '' ? [] : [{ text }],
});
const body = (article: Article): string[] => article.blocks.map(blockText);
const withText = (article: Article, at: number, text: string): Article => ({
  ...article,
  blocks: article.blocks.map((block, index) => (index === at ? paragraph(block.id, text) : block)),
});
const first: Article = {
  ...emptyArticle(),
  headline: 'Banjir di Klaten',
  blocks: [paragraph('p1', 'Hujan turun.'), paragraph('p2', 'Sungai meluap.')],
};

/** A writer with a clock: each edit is recorded, undo and redo change the text. */
function writer(article: Article = first) {
  let time = 0;
  let now = article;
  const history = createHistory(() => time);
  const edit = (next: Article, hints = {}): void => {
    history.record(now, next, hints);
    now = next;
  };
  return {
    history,
    text: () => now,
    wait: (ms: number) => void (time += ms),
    edit,
    type: (at: number, text: string) => {
      for (const letter of text) {
        time += 80;
        edit(withText(now, at, blockText(now.blocks[at] ?? paragraph('x', '')) + letter));
      }
    },
    field: (fields: Partial<Article>) => edit({ ...now, ...fields }),
    /** Somebody else's text comes in: no step of ours. */
    others: (change: (article: Article) => Article) => void (now = change(now)),
    undo: () => {
      const turned = history.undo(now);
      if (turned !== null) now = turned.article;
      return turned;
    },
    redo: () => {
      const turned = history.redo(now);
      if (turned !== null) now = turned.article;
      return turned;
    },
  };
}

describe('the history of a story', () => {
  it('takes back typing in one go, and gives it again', () => {
    const me = writer();
    me.type(0, ' Deras');
    expect(me.undo()?.place).toEqual({ where: 'block:p1', offset: 12, more: false });
    expect(me.text()).toBe(first);
    expect(me.redo()?.place).toEqual({ where: 'block:p1', offset: 18, more: false });
    expect(body(me.text())[0]).toBe('Hujan turun. Deras');
  });

  it('has one line for body, headline and captions, in the order they were made', () => {
    const use = {
      id: photoUseIdSchema.parse('foto'),
      photo: null,
      creditLead: '',
      slug: '',
      caption: '',
      credit: '',
      alt: '',
    };
    const me = writer({ ...first, photoUses: [use] });
    me.type(0, ' Deras');
    me.field({ headline: 'Banjir besar' });
    me.field({ photoUses: [{ ...use, caption: 'Warga' }] });
    me.type(1, ' Jauh');
    const places = [me.undo(), me.undo(), me.undo(), me.undo()].map(
      (turned) => turned?.place?.where,
    );
    expect(places).toEqual(['block:p2', 'photo:foto.caption', 'headline', 'block:p1']);
    expect(me.text()).toEqual({ ...first, photoUses: [use] });
    expect(me.undo()).toBeNull();
  });

  it('takes back a paragraph from its first letter on in one go', () => {
    const me = writer();
    me.edit({ ...first, blocks: [...first.blocks, paragraph('p3', 'W')] });
    me.type(2, 'arga');
    me.undo();
    expect(me.text()).toBe(first);
  });

  it('ends a step at a pause, at another place, and where deleting begins', () => {
    const me = writer();
    me.type(0, ' satu');
    me.wait(STEP_PAUSE_MS + 1);
    me.type(0, ' dua');
    me.edit(withText(me.text(), 0, body(me.text())[0]?.slice(0, -1) ?? ''));
    me.undo();
    expect(body(me.text())[0]).toBe('Hujan turun. satu dua');
    me.undo();
    expect(body(me.text())[0]).toBe('Hujan turun. satu');
  });

  it('takes back a long flow of typing in parts that begin with a word', () => {
    const me = writer();
    me.type(0, ' kata'.repeat(60));
    let steps = 0;
    while (me.undo() !== null) {
      steps += 1;
      expect(body(me.text())[0]).toMatch(/[.\s]$/);
    }
    expect(steps).toBeGreaterThan(2);
    expect(me.text()).toBe(first);
  });

  it('makes everything inside a group one step', () => {
    const me = writer();
    const end = me.history.group();
    me.edit(withText(me.text(), 0, 'Gerimis turun.'));
    me.field({ headline: 'Gerimis di Klaten' });
    me.edit(withText(me.text(), 1, 'Kali meluap.'));
    end();
    me.type(1, '!');
    me.undo();
    const turned = me.undo();
    expect(turned?.place?.more).toBe(true);
    expect(me.text()).toBe(first);
    me.redo();
    expect(me.text().headline).toBe('Gerimis di Klaten');
    expect(body(me.text())).toEqual(['Gerimis turun.', 'Kali meluap.']);
  });

  it('forgets what was undone when something new is written', () => {
    const me = writer();
    me.type(0, ' satu');
    me.undo();
    me.type(0, ' dua');
    expect(me.history.canRedo()).toBe(false);
  });

  it('stays within its bounds', () => {
    const me = writer();
    for (let n = 0; n < MOST_STEPS + 50; n += 1) me.field({ headline: `Judul ${n}`, deck: `${n}` });
    let steps = 0;
    while (me.undo() !== null) steps += 1;
    expect(steps).toBe(MOST_STEPS);
  });
});

describe('what a colleague put in', () => {
  it('stays when our older words are taken back, in the same paragraph too', () => {
    const me = writer();
    me.type(0, ' Deras sekali.');
    me.others((article) => withText(article, 0, `Kata warga: ${body(article)[0]}`));
    me.others((article) => ({ ...article, headline: 'Banjir besar di Klaten' }));
    me.undo();
    expect(body(me.text())[0]).toBe('Kata warga: Hujan turun.');
    expect(me.text().headline).toBe('Banjir besar di Klaten');
    me.redo();
    expect(body(me.text())[0]).toBe('Kata warga: Hujan turun. Deras sekali.');
  });

  it('stays when it came in while we typed on without a pause', () => {
    const me = writer();
    me.type(0, ' Deras');
    me.others((article) => withText(article, 1, 'Sungai meluap di Bayat.'));
    me.type(0, ' sekali.');
    me.undo();
    me.undo();
    expect(body(me.text())).toEqual(['Hujan turun.', 'Sungai meluap di Bayat.']);
  });

  it('stays when a paragraph that we made, and they wrote in, is taken back', () => {
    const me = writer();
    me.edit({ ...first, blocks: [...first.blocks, paragraph('p3', 'Warga mengungsi.')] });
    me.others((article) => withText(article, 2, 'Warga mengungsi ke balai desa.'));
    me.undo();
    expect(body(me.text())).toContain('Warga mengungsi ke balai desa.');
  });

  it('stays when a paragraph that we deleted comes back beside theirs', () => {
    const me = writer();
    me.edit({ ...first, blocks: first.blocks.slice(0, 1) });
    me.others((article) => ({
      ...article,
      blocks: [...article.blocks, paragraph('p9', 'Bupati datang.')],
    }));
    me.undo();
    expect(body(me.text())).toEqual(['Hujan turun.', 'Sungai meluap.', 'Bupati datang.']);
  });

  it('is never lost, whatever we take back: every word that is not of the step stays', () => {
    const words = fc.array(fc.constantFrom('hujan', 'sungai', 'warga', 'bupati', 'jalan'), {
      minLength: 0,
      maxLength: 5,
    });
    const edit = fc.record({
      at: fc.nat(3),
      does: fc.constantFrom('rewrite', 'insert', 'remove', 'move', 'headline', 'caption'),
      words,
    });
    const use = {
      id: photoUseIdSchema.parse('foto'),
      photo: null,
      creditLead: '',
      slug: '',
      caption: 'warga mengungsi',
      credit: '',
      alt: '',
    };
    let ids = 0;
    const apply = (
      article: Article,
      { at, does, words: some }: { at: number; does: string; words: readonly string[] },
      mark: string,
    ): Article => {
      const text = some.map((word) => `${word}${mark}`).join(' ');
      const index = Math.min(at, Math.max(0, article.blocks.length - 1));
      const old = body(article)[index] ?? '';
      switch (does) {
        case 'headline':
          return { ...article, headline: `${article.headline} ${text}`.trim() };
        case 'caption':
          return {
            ...article,
            photoUses: article.photoUses.map((each) => ({
              ...each,
              caption: `${text} ${each.caption}`,
            })),
          };
        case 'insert':
          return {
            ...article,
            blocks: article.blocks.toSpliced(at, 0, paragraph(`n${(ids += 1)}`, text)),
          };
        case 'remove':
          return { ...article, blocks: article.blocks.toSpliced(index, 1) };
        case 'move':
          return {
            ...article,
            blocks: [...article.blocks.slice(1), ...article.blocks.slice(0, 1)],
          };
        default:
          return article.blocks.length === 0
            ? article
            : withText(article, index, `${text} ${old}`.trim());
      }
    };
    fc.assert(
      fc.property(
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        (ours, theirs) => {
          const me = writer({ ...first, photoUses: [use] });
          for (const each of ours) {
            me.wait(STEP_PAUSE_MS + 1);
            me.edit(apply(me.text(), each, 'A'));
          }
          for (const each of theirs) me.others((article) => apply(article, each, 'B'));
          const all = (article: Article): string[] =>
            [...body(article), article.headline, ...article.photoUses.map((each) => each.caption)]
              .join(' ')
              .split(/\s+/)
              .filter((word) => word.endsWith('B'))
              .toSorted();
          const theirWords = all(me.text());
          while (me.undo() !== null)
            expect(all(me.text())).toEqual(expect.arrayContaining(theirWords));
          while (me.redo() !== null)
            expect(all(me.text())).toEqual(expect.arrayContaining(theirWords));
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('taking back', () => {
  it('is exact when nobody else wrote', () => {
    const after = { ...first, headline: 'Lain', blocks: first.blocks.toReversed() };
    expect(takeBack(after, { before: first, after })).toBe(first);
    // An equal text that is not the same object, as after a restart of core.
    expect(takeBack(structuredClone(after), { before: first, after })).toEqual(first);
  });

  it('leaves a sound article behind, whatever the three texts are, and is exact between two', () => {
    fc.assert(
      fc.property(anyArticle(), anyArticle(), anyArticle(), (one, two, three) => {
        const [before, after, now] = [one, two, three].map((each) => articleSchema.parse(each)) as [
          Article,
          Article,
          Article,
        ];
        const left = takeBack(now, { before, after });
        expect(articleSchema.safeParse(left).error).toBeUndefined();
        expect(takeBack(structuredClone(after), { before, after })).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves a field that somebody else has changed since', () => {
    const after = { ...first, headline: 'Judul kami' };
    const now = { ...after, headline: 'Judul mereka' };
    expect(takeBack(now, { before: first, after }).headline).toBe('Judul mereka');
  });
});

describe('the place of a change', () => {
  it('is the end of what changed', () => {
    expect(endOfChange('abc', 'abXc')).toBe(3);
    expect(endOfChange('abXc', 'abc')).toBe(2);
    expect(endOfChange('', 'abc')).toBe(3);
    expect(endOfChange('aa', 'aaa')).toBe(3);
  });

  it('is above a paragraph that went', () => {
    const without = { ...first, blocks: first.blocks.slice(0, 1) };
    expect(changedPlace(first, without)).toEqual({ where: 'block:p1', offset: 12, more: false });
    expect(changedPlace(first, first)).toBeNull();
  });
});
