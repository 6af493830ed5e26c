import { useWords } from '../../i18n/index.ts';
import { refusedText } from '../../newsroom/index.ts';
import { Button, Notice } from '../../ui/index.ts';
import { printStoryText } from '#shared/domain/story-text/index.ts';
import { COMMAND_NAMES, type StoryCommand } from './actions.ts';
import { useSaveTrouble, useStoryFacts } from './draft-parts.ts';
import { useDraft } from './DraftProvider.tsx';

/** What the writer must know about this story now. Each stays until it is no longer so. */
export function Banners({
  problem,
  onProblemRead,
}: {
  /** Of the last thing that was tried here. */
  readonly problem: string | null;
  readonly onProblemRead: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const draft = useDraft();
  const view = useStoryFacts();
  const trouble = useSaveTrouble();
  const commandName = (command: string): string =>
    command in COMMAND_NAMES ? t(COMMAND_NAMES[command as StoryCommand]) : command;
  return (
    <div>
      {trouble?.phase === 'stale' && (
        <Notice
          flat
          tone="bad"
          title={t('banner.stale')}
          actions={
            <>
              <Button
                size="small"
                onClick={() =>
                  void navigator.clipboard.writeText(printStoryText(draft.snapshot().article))
                }
              >
                {t('banner.stale-copy')}
              </Button>
              <Button size="small" onClick={() => void draft.reopen()}>
                {t('banner.stale-reopen')}
              </Button>
            </>
          }
        >
          {t('banner.stale-more')}
        </Notice>
      )}
      {trouble?.phase === 'failed' && (
        <Notice
          flat
          tone="bad"
          title={t('banner.save-failed')}
          actions={
            <Button size="small" onClick={() => void draft.flush()}>
              {t('try-now')}
            </Button>
          }
        >
          {refusedText(words, trouble.code)} {t('banner.save-failed-more')}
        </Notice>
      )}
      {problem !== null && (
        <Notice
          flat
          tone="bad"
          actions={
            <Button size="small" onClick={onProblemRead}>
              {t('understood')}
            </Button>
          }
        >
          {problem}
        </Notice>
      )}
      {view.refused !== null && (
        <Notice
          flat
          tone="bad"
          title={t('banner.refused', { command: commandName(view.refused.command) })}
        >
          {refusedText(words, view.refused.code)}
        </Notice>
      )}
      {view.waiting.length > 0 && (
        <Notice flat tone="note">
          {t('banner.waiting', { commands: view.waiting.map(commandName).join(', ') })}
        </Notice>
      )}
      {view.summary.state === 'returned' && view.summary.reason !== '' && (
        <Notice flat tone="warn" title={t('banner.returned')}>
          {view.summary.reason}
        </Notice>
      )}
      {view.seal !== null && view.summary.changedSinceSeal && (
        <Notice flat tone="warn" title={t('seal.changed')}>
          {t('banner.changed-more')}
        </Notice>
      )}
    </div>
  );
}
