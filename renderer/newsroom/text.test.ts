import { describe, expect, it } from 'vitest';
import { permissionSchema } from '#shared/contract/core.ts';
import { ERROR_CODES, RedaksiError } from '#shared/contract/errors.ts';
import { wordsOf } from '../i18n/language.ts';
import { errorText } from './error-text.ts';
import { PERMISSION_TEXT, refusalOf } from './permission-text.ts';

describe('the words of the window', () => {
  for (const language of ['id', 'en'] as const) {
    const words = wordsOf(language);

    it(`say why, for every refusal (${language})`, () => {
      const said = Object.keys(PERMISSION_TEXT).map((because) => {
        const permission = permissionSchema.parse({ allowed: false, because });
        return refusalOf(words, permission);
      });
      // What a dialog asks for is no refusal.
      expect(said.filter((text) => text === undefined)).toHaveLength(2);
      for (const text of said) if (text !== undefined) expect(text).toMatch(/^\S.+\.$/);
      expect(refusalOf(words, { allowed: true })).toBeUndefined();
    });

    it(`say something for every error code, and never the code itself (${language})`, () => {
      const said = ERROR_CODES.map((code) =>
        errorText(words, new RedaksiError(code, 'secret detail')),
      );
      expect(new Set(said).size).toBe(ERROR_CODES.length);
      for (const text of said) {
        expect(text).not.toMatch(/secret|[A-Z]+_[A-Z]+/);
      }
    });
  }
});
