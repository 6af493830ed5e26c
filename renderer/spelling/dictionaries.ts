/** Where the dictionaries lie: files of the program itself, named here so that the build puts them beside it. */
import type { WordLanguage } from '#shared/domain/word-list.ts';

export const DICTIONARY_FILES: Readonly<
  Record<WordLanguage, { readonly aff: URL; readonly dic: URL }>
> = {
  id: {
    aff: new URL('./dictionaries/id_ID.aff', import.meta.url),
    dic: new URL('./dictionaries/id_ID.dic', import.meta.url),
  },
  en: {
    aff: new URL('../../node_modules/dictionary-en/index.aff', import.meta.url),
    dic: new URL('../../node_modules/dictionary-en/index.dic', import.meta.url),
  },
};
