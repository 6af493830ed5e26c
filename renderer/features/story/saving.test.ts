import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  COALESCE_MS,
  isCommitted,
  stepSaving,
  type Saving,
  type SavingEffect,
  type SavingEvent,
} from './saving.ts';

/** Runs events and collects what was to be done. */
function run(...events: readonly SavingEvent[]): {
  state: Saving;
  effects: readonly SavingEffect[];
} {
  let state: Saving = { phase: 'clean' };
  const effects: SavingEffect[] = [];
  for (const event of events) {
    const step = stepSaving(state, event);
    state = step.state;
    effects.push(...step.effects);
  }
  return { state, effects };
}
const edited: SavingEvent = { type: 'edited' };
const due: SavingEvent = { type: 'due' };
const saved: SavingEvent = { type: 'saved' };

describe('saving', () => {
  it('gathers quick typing into one save, at most 150 ms after the first key', () => {
    expect(run(edited, edited, edited).effects).toEqual([{ do: 'wait', ms: COALESCE_MS }]);
    expect(
      run(edited, edited, due, saved).effects.filter((effect) => effect.do === 'save'),
    ).toHaveLength(1);
    expect(COALESCE_MS).toBeLessThanOrEqual(150);
  });

  it('is clean only when the answer has come and nothing was typed meanwhile', () => {
    expect(run(edited, due).state).toMatchObject({ phase: 'saving' });
    expect(run(edited, due, saved).state).toEqual({ phase: 'clean' });
    expect(run(edited, due, edited, saved).state).toEqual({ phase: 'gathering' });
  });

  it('saves at once when somebody waits, also what was typed during a save', () => {
    expect(run(edited, { type: 'flush' }).effects.at(-1)).toEqual({ do: 'save' });
    expect(run(edited, due, edited, { type: 'flush' }, saved).effects.at(-1)).toEqual({
      do: 'save',
    });
  });

  it('tries again after a failure, slower each time, and never gives up', () => {
    const failed: SavingEvent = { type: 'failed', code: 'DISK_FULL' };
    const { effects, state } = run(
      edited,
      due,
      failed,
      due,
      failed,
      due,
      failed,
      due,
      failed,
      due,
      failed,
      due,
      failed,
    );
    const pauses = effects.flatMap((effect) => (effect.do === 'wait' ? [effect.ms] : [])).slice(1);
    expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 8_000, 15_000]);
    expect(state).toMatchObject({ phase: 'failed', code: 'DISK_FULL' });
  });

  it('takes another window’s text in first when that one committed first', () => {
    const { effects, state } = run(edited, due, { type: 'failed', code: 'CONFLICT' });
    expect(effects.at(-1)).toEqual({ do: 'rebase' });
    expect(stepSaving(state, { type: 'rebased', dirty: true }).effects).toEqual([
      { do: 'wait', ms: 0 },
    ]);
  });

  it('writes nothing more once another window has the pen, until it is opened again', () => {
    const { state } = run(edited, due, { type: 'failed', code: 'STALE_EDITOR' });
    for (const event of [edited, due, { type: 'flush' }, saved] as const) {
      expect(stepSaving(state, event)).toEqual({ state, effects: [] });
    }
    expect(stepSaving(state, { type: 'reopened', dirty: true }).state).toEqual({
      phase: 'gathering',
    });
  });

  it('never has two saves under way, and never calls unsaved text clean', () => {
    const event = fc.oneof(
      fc.constant<SavingEvent>(edited),
      fc.constant<SavingEvent>(due),
      fc.constant<SavingEvent>({ type: 'flush' }),
    );
    const answer = fc.constantFrom<SavingEvent>(saved, { type: 'failed', code: 'INTERNAL' });
    fc.assert(
      fc.property(fc.array(fc.tuple(event, fc.boolean(), answer), { maxLength: 60 }), (story) => {
        let state: Saving = { phase: 'clean' };
        let underWay = 0;
        let unsaved = false;
        const happen = (each: SavingEvent): void => {
          const step = stepSaving(state, each);
          state = step.state;
          for (const effect of step.effects) {
            if (effect.do !== 'save') continue;
            underWay += 1;
            unsaved = false;
          }
          expect(underWay).toBeLessThanOrEqual(1);
        };
        for (const [next, answers, how] of story) {
          if (next.type === 'edited') unsaved = true;
          happen(next);
          if (answers && underWay === 1) {
            underWay = 0;
            if (how.type === 'failed') unsaved = true;
            happen(how);
          }
          if (isCommitted(state)) expect(unsaved).toBe(false);
        }
      }),
    );
  });
});
