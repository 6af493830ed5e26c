import { describe, expect, it } from 'vitest';
import { STORY_STATES, WORKFLOW, WORKFLOW_COMMANDS } from '#shared/domain/workflow.ts';
import { ACTIONS } from './actions.ts';

describe('the actions of a story', () => {
  it('offer every command that the workflow has in a state, and no other', () => {
    for (const state of STORY_STATES) {
      const { bar, more } = ACTIONS[state];
      const known = WORKFLOW_COMMANDS.filter(
        (command) =>
          !command.startsWith('edit') &&
          WORKFLOW.some((row) => row.command === command && row.from.includes(state)),
      );
      expect([...bar, ...more].toSorted(), state).toEqual(known.toSorted());
    }
  });
});
