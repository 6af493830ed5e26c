/** A subhead is a guess; these are the limits of it. */
import { describe, expect, test } from 'vitest';
import { parseStoryText } from './parse.ts';

const PROSE = 'Warga menanam pohon jambu di sepanjang jalan desa pada hari Minggu.';

/** The kind of the line that stands between two others in a body. */
function kindBetween(above: string, line: string, below: string) {
  const { article } = parseStoryText(
    `Warga Menanam Pohon Jambu\n\n${PROSE}\n\n${above}${line}${below}`,
  );
  const lone = line.replaceAll('*', '');
  return article.blocks.find((block) => 'runs' in block && block.runs[0]?.text === lone)?.kind;
}

describe('between paragraphs', () => {
  test.each([
    [
      'a short line alone is a subhead',
      `${PROSE}\n\n`,
      'Dua ratus bibit',
      `\n\n${PROSE}`,
      'heading',
    ],
    ['a bold line is a subhead', `${PROSE}\n`, '*Dua ratus bibit*', `\n${PROSE}`, 'heading'],
    [
      'after an unfinished paragraph it is text',
      'Mereka membawa\n\n',
      'Dua ratus bibit',
      `\n\n${PROSE}`,
      'paragraph',
    ],
    ['without blank lines it is text', `${PROSE}\n`, 'Dua ratus bibit', `\n${PROSE}`, 'paragraph'],
    [
      'with a colon it is text',
      `${PROSE}\n\n`,
      'Catatan: dua ratus bibit',
      `\n\n${PROSE}`,
      'paragraph',
    ],
    [
      'with an end mark it is text',
      `${PROSE}\n\n`,
      'Dua ratus bibit!',
      `\n\n${PROSE}`,
      'paragraph',
    ],
    [
      'before another short line it is text',
      `${PROSE}\n\n`,
      'Dua ratus bibit',
      '\n\nTiga jalan desa',
      'paragraph',
    ],
    ['at the end it is text', `${PROSE}\n\n`, 'Dua ratus bibit', '', 'paragraph'],
  ])('%s', (_, above, line, below, kind) => {
    expect(kindBetween(above, line, below)).toBe(kind);
  });
});
