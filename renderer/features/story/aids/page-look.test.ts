import { describe, expect, it } from 'vitest';
import { pageStyle, stepTextSize, TEXT_SIZES, textSizeOf } from './page-look.ts';

describe('the look of the page', () => {
  it('is the design’s own until somebody chooses', () => {
    expect(textSizeOf({})).toBe(1);
    expect(pageStyle({})).toEqual({ '--writing': 1, '--measure': '700px', '--below': '96px' });
  });

  it('goes step by step to both ends and no further', () => {
    let size = 0;
    for (let step = 0; step < 20; step += 1) size = stepTextSize({ textSize: size }, 1);
    expect(textSizeOf({ textSize: size })).toBe(TEXT_SIZES.at(-1));
    for (let step = 0; step < 20; step += 1) size = stepTextSize({ textSize: size }, -1);
    expect(textSizeOf({ textSize: size })).toBe(TEXT_SIZES[0]);
    expect(stepTextSize({ textSize: size }, 1)).toBe(size + 1);
  });

  it('takes a size that another Redaksi wrote as the nearest that there is', () => {
    expect(textSizeOf({ textSize: 10 })).toBe(TEXT_SIZES.at(-1));
    expect(textSizeOf({ textSize: -10 })).toBe(TEXT_SIZES[0]);
  });
});
