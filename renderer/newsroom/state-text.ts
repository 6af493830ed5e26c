import type { StoryState } from '#shared/domain/workflow.ts';
import type { MessageKey } from '../i18n/index.ts';

/** The name and the tone of each state. */
export const STATES = {
  draft: { name: 'state.draft', tone: 'plain' },
  submitted: { name: 'state.submitted', tone: 'warn' },
  returned: { name: 'state.returned', tone: 'bad' },
  approved: { name: 'state.approved', tone: 'soga' },
  published: { name: 'state.published', tone: 'good' },
  updated: { name: 'state.updated', tone: 'good' },
  withdrawn: { name: 'state.withdrawn', tone: 'plain' },
  spiked: { name: 'state.spiked', tone: 'plain' },
} as const satisfies Record<StoryState, { name: MessageKey; tone: string }>;
