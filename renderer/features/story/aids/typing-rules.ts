import { useEffect, useMemo, useRef, type RefObject } from 'react';
import {
  PLAIN_TYPOGRAPHY,
  type TypingRules,
  type Typography,
} from '#shared/domain/typography/typing.ts';
import { useNewsroom, useWorkspace } from '../../../newsroom/index.ts';
import { useDraft } from '../DraftProvider.tsx';
import { listenToFields } from './field-typing.ts';

/** How the story's site prints quotes and dashes. */
export function useTypography(): Typography {
  const newsroom = useNewsroom();
  const { desk: at } = useDraft().snapshot().view.summary;
  const desk = newsroom?.desks.find(({ id }) => id === at);
  return newsroom?.sites.find(({ id }) => id === desk?.site)?.typography ?? PLAIN_TYPOGRAPHY;
}

/** What typing does in this story, for this person; null when nothing is to be corrected. */
export function useTypingRules(): TypingRules | null {
  const { snippets, smartTyping } = useWorkspace().workspace;
  const typography = useTypography();
  return useMemo(() => {
    const style = smartTyping === false ? PLAIN_TYPOGRAPHY : typography;
    const list = snippets ?? [];
    const plain = style.quotes === 'straight' && style.dash === 'keep';
    return plain && list.length === 0 ? null : { typography: style, snippets: list };
  }, [smartTyping, snippets, typography]);
}

/** The same rules in the fields below an element. */
export function useFieldTyping(
  screen: RefObject<HTMLElement | null>,
  rules: TypingRules | null,
): void {
  const latest = useRef(rules);
  useEffect(() => {
    latest.current = rules;
  });
  useEffect(() => {
    const below = screen.current;
    return below === null ? undefined : listenToFields(below, () => latest.current);
  }, [screen]);
}
