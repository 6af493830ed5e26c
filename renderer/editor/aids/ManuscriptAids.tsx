import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { createContext, use, useEffect, useRef } from 'react';
import type { TypingRules } from '#shared/domain/typography/typing.ts';
import { registerTypewriter } from './typewriter.ts';
import { registerTypingAids } from './typing-aids.ts';

export interface AidsOfManuscript {
  /** What typing corrects; null: nothing. */
  readonly rules: TypingRules | null;
  /** The line that is written stays at one height. */
  readonly typewriter: boolean;
}

/** What the screen around the editor wishes for. */
export const ManuscriptAidsContext = createContext<AidsOfManuscript>({
  rules: null,
  typewriter: false,
});

/** The writing aids inside the editor. */
export function ManuscriptAids() {
  const [editor] = useLexicalComposerContext();
  const { rules, typewriter } = use(ManuscriptAidsContext);
  const latest = useRef(rules);
  useEffect(() => {
    latest.current = rules;
  });
  useEffect(() => registerTypingAids(editor, () => latest.current), [editor]);
  useEffect(() => (typewriter ? registerTypewriter(editor) : undefined), [editor, typewriter]);
  return null;
}
