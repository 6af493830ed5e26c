import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { LexicalTypeaheadMenuPlugin, MenuOption } from '@lexical/react/LexicalTypeaheadMenuPlugin';
import { HISTORY_PUSH_TAG, type TextNode } from 'lexical';
import { useCallback, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import type { RelatedStory } from '#shared/contract/core.ts';
import { useWords } from '../../i18n/index.ts';
import { useRelatedStories } from '../../newsroom/index.ts';
import { classes } from '../../ui/index.ts';
import { $insertRelated } from '../extensions/insert-related.ts';
import { RELATED_LABELS } from '../nodes/related.ts';
import type { StoryLinks } from './parts.ts';
import { StoryChoiceRow } from './StoryChoices.tsx';
import styles from './RelatedMenu.module.css';
import menu from './Typeahead.module.css';
import { standClear, useMenuParent } from './typeahead.ts';

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
  const place = useMenuParent(editor);
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
      {...place}
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
              <div className={classes(menu.menu, styles.menu)} ref={standClear}>
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
