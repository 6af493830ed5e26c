/**
 * The spelling worker: dictionaries are opened and asked here, so that no key waits for them. Its file has a name that
 * the shell knows: it alone may compile WebAssembly, and it reaches nothing but the program's own files.
 */
import { DICTIONARY_FILES } from './dictionaries.ts';
import { openDictionary, type Dictionary } from './engine/dictionary.ts';
import { createSpeller, type Speller } from './engine/speller.ts';
import type { SpellingAnswer, SpellingQuestion } from './protocol.ts';

/** The worker's own world; the project's types are the window's. */
const world = globalThis as unknown as {
  readonly addEventListener: (
    kind: 'message',
    listener: (event: MessageEvent<SpellingQuestion>) => void,
  ) => void;
  readonly postMessage: (answer: SpellingAnswer) => void;
};

const speller: Promise<Speller> = openSpeller();

world.addEventListener('message', ({ data: question }) => {
  void speller.then(
    (ready) => {
      const answer = answerTo(ready, question);
      if (answer !== null) world.postMessage(answer);
    },
    () => world.postMessage({ kind: 'failed' }),
  );
});

function answerTo(ready: Speller, question: SpellingQuestion): SpellingAnswer | null {
  switch (question.kind) {
    case 'check': {
      const { n, language, words } = question;
      return { kind: 'check', n, right: words.map((word) => ready.isRight(language, word)) };
    }
    case 'suggest': {
      const { n, language, word } = question;
      return { kind: 'suggest', n, words: ready.suggest(language, word) };
    }
    case 'list':
      ready.setListed(question.language, question.words);
      return null;
    default:
      return question satisfies never;
  }
}

async function openSpeller(): Promise<Speller> {
  const open = async ({ aff, dic }: (typeof DICTIONARY_FILES)['id']): Promise<Dictionary> =>
    openDictionary({ aff: await bytes(aff), dic: await bytes(dic) });
  return createSpeller({
    id: await open(DICTIONARY_FILES.id),
    en: await open(DICTIONARY_FILES.en),
  });
}

async function bytes(file: URL): Promise<Uint8Array> {
  // The program's own file, by the program's own protocol: no network.
  // oxlint-disable-next-line eslint/no-restricted-globals -- see above
  const answer = await fetch(file);
  if (!answer.ok) throw new Error(`${file.pathname} is not there`);
  return new Uint8Array(await answer.arrayBuffer());
}
