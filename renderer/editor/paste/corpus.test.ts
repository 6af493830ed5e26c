// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readCorpus, type Clipboard } from '../../../tests/fixtures/clipboard/corpus.ts';
import { printedText } from '../../../tests/fixtures/clipboard/printed-words.ts';
import { testPage } from '../../../tests/fixtures/clipboard/test-page.ts';
import { visibleText, words } from '../../../tests/fixtures/clipboard/visible-words.ts';
import { blockSchema } from '#shared/domain/article.ts';
import { newBlockId } from '#shared/domain/ids.ts';
import { readClipboardHtml } from './read-html.ts';
import { readClipboardRtf } from './read-rtf.ts';
import { readClipboardText } from './read-text.ts';

const corpus = readCorpus();

function read({ types }: Clipboard) {
  const html = types['text/html'];
  if (html !== undefined) {
    return readClipboardHtml(testPage(html));
  }
  const rtf = types['text/rtf'];
  if (rtf !== undefined) return readClipboardRtf(rtf);
  return readClipboardText(types['text/plain'] ?? '', { structure: true });
}

function seen({ types, shown }: Clipboard): string {
  const html = types['text/html'];
  return shown ?? (html === undefined ? (types['text/plain'] ?? '') : visibleText(html));
}

describe('a clipboard', () => {
  for (const clipboard of corpus) {
    describe(`from ${clipboard.from} (${clipboard.name}: ${clipboard.what})`, () => {
      it('keeps every word that was seen, in order', () => {
        expect(words(printedText(read(clipboard).blocks))).toEqual(words(seen(clipboard)));
      });

      it('becomes the blocks that it shows, and each fits the article', () => {
        const { blocks } = read(clipboard);
        if (clipboard.expect.kinds[0] !== 'any') {
          expect(blocks.map(({ kind }) => kind)).toEqual(clipboard.expect.kinds);
        }
        for (const block of blocks) {
          if (block.kind === 'picture') continue;
          expect(blockSchema.safeParse({ ...block, id: newBlockId() }).error).toBeUndefined();
        }
      });

      it('says what it leaves out and what it refuses', () => {
        const { leftOut, refused, struck } = read(clipboard);
        expect({ leftOut: leftOut.map(({ why }) => why), refused, struck }).toEqual({
          leftOut: clipboard.expect.leftOut,
          refused: clipboard.expect.refused,
          struck: clipboard.expect.struck,
        });
      });

      it('has the words of its own plain text', () => {
        const plain = clipboard.types['text/plain'];
        if (plain === undefined || clipboard.plainDiffers !== undefined) return;
        const printed = words(printedText(read(clipboard).blocks)).toSorted();
        expect(printed).toEqual(words(plain).toSorted());
      });
    });
  }
});
