import { useCallback, useEffect, useEffectEvent, useState, type ComponentType } from 'react';
import type { ReadStoryFile } from '#shared/contract/files.ts';
import type { AdmitStoryAnswer } from '#shared/contract/shell.ts';
import type { Article } from '#shared/domain/article.ts';
import { changeBetween } from '#shared/domain/change.ts';
import type { DeskId, StoryId } from '#shared/domain/ids.ts';
import { useCommand } from '../../commands/index.ts';
import { useWords } from '../../i18n/index.ts';
import { errorText, useCore, useShell } from '../../newsroom/index.ts';
import { FileNewsPlace } from './FileNewsPlace.tsx';
import { listenForDrops } from './drops.ts';
import { fileProblemText, notAdmittedText } from './problem-text.ts';
import { ReadFileDialog } from './ReadFileDialog.tsx';
import type { FileNews } from './say.ts';

/** The open story that a file may go into. */
export interface FileTarget {
  readonly article: () => Article;
  readonly replace: (article: Article) => void;
}

interface Read {
  readonly target: FileTarget | null;
  readonly name: string;
  readonly file: ReadStoryFile;
}

/** Opening a file as a story: by command, or dropped anywhere in the window. */
export function FileOpening({
  findTarget,
  fileInto,
  paper: Paper,
  onMade,
}: {
  /** Asked when a file was read; null when no story is open that this person may write. */
  readonly findTarget: () => FileTarget | null;
  /** An article with another filed into it: nothing that is there goes. */
  readonly fileInto: (article: Article, read: Article) => Article;
  /** An article to read. */
  readonly paper: ComponentType<{ readonly article: Article }>;
  readonly onMade: (story: StoryId) => void;
}) {
  const core = useCore();
  const { files } = useShell();
  const words = useWords();
  const { t } = words;
  const [news, setNews] = useState<FileNews | null>(null);
  const [read, setRead] = useState<Read | null>(null);
  const forgetNews = useCallback(() => setNews(null), []);

  const openAdmitted = async (admitted: AdmitStoryAnswer): Promise<void> => {
    if (!admitted.ok) {
      setNews({ tone: 'bad', text: notAdmittedText(words, admitted) });
      return;
    }
    const { fileName } = admitted;
    setNews({ tone: 'note', text: t('files.reading', { name: fileName }) });
    try {
      const answer = await core.call('files.read', { admitted: admitted.admitted, fileName });
      setNews(null);
      setRead({ name: fileName, file: answer, target: findTarget() });
    } catch (thrown) {
      setNews({ tone: 'bad', text: fileProblemText(words, fileName, thrown) });
    }
  };
  const pick = async (): Promise<void> => {
    const admitted = (await files?.pickStory()) ?? null;
    if (admitted !== null) await openAdmitted(admitted);
  };
  const takeDropped = useEffectEvent(async (file: File): Promise<void> => {
    if (files === undefined) return;
    setNews({ tone: 'note', text: t('files.reading', { name: file.name }) });
    await openAdmitted(await files.admitStory(file));
  });
  useEffect(
    () => (files === undefined ? undefined : listenForDrops((file) => void takeDropped(file))),
    [files],
  );
  useCommand('desk.open-file', () => void pick(), {
    refusal: files === undefined ? t('files.desktop-only') : undefined,
  });

  const makeNew = async (desk: DeskId, article: Article): Promise<void> => {
    try {
      const { story } = await core.call('story.create', { desk });
      const fresh = await core.call('story.open', { story, forEditing: true });
      if (fresh.editing === null) throw new Error('a new story can be written');
      await core.call('story.save', {
        story,
        editing: fresh.editing,
        revision: fresh.revision,
        change: changeBetween(fresh.article, fileInto(fresh.article, article)),
      });
      setRead(null);
      onMade(story);
    } catch (thrown) {
      setNews({ tone: 'bad', text: errorText(words, thrown) });
    }
  };

  return (
    <>
      {read !== null && (
        <ReadFileDialog
          name={read.name}
          file={read.file}
          paper={<Paper article={read.file.article} />}
          target={read.target}
          onClose={() => setRead(null)}
          onNew={(desk) => void makeNew(desk, read.file.article)}
          onInto={() => {
            const { target } = read;
            setRead(null);
            target?.replace(fileInto(target.article(), read.file.article));
          }}
        />
      )}
      <FileNewsPlace news={news} onRead={forgetNews} />
    </>
  );
}
