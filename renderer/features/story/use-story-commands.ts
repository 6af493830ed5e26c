import { useCommand } from '../../commands/index.ts';
import { useWords } from '../../i18n/index.ts';
import { commandRefusal, type CommandFacts, type StoryCommand } from './actions.ts';
import type { StoryFace } from './StoryBar.tsx';

/** The workflow of the open story by keys, palette and menu; each says why it can't be done now. */
export function useStoryCommands(facts: CommandFacts, run: (command: StoryCommand) => void): void {
  const words = useWords();
  const options = (command: StoryCommand) => ({ refusal: commandRefusal(words, facts, command) });
  useCommand('story.submit', () => run('submit'), options('submit'));
  useCommand('story.recall', () => run('recall'), options('recall'));
  useCommand('story.return', () => run('return'), options('return'));
  useCommand('story.approve', () => run('approve'), options('approve'));
  useCommand('story.publish', () => run('publish'), options('publish'));
  useCommand('story.withdraw', () => run('withdraw'), options('withdraw'));
  useCommand('story.spike', () => run('spike'), options('spike'));
  useCommand('story.revive', () => run('revive'), options('revive'));
}

export interface Looking {
  readonly face: StoryFace;
  readonly onFace: (face: StoryFace) => void;
  readonly panelShown: boolean;
  readonly onPanel: () => void;
}

/** The faces of a story and its panel. */
export function useLookCommands({ face, onFace, panelShown, onPanel }: Looking): void {
  useCommand('view.printed', () => onFace(face === 'write' ? 'printed' : 'write'), {
    checked: face === 'printed',
  });
  useCommand('view.panel', onPanel, { checked: panelShown });
}
