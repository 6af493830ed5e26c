// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyPage } from '../../../tests/fixtures/clipboard/any-page.ts';
import { printedText } from '../../../tests/fixtures/clipboard/printed-words.ts';
import { testPage } from '../../../tests/fixtures/clipboard/test-page.ts';
import { visibleText, words } from '../../../tests/fixtures/clipboard/visible-words.ts';
import { blockSchema } from '#shared/domain/article.ts';
import { newBlockId } from '#shared/domain/ids.ts';
import { readClipboardHtml } from './read-html.ts';
import { oneLine, readClipboardText } from './read-text.ts';

const read = (html: string) => readClipboardHtml(testPage(html));

describe('any page', () => {
  it('keeps every word that was seen, in order, and becomes blocks that an article can hold', () => {
    fc.assert(
      fc.property(anyPage, (html) => {
        const { blocks } = read(html);
        expect(words(printedText(blocks))).toEqual(words(visibleText(html)));
        for (const block of blocks) {
          if (block.kind === 'picture') continue;
          expect(blockSchema.safeParse({ ...block, id: newBlockId() }).error).toBeUndefined();
        }
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});

describe('any text', () => {
  const text = fc
    .array(
      fc.constantFrom(
        'Klaten',
        ' ',
        '  ',
        '\t',
        '\n',
        '\r\n',
        '\r',
        '\n\n',
        '\f',
        '\v',
        '\u2028',
        '- ',
        '1. ',
        '2. ',
        '*',
        '_',
        '~',
        'https://contoh.id/a_b_c',
        '👩‍🌾',
        'سلام',
        '[24/6/2025 10.15] Ani: ',
        '\u00A0',
        '\uFEFF',
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(''));

  it('keeps every word in order, read for its structure or not', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (plain, structure) => {
        const { blocks } = readClipboardText(plain, { structure });
        expect(words(printedText(blocks))).toEqual(words(plain));
      }),
      { numRuns: 400 },
    );
  });

  it('as one line has every word, and no line end', () => {
    fc.assert(
      fc.property(text, (plain) => {
        const line = oneLine(plain);
        expect(words(line)).toEqual(words(plain));
        expect(line).not.toMatch(/[\r\n\v\f\u2028\u2029]/);
      }),
      { numRuns: 200 },
    );
  });
});
