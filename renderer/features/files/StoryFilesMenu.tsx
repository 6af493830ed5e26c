import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { useCommand } from '../../commands/index.ts';
import { useWords } from '../../i18n/index.ts';
import { IconButton, Menu } from '../../ui/index.ts';
import { FileNewsPlace } from './FileNewsPlace.tsx';
import { SaveTextDialog } from './SaveTextDialog.tsx';
import { useStoryFiles, type OpenStory } from './use-story-files.ts';

/** Everything that makes a file of the open story: one menu, and a command for each entry. */
export function StoryFilesMenu(open: OpenStory) {
  const { t } = useWords();
  const files = useStoryFiles(open);
  const { refusal, save, print, copy, news, forgetNews } = files;
  const [asText, setAsText] = useState(false);
  const toDocx = (): void => void save('docx');
  const toPdf = (): void => void save('page');
  const toMarkdown = (): void => void save('markdown');
  const toText = (): void => setAsText(true);
  const toClipboard = (): void => void copy();
  const toPrinter = (): void => void print();
  useCommand('story.export-docx', toDocx, { refusal });
  useCommand('story.export-pdf', toPdf, { refusal });
  useCommand('story.export-text', toText);
  useCommand('story.export-markdown', toMarkdown, { refusal });
  useCommand('story.print', toPrinter, { refusal });
  useCommand('story.copy-html', toClipboard);
  return (
    <>
      <Menu
        trigger={<IconButton name={t('files.menu')} icon={<FileDown />} />}
        choices={[
          { key: 'docx', name: t('files.export-docx'), refusal, run: toDocx },
          { key: 'pdf', name: t('files.export-pdf'), refusal, run: toPdf },
          { key: 'text', name: t('files.export-text'), run: toText },
          { key: 'markdown', name: t('files.export-markdown'), refusal, run: toMarkdown },
          { key: 'copy', name: t('files.copy-html'), startsGroup: true, run: toClipboard },
          { key: 'print', name: t('files.print'), startsGroup: true, refusal, run: toPrinter },
        ]}
      />
      {asText && (
        <SaveTextDialog
          article={open.article()}
          refusal={refusal}
          onClose={() => setAsText(false)}
          onSave={(form) => {
            setAsText(false);
            void save('text', form);
          }}
        />
      )}
      <FileNewsPlace news={news} onRead={forgetNews} />
    </>
  );
}
