import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useEffect, useRef, useState } from 'react';
import { useCommand } from '../../commands/index.ts';
import { useWords } from '../../i18n/index.ts';
import { SuggestionsMenu, useStorySpelling, type AskedPlace } from '../../spelling/index.ts';
import { rangeOf, type PlacedWord } from './block-words.ts';
import { registerSpelling, type SpellingMarks as Marks, type WrongOf } from './marks.ts';
import { $wordAtCaret, nextWrong, replaceWord, selectWord } from './next-word.ts';
import './spelling.css';

/** Marks under misspelt words of the body, their menu, and the way from one to the next. */
export function SpellingMarks({ editable }: { readonly editable: boolean }) {
  const { t } = useWords();
  const [editor] = useLexicalComposerContext();
  const spelling = useStorySpelling();
  const isOn = editable && spelling !== null;
  const [asked, setAsked] = useState<AskedPlace | null>(null);
  const [said, setSaid] = useState('');
  const marks = useRef<Marks | null>(null);
  const wrongOf = useRef<WrongOf>(async () => []);

  useEffect(() => {
    wrongOf.current = spelling?.wrongOf ?? (async () => []);
    marks.current?.lookAgain();
  }, [spelling]);

  useEffect(() => {
    if (!isOn) return undefined;
    const registered = registerSpelling(editor, () => wrongOf.current);
    marks.current = registered;
    const onMenu = (event: MouseEvent): void => {
      const word = wordOfMenu(registered, event);
      if (word === null) return;
      // The system's menu knows nothing of our words.
      event.preventDefault();
      setAsked(placeOf(word));
    };
    const placeOf = (word: PlacedWord): AskedPlace => askedPlace(editor, word);
    const stop = editor.registerRootListener((root, before) => {
      before?.removeEventListener('contextmenu', onMenu);
      root?.addEventListener('contextmenu', onMenu);
    });
    return () => {
      stop();
      editor.getRootElement()?.removeEventListener('contextmenu', onMenu);
      registered.end();
      marks.current = null;
    };
  }, [editor, isOn]);

  const refusal = isOn ? undefined : t('spelling.is-off');
  useCommand(
    'spelling.suggest',
    () => {
      const field = document.activeElement;
      if (field?.matches('input, textarea') === true) {
        // As the Menu key would: whoever marks the field has the answer.
        field.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
        return;
      }
      const word = editor.getEditorState().read($wordAtCaret, { editor });
      if (word === null) return;
      void wrongOf.current([word]).then(([wrong]) => {
        if (wrong === undefined) setSaid(t('spelling.is-right', { word: word.word }));
        else setAsked(askedPlace(editor, wrong));
      });
    },
    { refusal },
  );
  useCommand(
    'spelling.next',
    () => {
      void nextWrong(editor, wrongOf.current).then((word) => {
        if (word === null) setSaid(t('spelling.none'));
        else if (selectWord(editor, word)) {
          editor.focus();
          setSaid(t('spelling.at', { word: word.word }));
        }
      });
    },
    { refusal },
  );
  return (
    <>
      {asked !== null && spelling !== null && (
        <SuggestionsMenu asked={asked} spelling={spelling} onClose={() => setAsked(null)} />
      )}
      <span className="unseen" role="status">
        {said}
      </span>
    </>
  );
}

type Editor = ReturnType<typeof useLexicalComposerContext>[0];

function askedPlace(editor: Editor, word: PlacedWord): AskedPlace {
  return {
    word: word.word,
    place: () => rangeOf(editor, word)?.getBoundingClientRect() ?? new DOMRect(),
    replace: (by) => void replaceWord(editor, word, by),
    focusAfter: () => editor.getRootElement(),
  };
}

/** By the pointer, or by the Menu key where the caret is. */
function wordOfMenu(marks: Marks, event: MouseEvent): PlacedWord | null {
  const point = document.caretPositionFromPoint(event.clientX, event.clientY);
  if (point !== null && event.button === 2) return marks.at(point.offsetNode, point.offset);
  const { focusNode, focusOffset } = document.getSelection() ?? {};
  if (focusNode === null || focusNode === undefined) return null;
  return marks.at(focusNode, focusOffset ?? 0);
}
