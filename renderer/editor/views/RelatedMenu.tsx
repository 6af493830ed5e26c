import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { LexicalTypeaheadMenuPlugin, MenuOption } from '@lexical/react/LexicalTypeaheadMenuPlugin';
import { HISTORY_PUSH_TAG, type TextNode } from 'lexical';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import type { RelatedStory } from '#shared/contract/core.ts';
import { useWords } from '../../i18n/index.ts';
import { useRelatedStories } from '../../newsroom/index.ts';
import { $insertRelated } from '../extensions/insert-related.ts';
import { RELATED_LABELS } from '../nodes/related.ts';
import type { StoryLinks } from './parts.ts';
import { StoryChoiceRow } from './StoryChoices.tsx';
import styles from './RelatedMenu.module.css';

class RelatedOption extends MenuOption {
  readonly story: RelatedStory;
  constructor(story: RelatedStory) {
    super(story.story);
    this.story = story;
  }
}

/** After a space or at the start of a line, so that a mail address opens nothing; as far as a headline's words go. */
const TRIGGER = /(?:^|[\s("“])(@([\p{L}\p{N}\p{M} .,'’:-]{0,60}))$/u;
/** As many as stand beside the text without scrolling. */
const MOST = 6;

/** `@` in the text: stories to link, the closest to this text at once, others as they are typed. */
export function RelatedMenu({ links }: { readonly links: StoryLinks }) {
  const { t } = useWords();
  const [editor] = useLexicalComposerContext();
  const [typed, setTyped] = useState<string | null>(null);
  // In the page's main part, so that a screen reader finds the menu where the text is.
  const [parent, setParent] = useState<HTMLElement | null>(null);
  useEffect(
    () => editor.registerRootListener((root) => setParent(root?.closest('main') ?? null)),
    [editor],
  );
  const found = useRelatedStories(links.story, typed);
  const options = useMemo(
    () =>
      typed === null ? [] : (found ?? []).slice(0, MOST).map((story) => new RelatedOption(story)),
    [found, typed],
  );
  const onSelect = useCallback(
    (option: RelatedOption, node: TextNode | null, close: () => void) => {
      const { story, title, refusal } = option.story;
      if (refusal !== null) return;
      editor.update(
        () => {
          node?.remove();
          $insertRelated({ label: RELATED_LABELS[links.language()], link: { title, story } });
          close();
        },
        { tag: HISTORY_PUSH_TAG },
      );
    },
    [editor, links],
  );
  return (
    <LexicalTypeaheadMenuPlugin<RelatedOption>
      {...(parent !== null && { parent })}
      options={options}
      onQueryChange={setTyped}
      onSelectOption={onSelect}
      triggerFn={(text) => {
        const match = TRIGGER.exec(text);
        const [, replaceableString = '', matchingString = ''] = match ?? [];
        return match === null
          ? null
          : {
              leadOffset: text.length - replaceableString.length,
              matchingString,
              replaceableString,
            };
      }}
      menuRenderFn={(anchor, { selectedIndex, selectOptionAndCleanUp, setHighlightedIndex }) =>
        anchor.current === null || options.length === 0
          ? null
          : createPortal(
              <div className={styles.menu} ref={standClear}>
                <p role="presentation" className={styles.heading}>
                  {typed?.trim() === '' ? t('links.suggested') : t('links.menu')}
                </p>
                <ul role="presentation">
                  {options.map((option, index) => (
                    <StoryChoiceRow
                      key={option.key}
                      id={`typeahead-item-${index}`}
                      story={option.story}
                      at={index === selectedIndex}
                      linked={links.isLinked(option.story.story)}
                      reference={(element) => option.setRefElement(element)}
                      onAt={() => setHighlightedIndex(index)}
                      onChoose={() => selectOptionAndCleanUp(option)}
                    />
                  ))}
                </ul>
              </div>,
              anchor.current,
            )
      }
    />
  );
}

/** At the foot of the window the menu stands above its line: there it would be cut off. */
function standClear(menu: HTMLElement | null): void {
  // Lexical puts the menu in its place after it was drawn.
  setTimeout(() => {
    if (menu === null || !menu.isConnected || styles.above === undefined) return;
    menu.classList.remove(styles.above);
    const foot = menu.closest('main')?.getBoundingClientRect().bottom ?? window.innerHeight;
    menu.classList.toggle(styles.above, menu.getBoundingClientRect().bottom > foot);
  });
}
