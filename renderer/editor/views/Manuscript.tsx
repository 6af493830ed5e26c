import { LexicalExtensionComposer } from '@lexical/react/LexicalExtensionComposer';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { useLayoutEffect, useRef, useState, type ReactNode, type Ref, type RefObject } from 'react';
import type { Block } from '#shared/domain/article.ts';
import type { PhotoUseId } from '#shared/domain/ids.ts';
import { useWords } from '../../i18n/index.ts';
import { manuscriptExtension } from '../extensions/manuscript.ts';
import type { PasteHandlers } from '../paste/handlers.ts';
import { SpellingMarks } from '../spelling/SpellingMarks.tsx';
import { ManuscriptAids } from '../aids/ManuscriptAids.tsx';
import { BodySync, type BodyEditHints, type ManuscriptHandle } from './BodySync.tsx';
import { BlockCommands } from './BlockCommands.tsx';
import { BlockHandle } from './BlockHandle.tsx';
import { BlockVoice } from './BlockVoice.tsx';
import { DetailsPanel } from './DetailsPanel.tsx';
import { RelatedTool } from './RelatedTool.tsx';
import { SlashMenu } from './SlashMenu.tsx';
import { Toolbar } from './Toolbar.tsx';
import theme from './Manuscript.module.css';

export interface ManuscriptProps {
  /** The blocks as they are now, asked when they must be shown: while a person types, the editor has them first. */
  readonly readBlocks: () => readonly Block[];
  /** Rises when the blocks come from outside the editor and must be shown anew. */
  readonly outside: number;
  readonly editable: boolean;
  readonly onBlocks: (blocks: readonly Block[], hints: BodyEditHints) => void;
  /** Asked for in the text; the history is the story's, not the editor's. */
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly knowsPhoto: (use: PhotoUseId) => boolean;
  readonly onPhotoLeftOut: () => void;
  readonly paste: PasteHandlers;
  readonly onPasteStory: () => void;
  /** Printed before the first paragraph and after the last: shown in place, kept as furniture. */
  readonly dateline: string;
  readonly signoff: string;
  readonly above?: ReactNode;
  readonly below?: ReactNode;
  readonly handle: Ref<ManuscriptHandle>;
  readonly label: string;
}

const LOOK = {
  paragraph: theme['paragraph'] ?? '',
  heading: { h2: theme['h2'] ?? '', h3: theme['h3'] ?? '' },
  quote: theme['quote'] ?? '',
  list: { ul: theme['ul'] ?? '', ol: theme['ol'] ?? '', listitem: theme['entry'] ?? '' },
  link: theme['link'] ?? '',
  pullQuote: theme['pullQuote'] ?? '',
  infoBox: theme['infoBox'] ?? '',
  infoTitle: theme['infoTitle'] ?? '',
  table: theme['table'] ?? '',
  tableCell: theme['cell'] ?? '',
  tableCellHeader: theme['columnName'] ?? '',
  tableSelected: theme['tableSelected'] ?? '',
  tableCellSelected: theme['cellSelected'] ?? '',
  tableScrollableWrapper: theme['tableFrame'] ?? '',
  text: { bold: theme['bold'] ?? '', italic: theme['italic'] ?? '' },
};

/** The body of a story, for writing and for reading. */
export function Manuscript(props: ManuscriptProps) {
  const { t } = useWords();
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  // One editor for the life of this component: another extension object would throw the text away.
  // oxlint-disable-next-line react/refs -- read only when the editor asks, after the first drawing
  const [extension] = useState(() => extensionOf(latest));
  // The asterisk too: Chromium takes `/*` for a comment in a custom property, also inside a string.
  const cssText = (text: string): string => `"${text.replaceAll(/["\\*]/g, '\\$&')}"`;
  return (
    <LexicalExtensionComposer extension={extension} contentEditable={null}>
      {props.editable && <Toolbar onPasteStory={props.onPasteStory} />}
      {props.above}
      <div
        className={theme['frame']}
        style={{
          ['--dateline' as string]: cssText(props.dateline === '' ? '' : `${props.dateline} `),
          ['--info-title' as string]: cssText(props.editable ? t('info-box.title-here') : ''),
          ['--signoff' as string]: cssText(props.signoff === '' ? '' : ` ${props.signoff}`),
        }}
      >
        <ContentEditable
          className={theme['body']}
          aria-label={props.label}
          aria-placeholder={t('story.body-placeholder')}
          placeholder={
            props.editable ? (
              <p className={theme['placeholder']}>{t('story.body-placeholder')}</p>
            ) : (
              <></>
            )
          }
          spellCheck={false}
        />
        <DetailsPanel />
        {props.editable && <BlockHandle />}
      </div>
      {props.below}
      {props.editable && <SlashMenu />}
      {props.editable && <BlockCommands />}
      {props.editable && <RelatedTool />}
      <BlockVoice />
      <ManuscriptAids />
      <BodySync {...props} />
      <SpellingMarks editable={props.editable} />
    </LexicalExtensionComposer>
  );
}

function extensionOf(latest: RefObject<ManuscriptProps>) {
  return manuscriptExtension({
    theme: LOOK,
    knowsPhoto: (use) => latest.current.knowsPhoto(use),
    onPhotoLeftOut: () => latest.current.onPhotoLeftOut(),
  });
}
