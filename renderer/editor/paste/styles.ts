/** The few declarations that say something about a text: read from `style` and from the rules of the payload's own style sheet. */
export type Declarations = ReadonlyMap<string, string>;
const NONE: Declarations = new Map();

/** Reads the style of elements, each style text once. */
export function createStyleReader(page: Document): (element: Element) => Declarations {
  const rules = classRules(page);
  const known = new Map<string, Declarations>();
  const ofText = (text: string): Declarations => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const declarations = parseDeclarations(text);
    known.set(text, declarations);
    return declarations;
  };
  return (element) => {
    const own = element.getAttribute('style');
    const names = rules.size === 0 ? null : element.getAttribute('class');
    if (own === null && names === null) return NONE;
    const key = `${names ?? ''}\u0001${own ?? ''}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const all = new Map<string, string>();
    for (const name of (names ?? '').split(/\s+/)) {
      for (const [property, value] of rules.get(name) ?? NONE) all.set(property, value);
    }
    for (const [property, value] of ofText(own ?? '')) all.set(property, value);
    known.set(key, all);
    return all;
  };
}

function parseDeclarations(text: string): Declarations {
  const declarations = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(/([\w-]+)\s*:\s*([^;]*)/g)) {
    declarations.set(
      name.toLowerCase(),
      value
        .trim()
        .toLowerCase()
        .replace(/\s*!important$/, ''),
    );
  }
  return declarations;
}

/** `.xl65 { … }` and `p.MsoQuote, li.MsoQuote { … }`: office programs put looks there. Other selectors are the page's own layout. */
function classRules(page: Document): ReadonlyMap<string, Declarations> {
  const rules = new Map<string, Map<string, string>>();
  for (const sheet of page.querySelectorAll('style')) {
    const text = (sheet.textContent ?? '').replaceAll(/\/\*[\s\S]*?\*\/|<!--|-->/g, ' ');
    for (const [, selectors = '', body = ''] of text.matchAll(/([^{}@;]+)\{([^{}]*)\}/g)) {
      const names = selectors
        .split(',')
        .flatMap((selector) => /^\s*\w*\.([\w-]+)\s*$/.exec(selector)?.[1] ?? []);
      if (names.length === 0) continue;
      const declarations = parseDeclarations(body);
      for (const name of names) {
        const rule = rules.get(name) ?? new Map<string, string>();
        for (const [property, value] of declarations) rule.set(property, value);
        rules.set(name, rule);
      }
    }
  }
  return rules;
}
