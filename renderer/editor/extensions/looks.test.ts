import fc from 'fast-check';
import { $getRoot, $isElementNode } from 'lexical';
import { describe, expect, it } from 'vitest';
import { blockText, isNewerBlock, type Block } from '#shared/domain/article.ts';
import { blockIdSchema, photoUseIdSchema } from '#shared/domain/ids.ts';
import { storyWords } from '#shared/domain/story-text/index.ts';
import { openTestManuscript } from '../test-editor.ts';
import { LOOKS } from './forms.ts';
import { changeLook } from './looks.ts';
import { $selectBlocks } from './select-block.ts';

const id = (name: string) => blockIdSchema.parse(name);
const runs = (text: string) => [{ text }];
const BLOCKS: readonly Block[] = [
  { id: id('p'), kind: 'paragraph', runs: runs('Paragraf satu') },
  { id: id('q'), kind: 'quote', runs: runs('Kami siap'), speaker: 'Nur Tjahjono', verb: 'ujar' },
  { id: id('u'), kind: 'pull-quote', runs: runs('Siap sekali'), speaker: 'Siti' },
  { id: id('l'), kind: 'list', ordered: false, items: [runs('butir satu'), runs('butir dua')] },
  {
    id: id('k'),
    kind: 'info-box',
    title: 'Fakta',
    paragraphs: [runs('isi satu'), runs('isi dua')],
  },
  { id: id('f'), kind: 'photo', photoUse: photoUseIdSchema.parse('foto') },
  { id: id('h'), kind: 'heading', level: 3, runs: runs('Bagian akhir') },
];

/** What a reader reads of the blocks, speakers and verbs included. */
function words(blocks: readonly Block[]): readonly string[] {
  const texts = blocks.map((block) =>
    !isNewerBlock(block) && block.kind === 'quote'
      ? `${blockText(block)} ${block.speaker} ${block.verb}`
      : blockText(block),
  );
  return storyWords(texts.join(' ').replaceAll(/[—,]/g, ' '));
}

describe('changing the form of blocks', () => {
  it('loses no word and no order, whatever becomes what', () => {
    const looks = fc.array(fc.constantFrom(...LOOKS), { minLength: 1, maxLength: 4 });
    const range = fc.tuple(fc.nat(BLOCKS.length - 1), fc.nat(BLOCKS.length - 1));
    fc.assert(
      fc.property(looks, range, (chain, [a, b]) => {
        const manuscript = openTestManuscript();
        manuscript.show(BLOCKS);
        for (const look of chain) {
          manuscript.update(() =>
            $selectBlocks(
              $getRoot()
                .getChildren()
                .slice(Math.min(a, b), Math.max(a, b) + 1),
            ),
          );
          changeLook(manuscript.editor, look);
          manuscript.update(() => undefined);
        }
        expect(words(manuscript.read())).toEqual(words(BLOCKS));
      }),
      { numRuns: 150 },
    );
  });

  it('keeps the id of one block, and the speaker between the two kinds of quote', () => {
    const manuscript = openTestManuscript();
    manuscript.show([BLOCKS[1] as Block, BLOCKS[0] as Block]);
    manuscript.update(() => {
      const quote = $getRoot().getFirstChildOrThrow();
      if ($isElementNode(quote)) quote.selectEnd();
    });
    changeLook(manuscript.editor, 'pull-quote');
    manuscript.update(() => undefined);
    expect(manuscript.read()[0]).toEqual({
      id: id('q'),
      kind: 'pull-quote',
      runs: runs('Kami siap'),
      speaker: 'Nur Tjahjono, ujar',
    });
  });

  it('leaves a photo what it is', () => {
    const manuscript = openTestManuscript();
    manuscript.show(BLOCKS);
    manuscript.update(() => $selectBlocks($getRoot().getChildren().slice(5, 6)));
    changeLook(manuscript.editor, 'h2');
    manuscript.update(() => undefined);
    expect(manuscript.read()).toEqual(BLOCKS);
  });
});
