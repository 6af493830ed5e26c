/** One Hunspell dictionary, opened. Runs in the worker, and in Node for tests. */
import { createHunspellFromStrings } from 'hunspell-wasm';

export interface Dictionary {
  knows(word: string): boolean;
  /** Best first. */
  suggest(word: string): readonly string[];
}

export interface DictionaryFiles {
  /** Affix rules and stems, as their authors wrote them. */
  readonly aff: Uint8Array;
  readonly dic: Uint8Array;
}

const LATIN_1 = /^SET ISO8859-1$/m;

/** The engine takes text in UTF-8: a file that says otherwise is read by what it says, and says UTF-8 then. */
export async function openDictionary({ aff, dic }: DictionaryFiles): Promise<Dictionary> {
  const isLatin = LATIN_1.test(new TextDecoder('latin1').decode(aff));
  const decoder = new TextDecoder(isLatin ? 'latin1' : 'utf-8');
  const affixes = decoder.decode(aff).replace(LATIN_1, 'SET UTF-8');
  const hunspell = await createHunspellFromStrings(affixes, decoder.decode(dic));
  return {
    knows: (word) => hunspell.testSpelling(word),
    suggest: (word) => hunspell.getSpellingSuggestions(word),
  };
}
