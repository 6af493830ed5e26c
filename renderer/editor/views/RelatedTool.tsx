import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getSelection, $setSelection, HISTORY_PUSH_TAG, type BaseSelection } from 'lexical';
import { useState } from 'react';
import type { RelatedLink } from '#shared/domain/article.ts';
import { useCommand } from '../../commands/index.ts';
import { useWords } from '../../i18n/index.ts';
import { $insertRelated } from '../extensions/insert-related.ts';
import { RELATED_LABELS } from '../nodes/related.ts';
import { useManuscriptParts, type StoryLinks } from './parts.ts';
import { RelatedMenu } from './RelatedMenu.tsx';
import { StoryPicker } from './StoryPicker.tsx';

/** Everything that puts "Baca juga" into a text: `@`, and the command that asks which story first. */
export function RelatedTool() {
  const { links } = useManuscriptParts();
  return links === null ? null : <Tool links={links} />;
}

function Tool({ links }: { readonly links: StoryLinks }) {
  const [editor] = useLexicalComposerContext();
  const { t } = useWords();
  /** Where the caret was: the dialog has the focus meanwhile. */
  const [asked, setAsked] = useState<{ readonly at: BaseSelection | null } | null>(null);
  useCommand('insert.related', () =>
    setAsked({ at: editor.read(() => $getSelection()?.clone() ?? null) }),
  );
  const finish = (link: RelatedLink | null): void => {
    const at = asked?.at ?? null;
    setAsked(null);
    // After the dialog has given the focus back, and with it a caret of its own making.
    setTimeout(() => {
      editor.update(
        () => {
          $setSelection(at?.clone() ?? null);
          if (link !== null) $insertRelated({ label: RELATED_LABELS[links.language()], link });
        },
        { tag: HISTORY_PUSH_TAG, discrete: true },
      );
      editor.focus();
    }, 0);
  };
  return (
    <>
      <RelatedMenu links={links} />
      {asked !== null && (
        <StoryPicker
          title={t('related.block')}
          story={links.story}
          isLinked={links.isLinked}
          onPick={finish}
          onClose={() => finish(null)}
        />
      )}
    </>
  );
}
