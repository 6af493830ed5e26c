import { describe, expect, test } from 'vitest';
import { ROLES, type Role } from './roles.ts';
import {
  askWorkflow,
  CONDITIONS,
  STORY_STATES,
  WORKFLOW_COMMANDS,
  type Condition,
} from './workflow.ts';

const ask = (
  state: string,
  command: string,
  roles: Role[],
  holds: readonly Condition[] = CONDITIONS,
) =>
  askWorkflow({
    state: state as never,
    command: command as never,
    roles: new Set(roles),
    holds: new Set(holds),
  });

/** Written out by hand, not made from the table: what each role may do where, when every condition holds. */
const ALLOWED: Record<Role, readonly string[]> = {
  reporter: [
    'draft edit draft',
    'draft edit-photos draft',
    'draft submit submitted',
    'draft spike spiked',
    'submitted recall draft',
    'returned edit returned',
    'returned edit-photos returned',
    'returned submit submitted',
    'returned spike spiked',
    'spiked revive draft',
  ],
  editor: [
    'draft edit draft',
    'draft edit-photos draft',
    'draft submit submitted',
    'draft spike spiked',
    'submitted edit submitted',
    'submitted edit-photos submitted',
    'submitted submit submitted',
    'submitted return returned',
    'submitted approve approved',
    'submitted spike spiked',
    'returned edit returned',
    'returned edit-photos returned',
    'returned submit submitted',
    'returned spike spiked',
    'approved edit approved',
    'approved edit-photos approved',
    'approved return returned',
    'approved approve approved',
    'approved spike spiked',
    'published edit published',
    'published edit-photos published',
    'published approve published',
    'updated edit updated',
    'updated edit-photos updated',
    'updated approve updated',
    'spiked revive draft',
  ],
  photo: ['draft', 'submitted', 'returned', 'approved', 'published', 'updated'].map(
    (state) => `${state} edit-photos ${state}`,
  ),
  publisher: [
    'approved publish published',
    'published publish updated',
    'published withdraw withdrawn',
    'updated publish updated',
    'updated withdraw withdrawn',
  ],
  admin: [],
};

describe('the workflow', () => {
  test.each(ROLES)('a %s may do exactly what is written here', (role) => {
    const allowed = STORY_STATES.flatMap((state) =>
      WORKFLOW_COMMANDS.flatMap((command) => {
        const answer = ask(state, command, [role]);
        return answer.allowed ? [`${state} ${command} ${answer.next}`] : [];
      }),
    );
    expect(allowed.toSorted()).toEqual([...ALLOWED[role]].toSorted());
  });

  test.each([
    ['submitted', 'approve', 'editor', 'not-own-story'],
    ['submitted', 'approve', 'editor', 'fresh-sign-in'],
    ['submitted', 'return', 'editor', 'has-reason'],
    ['approved', 'publish', 'publisher', 'sealed'],
    ['published', 'withdraw', 'publisher', 'has-reason'],
    ['draft', 'edit', 'reporter', 'own-story'],
  ] as const)('%s: %s by a %s is refused without %s', (state, command, role, missing) => {
    const holds = CONDITIONS.filter((condition) => condition !== missing);
    expect(ask(state, command, [role], holds)).toEqual({ allowed: false, because: missing });
    expect(ask(state, command, [role]).allowed).toBe(true);
  });

  test('nobody acts without a role, in any state', () => {
    for (const state of STORY_STATES) {
      for (const command of WORKFLOW_COMMANDS) expect(ask(state, command, []).allowed).toBe(false);
    }
  });

  test('the refusal says whether the state or the role is in the way', () => {
    expect(ask('withdrawn', 'publish', ['publisher'])).toEqual({
      allowed: false,
      because: 'wrong-state',
    });
    expect(ask('approved', 'publish', ['reporter'])).toEqual({
      allowed: false,
      because: 'wrong-role',
    });
  });
});
