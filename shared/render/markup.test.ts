import { describe, expect, it } from 'vitest';
import { el, jsonElement, printDocument, safeAddress, styleElement } from './markup.ts';

const UNSAFE = [
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  '//evil.example/',
  '/\\evil.example/',
  'https://evil.example/"onmouseover="alert(1)',
  '',
];

describe('printing markup', () => {
  it.each(UNSAFE)('drops an address that a reader may not follow: %j', (address) => {
    expect(safeAddress(address)).toBeNull();
    const html = printDocument(
      el('p', {}, el('a', { href: address }), el('img', { src: address })),
    );
    expect(html).not.toMatch(/href|src/);
  });

  it.each(['https://example.com/a?b=1&c=2', 'mailto:a@b.id', '/klaten/', '?before=x', '#isi'])(
    'keeps an address that is safe: %j',
    (address) => {
      expect(safeAddress(address)).toBe(address);
    },
  );

  it('escapes text and attributes, quotes included', () => {
    const html = printDocument(el('p', { title: `"'<&>\r` }, `"'<&>\r`));
    expect(html).toContain(`<p title="&quot;&#39;&lt;&amp;&gt;&#13;">"'&lt;&amp;&gt;&#13;</p>`);
  });

  it('lets no value close a script or a comment', () => {
    const value = { text: '</script><!--\u2028 & >' };
    const html = printDocument(jsonElement('application/ld+json', value));
    const inside = html.slice(html.indexOf('{'), html.lastIndexOf('}') + 1);
    expect(inside).not.toMatch(/[<>&\u2028]/);
    expect(JSON.parse(inside)).toEqual(value);
  });

  it('refuses a stylesheet that could close its element', () => {
    expect(() => styleElement('a{}</style>')).toThrow(TypeError);
  });
});
