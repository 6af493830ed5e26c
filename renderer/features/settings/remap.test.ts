import { describe, expect, it } from 'vitest';
import { createKeymap } from '../../commands/index.ts';
import { moveKeys } from './remap.ts';

describe('changing the keys of a command', () => {
  it('takes them from whoever had them', () => {
    const remapped = moveKeys({}, 'other', { id: 'split.toggle', keys: 'Ctrl+S' });
    expect(remapped).toEqual({ 'split.toggle': 'Ctrl+S', 'story.save': null });
    expect(createKeymap(remapped, 'other').commandsOn('Ctrl+S')).toEqual(['split.toggle']);
  });

  it('keeps nothing when they are the first ones again', () => {
    const changed = moveKeys({}, 'other', { id: 'story.save', keys: 'Ctrl+J' });
    expect(moveKeys(changed, 'other', { id: 'story.save', keys: 'Ctrl+S' })).toEqual({});
  });

  it('can take them away', () => {
    expect(moveKeys({}, 'other', { id: 'story.save', keys: null })).toEqual({ 'story.save': null });
  });
});
