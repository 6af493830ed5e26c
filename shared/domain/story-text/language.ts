/** Which of our two languages a story is in, by its commonest small words. */
import { storyWords } from './words.ts';

const SMALL_WORDS = {
  id: new Set(
    'yang dan di dengan untuk pada dari ini itu tersebut akan tidak ke para oleh juga sebagai adalah'.split(
      ' ',
    ),
  ),
  en: new Set(
    'the and of to in for on with was were is are said that by from has have will at'.split(' '),
  ),
} as const;

/** English only where English words clearly outnumber; a tie is Indonesian, the newsroom's language. */
export function storyLanguage(text: string): 'id' | 'en' {
  let id = 0;
  let en = 0;
  for (const word of storyWords(text.slice(0, 20_000))) {
    const small = word.toLowerCase();
    if (SMALL_WORDS.id.has(small)) id += 1;
    else if (SMALL_WORDS.en.has(small)) en += 1;
  }
  return en > id ? 'en' : 'id';
}
