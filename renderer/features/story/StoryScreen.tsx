import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Article } from '#shared/domain/article.ts';
import type { StoryId } from '#shared/domain/ids.ts';
import type { ManuscriptHandle } from '../../editor/index.ts';
import { useCommand } from '../../commands/index.ts';
import { useWords } from '../../i18n/index.ts';
import { errorText } from '../../newsroom/index.ts';
import { Button, Notice } from '../../ui/index.ts';
import { LivePage } from '../published/index.ts';
import { PrintedPage } from '../review/index.ts';
import type { StoryCommand } from './actions.ts';
import { Banners } from './Banners.tsx';
import { CommandDialogs, needsDialog } from './CommandDialogs.tsx';
import { useGiveCommand, type Given } from './commands.ts';
import type { Draft, DraftState } from './draft.ts';
import { useLacksForHandIn, useSaveTrouble, useStoryFacts } from './draft-parts.ts';
import { DraftProvider, useDraft, useDraftPart } from './DraftProvider.tsx';
import { usePageStyle } from './aids/use-page-style.ts';
import { WordBar } from './aids/WordBar.tsx';
import { WritingAids } from './aids/WritingAids.tsx';
import { Find } from './find/Find.tsx';
import { goTo, isInPanel } from './go-to.ts';
import { Inspector, type PanelName } from './Inspector.tsx';
import { fileInto } from './paste-story.ts';
import { pasteAsLine } from './paste/one-line.ts';
import { tooLongText, usePlainPaste } from './paste/use-plain-paste.ts';
import { PasteStoryDialog } from './PasteStoryDialog.tsx';
import { StoryBar, type StoryFace } from './StoryBar.tsx';
import { useStoryUndo } from './undo/use-story-undo.ts';
import { SpeltStory } from './SpeltStory.tsx';
import { useOpenDraft, useOpenStories } from './use-draft.ts';
import { usePlace } from './use-place.ts';
import { useEscape } from './use-escape.ts';
import { useLookCommands, useStoryCommands } from './use-story-commands.ts';
import { WriteFace } from './WriteFace.tsx';
import styles from './StoryScreen.module.css';

export interface StoryScreenProps {
  readonly story: StoryId;
  /** To the list of stories; the story stays open in its tab. */
  readonly onBack: () => void;
  /** Closes the tab of a story that could not be opened. */
  readonly onClose: () => void;
  /** There is little room: the panel waits until it is asked for. */
  readonly narrow: boolean;
}

/** One story, open. */
export function StoryScreen({ story, onBack, onClose, narrow }: StoryScreenProps) {
  const words = useWords();
  const { draft, failure } = useOpenDraft(story);
  if (failure !== null) {
    return (
      <div className={styles.failed}>
        <Notice
          tone="bad"
          actions={<Button onClick={onClose}>{words.t('command.tab-close')}</Button>}
        >
          {errorText(words, failure)}
        </Notice>
      </div>
    );
  }
  if (draft === null) return <div className={styles.screen} aria-busy="true" />;
  return (
    <DraftProvider key={draft.story} draft={draft}>
      <OpenStory draft={draft} onBack={onBack} narrow={narrow} />
    </DraftProvider>
  );
}

function OpenStory({
  draft,
  onBack,
  narrow,
}: {
  readonly draft: Draft;
  readonly onBack: () => void;
  readonly narrow: boolean;
}) {
  const words = useWords();
  const { t } = words;
  const view = useStoryFacts();
  const lacksForHandIn = useLacksForHandIn();
  const trouble = useSaveTrouble();
  const give = useGiveCommand(draft);
  const body = useRef<ManuscriptHandle>(null);
  const screen = useRef<HTMLDivElement>(null);
  const [face, setFace] = useState<StoryFace>('write');
  const [panel, setPanel] = useState<PanelName>('status');
  const [panelShown, setPanelShown] = useState(() => !narrow && window.innerWidth > NARROW_PX);
  const stories = useOpenStories();
  usePlace(draft.story, screen, body);
  const [asking, setAsking] = useState<StoryCommand | null>(null);
  const [pasting, setPasting] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const run = useCallback(
    async (command: StoryCommand): Promise<void> => {
      setProblem(null);
      // The dialog must show the text that is on disk: that is what its hash names.
      await draft.flush();
      if (needsDialog(command)) {
        setAsking(command);
        return;
      }
      try {
        await give(command);
      } catch (thrown) {
        setProblem(errorText(words, thrown));
      }
    },
    [draft, give, words],
  );

  const leave = useCallback(async (): Promise<void> => {
    // Nothing typed is left behind: a text that is not on disk keeps its screen.
    if (await stories.leave(draft.story)) onBack();
  }, [draft, onBack, stories]);

  useStoryCommands(
    { permissions: view.permissions, lacksForHandIn },
    (command) => void run(command),
  );
  useCommand('story.save', () => void draft.flush());
  // A story that was pasted as text a moment ago, else what is on the clipboard.
  useCommand('story.paste', () => {
    const pasted = body.current?.lastPasted() ?? null;
    if (pasted === null) void clipboardText().then(setPasting);
    else setPasting(pasted);
  });
  usePlainPaste(body, setProblem);
  useEscape(() => void leave());
  const pageStyle = usePageStyle();
  const openPanel = (next: PanelName): void => {
    setPanel(next);
    setPanelShown(true);
  };
  const goThere = (where: string, offset?: number): void => {
    setFace('write');
    // Where the panel lies over the text, it gives way to what is gone to.
    if (!isInPanel(where) && (screen.current?.clientWidth ?? Infinity) <= NARROW_PX) {
      setPanelShown(false);
    }
    goTo(where, {
      body: body.current,
      openPanel,
      screen: screen.current,
      ...(offset !== undefined && { offset }),
    });
  };
  useCommand('view.outline', () => openPanel('outline'));
  const undoing = useStoryUndo(draft, goThere);
  const goFromOutside = useEffectEvent(goThere);
  useEffect(() => stories.onGoTo(draft.story, (where) => goFromOutside(where)), [draft, stories]);

  const show = async (next: StoryFace): Promise<void> => {
    await draft.flush();
    setFace(next);
  };
  const togglePanel = (): void => setPanelShown((shown) => !shown);
  useLookCommands({
    face,
    onFace: (next) => void show(next),
    panelShown,
    onPanel: togglePanel,
  });
  const file = (pasted: Article): void => {
    if (pasting !== '' && pasting === body.current?.lastPasted()) {
      // It stands in the body as text: it goes to its fields, and not twice.
      body.current.takeBackPaste('nothing');
    }
    setPasting(null);
    draft.replace(fileInto(draft.snapshot().article, pasted));
  };
  const url = view.publications.find((publication) => publication.url !== null)?.url;
  return (
    <div
      ref={screen}
      className={styles.screen}
      data-saving={trouble?.phase}
      onPasteCapture={({ nativeEvent }) => {
        const tooLong = pasteAsLine(nativeEvent);
        if (tooLong !== null) setProblem(tooLongText(words, tooLong));
      }}
    >
      <StoryBar
        face={face}
        onFace={(next) => void show(next)}
        onBack={() => void leave()}
        onCommand={(command) => void run(command)}
        onPanel={togglePanel}
      />
      <Banners problem={problem} onProblemRead={() => setProblem(null)} />
      <WritingAids draft={draft} body={body} screen={screen}>
        <div className={styles.zones} data-panel={panelShown}>
          <main className={styles.middle}>
            <Find draft={draft} body={body} screen={screen} onShow={() => setFace('write')} />
            {/* The editor stays while a page is looked at: its history belongs to the open story. */}
            <div className={styles.write} hidden={face !== 'write'} style={pageStyle} data-scroller>
              <SpeltStory>
                <WriteFace
                  body={body}
                  onUndo={undoing.undo}
                  onRedo={undoing.redo}
                  onPasteStory={setPasting}
                />
              </SpeltStory>
            </div>
            {face === 'write' && <WordBar draft={draft} />}
            {face === 'printed' && <PrintedNow />}
            {face === 'live' && typeof url === 'string' && <LivePage url={url} />}
          </main>
          {panelShown && <Inspector panel={panel} onPanel={setPanel} onGoTo={goThere} />}
        </div>
      </WritingAids>
      <CommandDialogs
        command={asking}
        onClose={() => setAsking(null)}
        onGive={(command, given: Given) => give(command, given)}
      />
      {pasting !== null && (
        <PasteStoryDialog
          text={pasting}
          article={draft.snapshot().article}
          onClose={() => setPasting(null)}
          onFile={file}
          onAsText={(text) => {
            setPasting(null);
            body.current?.insertText(text);
          }}
        />
      )}
      <span className="unseen" role="status" data-testid="undone">
        {undoing.said}
      </span>
      <span className="unseen" role="status">
        {trouble?.phase === 'failed' ? t('save.failed') : ''}
      </span>
    </div>
  );
}

/** As in StoryScreen.module.css: below it, text and panel don't stand side by side. */
const NARROW_PX = 760;

/** The page as it would be printed from what is on disk. */
function PrintedNow() {
  const { story } = useDraft();
  return <PrintedPage story={story} content={useDraftPart(contentOf)} />;
}

function contentOf({ view }: DraftState): DraftState['view']['content'] {
  return view.content;
}

/** What is in the clipboard; empty when the system does not let us look: then the person pastes into the dialog. */
async function clipboardText(): Promise<string> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return '';
  }
}
