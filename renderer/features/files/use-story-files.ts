/** An open story as a file: written by core from what is on disk, saved or printed by the shell. */
import { useCallback, useState } from 'react';
import type { ExportKind } from '#shared/contract/files.ts';
import type { SaveAnswer } from '#shared/contract/shell.ts';
import type { Article } from '#shared/domain/article.ts';
import type { StoryId } from '#shared/domain/ids.ts';
import type { StoryTextForm } from '#shared/domain/story-text/index.ts';
import { cleanStoryHtml } from '#shared/export/clean-html.ts';
import { leftOutBlocks } from '#shared/export/parts.ts';
import { useWords, type MessageKey } from '../../i18n/index.ts';
import { errorText, useCore, useShell } from '../../newsroom/index.ts';
import { copyHtmlAndText } from './copy.ts';
import type { FileNews } from './say.ts';

/** What these need of an open story. */
export interface OpenStory {
  readonly story: StoryId;
  /** Commits what was typed; false when it could not. */
  readonly flush: () => Promise<boolean>;
  readonly article: () => Article;
}

export interface StoryFiles {
  readonly news: FileNews | null;
  readonly forgetNews: () => void;
  /** Why files can't be saved here; undefined when they can. */
  readonly refusal: string | undefined;
  readonly save: (as: ExportKind, form?: StoryTextForm) => Promise<void>;
  readonly print: () => Promise<void>;
  readonly copy: () => Promise<void>;
}

const NOT_SAVED = {
  'no-space': 'files.no-space',
  'not-writable': 'files.not-writable',
  failed: 'files.save-failed',
} as const satisfies Record<
  Exclude<Extract<SaveAnswer, { saved: false }>['why'], 'cancelled'>,
  MessageKey
>;

export function useStoryFiles(open: OpenStory): StoryFiles {
  const core = useCore();
  const { files } = useShell();
  const words = useWords();
  const { t, language } = words;
  const [news, setNews] = useState<FileNews | null>(null);
  const forgetNews = useCallback(() => setNews(null), []);

  const leftOutText = (kinds: readonly string[]): string =>
    kinds.length === 0
      ? ''
      : ` ${t('files.left-out', { count: kinds.length, kinds: [...new Set(kinds)].join(', ') })}`;
  const done = (text: string, kinds: readonly string[]): void =>
    setNews({ tone: kinds.length === 0 ? 'good' : 'warn', text: text + leftOutText(kinds) });

  /** Writes the file; null when something is in the way, which is then said. */
  const write = async (as: ExportKind, form?: StoryTextForm) => {
    setNews({ tone: 'note', text: t('files.working') });
    if (!(await open.flush())) {
      setNews({ tone: 'bad', text: t('files.unsaved') });
      return null;
    }
    try {
      const { story } = open;
      return await core.call('story.export', { story, as, language, ...(form && { form }) });
    } catch (thrown) {
      setNews({ tone: 'bad', text: errorText(words, thrown) });
      return null;
    }
  };

  return {
    news,
    forgetNews,
    refusal: files === undefined ? t('files.desktop-only') : undefined,
    save: async (as, form) => {
      const written = files === undefined ? null : await write(as, form);
      if (files === undefined || written === null) return;
      const answer = await files.save(written.ticket, written.fileName);
      if (answer.saved) done(t('files.saved', { name: answer.fileName }), written.leftOut);
      else if (answer.why === 'cancelled') setNews(null);
      else setNews({ tone: 'bad', text: t(NOT_SAVED[answer.why]) });
    },
    print: async () => {
      const written = files === undefined ? null : await write('page');
      if (files === undefined || written === null) return;
      const answer = await files.print(written.ticket);
      if (answer === 'printed') done(t('files.printed'), written.leftOut);
      else if (answer === 'cancelled') setNews(null);
      else setNews({ tone: 'bad', text: t('files.print-failed') });
    },
    copy: async () => {
      const article = open.article();
      const { html, text } = cleanStoryHtml(article, 'tribun');
      if (await copyHtmlAndText(html, text)) done(t('files.copied'), leftOutBlocks(article));
      else setNews({ tone: 'bad', text: t('files.copy-failed') });
    },
  };
}
