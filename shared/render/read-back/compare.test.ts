import fc from 'fast-check';
import { parse, serialize, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, it } from 'vitest';
import { anyArticle } from '../../../tests/fixtures/any-article.ts';
import { fullArticle, sampleArticle } from '../../../tests/fixtures/sample-article.ts';
import { samplePage } from '../../../tests/fixtures/sample-page.ts';
import { articleSchema } from '../../domain/article.ts';
import type { StoryPage } from '../page.ts';
import { renderStoryPage } from '../story-page.ts';
import { comparePage, isFaithful } from './compare.ts';

type Element = DefaultTreeAdapterTypes.Element;
type TextNode = DefaultTreeAdapterTypes.TextNode;
type Node = DefaultTreeAdapterTypes.Node;

const compare = (page: StoryPage, html: string) => comparePage(page.article, html, page);
const differing = (page: StoryPage, html: string) =>
  compare(page, html).filter(({ equal }) => !equal);

describe('a faithful page', () => {
  it.each([
    ['the sample', sampleArticle()],
    ['a story with everything', fullArticle()],
  ])('of %s is equal in every field', (_, article) => {
    const page = samplePage(article, { updatedAt: '2025-06-25T02:05:00.000Z' });
    const fields = compare(page, renderStoryPage(page));
    expect(fields.filter(({ equal }) => !equal)).toEqual([]);
    expect(isFaithful(fields)).toBe(true);
    expect(fields.map(({ field }) => field)).toEqual(
      expect.arrayContaining([
        'content',
        'url',
        'headline',
        'writers[0]',
        'photo[0].caption',
        'photo[0].credit',
        'dateline',
        'block[0]',
        'signoff',
        'source',
        'copyright',
        'page',
      ]),
    );
  });

  it('is equal for any article whatever its characters', () => {
    fc.assert(
      fc.property(anyArticle(), (article) => {
        const page = samplePage(articleSchema.parse(article));
        expect(differing(page, renderStoryPage(page))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a page that was tampered with', () => {
  const page = samplePage(fullArticle(), { updatedAt: '2025-06-25T02:05:00.000Z' });
  const html = renderStoryPage(page);

  const replaced = (from: string | RegExp, to: string) => {
    const changed = html.replace(from, to);
    expect(changed).not.toBe(html);
    return differing(page, changed).map(({ field }) => field);
  };

  it.each([
    ['a word of the headline', 'auto">Bentuk Pertukaran', 'auto">Bentuk Penukaran', 'headline'],
    ['the deck', /<p class="deck".*?<\/p>/, '', 'deck'],
    ['a writer', '>Budi Susanto<', '>Budi Santoso<', 'writers[1]'],
    ['an editor', '>M Zainal Arifin</span>', '>M. Zainal Arifin</span>', 'editors[0]'],
    ['the caption', /<span class="caption">Bupati.*?<\/span>/, '', 'photo[0].caption'],
    ['a credit', '>Tribun Jateng/Laili S<', '><', 'block[17].credit'],
    ['an alt text', 'alt="Dua pejabat', 'alt="Tiga pejabat', 'photo[0].alt'],
    ['the picture', /src="[^"]*-1200\.jpg"/, 'src="/lain.jpg"', 'photo[0].picture'],
    ['the dateline', '>TRIBUNJATENG.COM, KLATEN -<', '>TRIBUNJATENG.COM, SOLO -<', 'dateline'],
    ['one "tidak"', 'Hubungan ini dijalin', 'Hubungan ini tidak dijalin', 'block[2]'],
    ['italics', /<em>letter of intent<\/em>/, 'letter of intent', 'block[12].look'],
    ['a link', 'naskah?id=1&amp;halaman=2', 'naskah?id=2&amp;halaman=2', 'block[12].look'],
    [
      'a subhead’s level',
      /<h3 class="heading"(.*?)<\/h3>/,
      '<h2 class="heading"$1</h2>',
      'block[15].level',
    ],
    ['who said it', '>Hamenang</span>', '>Luthfi</span>', 'block[13].speaker'],
    ['a line of a list', /<li class="list-line"[^>]*>Pelatihan petani<\/li>/, '', 'block[14]'],
    ['a "Baca juga"', /<p class="related".*?<\/p>/, '', 'block[6].kind'],
    ['the sign-off', '(Laili S/***)', '(Laili S)', 'signoff'],
    ['the source', '>Tribun Jateng</span>', '>Tribun Solo</span>', 'source'],
    ['a tag', '>sister city</span>', '>kota kembar</span>', 'tags[1]'],
    ['a related link', 'https://example.com/petani', 'https://example.com/lain', 'related[0].link'],
    ['the copyright', '<br>All Right Reserved', '<br>Some Rights Reserved', 'copyright'],
    ['the content hash', page.contentHash, '0'.repeat(64), 'content'],
    ['the canonical address', /(rel="canonical" href="[^"]*)"/, '$1x"', 'url'],
    ['the search engine’s headline', '"headline":"Bentuk', '"headline":"Bentuk Baru', 'page'],
    ['the shared title', /(property="og:title" content=")/, '$1Geger! ', 'page'],
    ['a hidden paragraph', '<p class="paragraph"', '<p hidden class="paragraph"', 'block[0]'],
    ['an added advert', '<footer', '<p>Iklan</p><footer', 'page'],
    ['an added script', '</body>', '<script src="/x.js"></script></body>', 'page'],
    ['the stylesheet', '/assets/site-', '/assets/other-', 'page'],
  ])('is caught: %s', (_, from, to, field) => {
    expect(replaced(from, to)).toContain(field);
  });

  it('is caught when two paragraphs change places', () => {
    const paragraphs = html.match(/<p class="paragraph".*?<\/p>/gs) ?? [];
    const [a = '', b = ''] = paragraphs.slice(2, 4);
    const swapped = html.replace(a, '\0').replace(b, a).replace('\0', b);
    expect(differing(page, swapped).map(({ field }) => field)).toEqual(
      expect.arrayContaining(['block[2]', 'block[3]']),
    );
  });

  it('is caught when it is another page, an empty one, or no page at all', () => {
    for (const other of ['', 'Not Found', '<!doctype html><title>x</title>', '{"error":true}']) {
      expect(isFaithful(compare(page, other))).toBe(false);
    }
  });

  it('is caught by any single change, anywhere: 600 random ones', () => {
    const random = randomNumbers(20250624);
    const clean = serialize(parse(html));
    const survivors: string[] = [];
    const kinds = new Map<string, number>();
    while ([...kinds.values()].reduce((sum, n) => sum + n, 0) < 600) {
      const tree = parse(html);
      const kind = mutate(tree, random);
      const mutant = serialize(tree);
      if (kind === null || mutant === clean) continue;
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      if (isFaithful(compare(page, mutant)))
        survivors.push(`${kind}: ${firstDifference(clean, mutant)}`);
    }
    expect(survivors).toEqual([]);
    expect([...kinds.keys()].sort()).toEqual([
      'attribute',
      'hide',
      'order',
      'remove',
      'repeat',
      'word',
    ]);
    expect(Math.min(...kinds.values())).toBeGreaterThan(20);
  });
});

/** One random change to what a reader sees, or to what a machine reads; null when there was nothing to change there. */
function mutate(tree: Node, random: (below: number) => number): string | null {
  const pick = <T>(list: readonly T[]) => list[random(list.length)];
  const nodes = [...walk(tree)];
  const all = nodes.filter((node): node is Element => 'tagName' in node);
  const texts = nodes.filter(
    (node): node is TextNode => node.nodeName === '#text' && (node as TextNode).value.trim() !== '',
  );
  const target = pick(all.filter(({ tagName }) => !['html', 'head', 'body'].includes(tagName)));
  switch (random(8)) {
    case 0:
    case 1:
    case 2: {
      const text = pick(texts);
      if (text === undefined) return null;
      const pieces = text.value.split(/(?<=\s)/);
      const at = random(pieces.length);
      const word = pieces[at] ?? '';
      pieces[at] =
        pick(['', `${word}tidak `, word.toUpperCase(), word.slice(1), `${word}${word}`]) ?? '';
      text.value = pieces.join('');
      return 'word';
    }
    case 3: {
      const attributes = all.flatMap(({ attrs }) => attrs);
      const attribute = pick(attributes);
      if (attribute === undefined) return null;
      attribute.value = pick([`${attribute.value}x`, attribute.value.slice(1), '']) ?? '';
      return 'attribute';
    }
    case 4: {
      const siblings = target?.parentNode?.childNodes;
      if (!target || !siblings) return null;
      siblings.splice(siblings.indexOf(target), 1);
      return 'remove';
    }
    case 5: {
      const siblings = target?.parentNode?.childNodes;
      const others = siblings?.filter((node) => 'tagName' in node && node !== target) ?? [];
      const other = pick(others);
      if (!target || !siblings || !other) return null;
      const [a, b] = [siblings.indexOf(target), siblings.indexOf(other)];
      siblings[a] = other;
      siblings[b] = target;
      return 'order';
    }
    case 6: {
      const siblings = target?.parentNode?.childNodes;
      if (!target || !siblings) return null;
      siblings.splice(siblings.indexOf(target), 0, target);
      return 'repeat';
    }
    default: {
      const hiding = [
        { name: 'hidden', value: '' },
        { name: 'style', value: 'display:none' },
        { name: 'class', value: 'skip' },
      ];
      const attribute = pick(hiding);
      if (!target || !attribute) return null;
      // The same attributes in another order are the same page.
      if (
        target.attrs.some(({ name, value }) => name === attribute.name && value === attribute.value)
      )
        return null;
      target.attrs = [...target.attrs.filter(({ name }) => name !== attribute.name), attribute];
      return 'hide';
    }
  }
}

function* walk(node: Node): Generator<Node> {
  yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* walk(child);
}

function firstDifference(a: string, b: string): string {
  let at = 0;
  while (a[at] === b[at]) at += 1;
  return `${JSON.stringify(a.slice(at - 40, at + 60))} -> ${JSON.stringify(b.slice(at - 40, at + 60))}`;
}

/** Whole numbers below a bound, the same ones for the same seed. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, below);
  };
}
