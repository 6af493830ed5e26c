export { LANGUAGES, otherWords, type Language, type MessageKey, type Words } from './language.ts';
export { useWords, WordsProvider } from './WordsProvider.tsx';
