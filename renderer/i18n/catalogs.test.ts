import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { describe, expect, it } from 'vitest';
import { CATALOGS, LANGUAGES, wordsOf, type MessageKey } from './language.ts';

const { id, en } = CATALOGS;
const keys = Object.keys(id) as MessageKey[];

/** Families of keys whose last part comes from a table: `state.draft`. The tables are typed; here only the family is seen. */
const FAMILIES = [...sources().matchAll(/`([\w.-]+)\.\$\{[^}]+\}(-more)?`/g)].map(
  (found) => found[1] ?? '',
);

function sources(): string {
  const root = path.resolve(import.meta.dirname, '..');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\.|^i18n\/(?:id|en)\//.test(file),
  );
  return files.map((file) => readFileSync(path.join(root, file), 'utf8')).join('\n');
}

/** The names in braces, with their kind: `count:plural`. */
function placeholders(message: unknown): string[] {
  if (!Array.isArray(message)) return [];
  return message.flatMap((token: unknown): string[] => {
    if (!Array.isArray(token)) return [];
    const [name, kind, forms] = token as [string, string?, Record<string, unknown>?];
    const inner = typeof forms === 'object' ? Object.values(forms).flatMap(placeholders) : [];
    return [`${name}:${kind ?? ''}`, ...inner];
  });
}

describe('the catalogs', () => {
  it('have the same keys', () => {
    expect(Object.keys(en).toSorted()).toEqual(keys.toSorted());
    expect(keys.length).toBeGreaterThan(200);
  });

  it('have the same placeholders in both languages', () => {
    for (const key of keys) {
      const names = (message: string) =>
        [...new Set(placeholders(compileMessage(message)))].toSorted();
      expect(names(en[key]), key).toEqual(names(id[key]));
    }
  });

  it('hold no key that nothing uses', () => {
    const source = sources();
    const unused = keys.filter(
      (key) =>
        !source.includes(`'${key}'`) && !FAMILIES.some((family) => key.startsWith(`${family}.`)),
    );
    expect(unused).toEqual([]);
  });

  it('leave nothing empty', () => {
    for (const key of keys) expect(`${id[key]}${en[key]}`, key).toMatch(/\S/);
  });

  it('print counts and names', () => {
    expect(wordsOf('id').t('sync.pending', { count: 3 })).toBe(
      'Tersimpan di laptop ini · 3 belum terkirim',
    );
    expect(wordsOf('en').t('words', { count: 1, shown: '1' })).toBe('1 word');
    for (const language of LANGUAGES) {
      expect(wordsOf(language).t('sync.paused', { count: 0 })).not.toContain('0');
    }
  });

  it('write dates as each language does', () => {
    expect(wordsOf('id').day('2025-06-24')).toBe('Selasa, 24 Juni 2025');
    expect(wordsOf('en').day('2025-06-24')).toMatch(/^Tuesday,? 24 June 2025$/);
  });
});
