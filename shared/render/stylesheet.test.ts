import { describe, expect, it } from 'vitest';
import { SITE_STYLESHEET } from './stylesheet.ts';

/** The colours of one scheme: the variables of the first or the second `:root`. */
function colours(scheme: 'light' | 'dark'): ReadonlyMap<string, string> {
  const roots = [...SITE_STYLESHEET.matchAll(/:root \{([^}]*)\}/g)].map(([, body = '']) => body);
  const body = roots[scheme === 'light' ? 0 : 1] ?? '';
  return new Map(
    [...body.matchAll(/--([a-z]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [
      name,
      hex,
    ]),
  );
}

/** WCAG 2 relative luminance of `#rrggbb`. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe('the stylesheet', () => {
  it.each(['light', 'dark'] as const)('sets every text in a colour that meets AA, %s', (scheme) => {
    const known = colours(scheme);
    for (const ground of ['paper', 'wash']) {
      for (const text of ['ink', 'soft', 'accent', 'link']) {
        const ratio = contrast(known.get(text) ?? '#000000', known.get(ground) ?? '#000000');
        expect({ text, ground, enough: ratio >= 4.5 }).toEqual({ text, ground, enough: true });
      }
    }
  });

  it('loads nothing, and can stand inside a page', () => {
    expect(SITE_STYLESHEET).not.toMatch(/url\(|@import|@font-face|</);
  });
});
