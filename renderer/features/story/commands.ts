/** The workflow commands of an open story, each with what must be true before it is given. */
import { useCallback } from 'react';
import type { StoryView } from '#shared/contract/core.ts';
import { RedaksiError } from '#shared/contract/errors.ts';
import { useCore } from '../../newsroom/index.ts';
import type { Draft } from './draft.ts';

export interface Given {
  readonly reason?: string;
  readonly password?: string;
}

type Command =
  | 'submit'
  | 'recall'
  | 'return'
  | 'approve'
  | 'publish'
  | 'withdraw'
  | 'spike'
  | 'revive';

/** Gives a command for exactly the text that is on disk; the story takes in the answer. */
export function useGiveCommand(draft: Draft): (command: Command, given?: Given) => Promise<void> {
  const core = useCore();
  return useCallback(
    async (command, { reason = '', password = '' } = {}) => {
      // What is commanded must be what is seen: nothing goes out while a word is not on disk.
      if (!(await draft.flush())) throw new RedaksiError('DISK_FULL', 'the text is not saved yet');
      const { story } = draft;
      const { view } = draft.snapshot();
      const calls: Readonly<Record<Command, () => Promise<StoryView>>> = {
        submit: () => core.call('story.submit', { story }),
        recall: () => core.call('story.recall', { story }),
        return: () => core.call('story.return', { story, reason }),
        // SECURITY: the hash of what this editor saw; the server seals that or nothing.
        approve: () => core.call('story.approve', { story, content: view.content, password }),
        publish: () =>
          core.call('story.publish', { story, content: view.seal?.content ?? view.content }),
        withdraw: () => core.call('story.withdraw', { story, reason }),
        spike: () => core.call('story.spike', { story, reason }),
        revive: () => core.call('story.revive', { story }),
      };
      draft.adopt(await calls[command]());
    },
    [core, draft],
  );
}
