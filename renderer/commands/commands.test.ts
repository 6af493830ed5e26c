import { describe, expect, it } from 'vitest';
import { acceleratorSchema } from '#shared/contract/native-menu.ts';
import { createKeymap, firstKeys } from './keymap.ts';
import {
  acceleratorOf,
  canCarryCommand,
  keysOfPress,
  normalKeys,
  printedKeys,
  typesText,
  type KeyPress,
} from './keys.ts';
import { commandForPress } from './listen.ts';
import { createRegistry, type Offer } from './registry.ts';
import { COMMAND_IDS, commandRow, isCommandId } from './table.ts';

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});
const offer = (more: Partial<Offer> = {}): Offer => ({
  run: () => undefined,
  refusal: undefined,
  when: undefined,
  checked: undefined,
  above: false,
  fallback: false,
  active: true,
  ...more,
});
const HERE = { covered: false, writing: true };

describe('the table of commands', () => {
  it('writes keys in one way, and so that the native menu understands them', () => {
    for (const id of COMMAND_IDS) {
      const { keys, also = [] } = commandRow(id);
      for (const each of [keys, ...also].filter((some) => some !== null)) {
        expect(normalKeys(each), id).toBe(each);
        expect(acceleratorSchema.safeParse(acceleratorOf(each)).success, `${id} ${each}`).toBe(
          true,
        );
      }
    }
  });

  it('gives no first keys to two commands', () => {
    for (const platform of ['other', 'mac'] as const) {
      const taken = new Map<string, string>();
      for (const id of COMMAND_IDS) {
        const keys = firstKeys(id, platform);
        if (keys === null) continue;
        expect(taken.get(keys), `${keys} of ${id}`).toBeUndefined();
        taken.set(keys, id);
      }
    }
  });

  it('knows its own names and no other', () => {
    expect(isCommandId('story.save')).toBe(true);
    expect(isCommandId('constructor')).toBe(false);
  });
});

describe('keys', () => {
  it('go by the letter that is printed, and by place where another alphabet is typed', () => {
    const held = { ctrlKey: true };
    expect(keysOfPress(press('z', 'KeyY', held), 'other')).toBe('Ctrl+Z');
    expect(keysOfPress(press('я', 'KeyZ', held), 'other')).toBe('Ctrl+Z');
  });

  it('have digits and signs at their places, whatever they print', () => {
    expect(keysOfPress(press('²', 'Digit2', { ctrlKey: true, altKey: true }), 'other')).toBe(
      'Ctrl+Alt+2',
    );
    expect(keysOfPress(press('?', 'Slash', { shiftKey: true }), 'other')).toBe('Shift+/');
    expect(keysOfPress(press('/', 'Slash', { ctrlKey: true }), 'other')).toBe('Ctrl+/');
  });

  it('are Command on a Mac, and its Control stays another key', () => {
    expect(keysOfPress(press('s', 'KeyS', { metaKey: true }), 'mac')).toBe('Ctrl+S');
    expect(keysOfPress(press('Tab', 'Tab', { ctrlKey: true }), 'mac')).toBe('Control+Tab');
    expect(printedKeys('Ctrl+Shift+Z', 'mac')).toBe('⌘+⇧+Z');
    expect(keysOfPress(press('s', 'KeyS', { metaKey: true }), 'other')).toBeNull();
  });

  it('are nothing while only a modifier is held', () => {
    expect(keysOfPress(press('Control', 'ControlLeft', { ctrlKey: true }), 'other')).toBeNull();
  });

  it('that type text are never a command where somebody writes', () => {
    expect(typesText('N')).toBe(true);
    expect(typesText('Shift+/')).toBe(true);
    expect(typesText('Ctrl+N')).toBe(false);
    expect(typesText('F3')).toBe(false);
    const current = () => offer();
    const keymap = createKeymap({}, 'other');
    expect(commandForPress('N', HERE, keymap, current)).toBeNull();
    expect(commandForPress('N', { ...HERE, writing: false }, keymap, current)).toBe('story.new');
  });

  it('that every field lives by can’t be given away', () => {
    for (const keys of ['Ctrl+C', 'Ctrl+V', 'A', 'Shift+A', 'Enter']) {
      expect(canCarryCommand(keys), keys).toBe(false);
    }
    for (const keys of ['Ctrl+J', 'Alt+J', 'F9', 'Ctrl+Shift+V']) {
      expect(canCarryCommand(keys), keys).toBe(true);
    }
  });
});

describe('keys that a person has changed', () => {
  const keymap = createKeymap({ 'edit.redo': 'Ctrl+J', 'format.bold': null }, 'other');

  it('replace all that the command had', () => {
    expect(keymap.keysOf('edit.redo')).toBe('Ctrl+J');
    expect(keymap.commandsOn('Ctrl+J')).toEqual(['edit.redo']);
    expect(keymap.commandsOn('Ctrl+Y')).toEqual([]);
    expect(keymap.commandsOn('Ctrl+Shift+Z')).toEqual([]);
  });

  it('leave the old ones without a meaning, also for the editor', () => {
    expect(keymap.wasTaken('Ctrl+B')).toBe('format.bold');
    expect(keymap.wasTaken('Ctrl+I')).toBeUndefined();
    const given = createKeymap({ 'format.bold': null, 'format.italic': 'Ctrl+B' }, 'other');
    expect(given.wasTaken('Ctrl+B')).toBeUndefined();
  });
});

describe('who does a command', () => {
  it('is the newest that can, and the one that came for want of others only then', () => {
    const registry = createRegistry((run) => run());
    const done: string[] = [];
    const does = (name: string, more: Partial<Offer> = {}) =>
      registry.offer('story.save', () => offer({ run: () => void done.push(name), ...more }));
    does('window', { fallback: true });
    const stop = does('left');
    does('right', { active: false });
    registry.run('story.save');
    stop();
    registry.run('story.save');
    expect(done).toEqual(['left', 'window']);
  });

  it('says why not, and nobody runs', () => {
    const registry = createRegistry((run) => run());
    let ran = false;
    registry.offer('story.submit', () => offer({ refusal: 'belum', run: () => (ran = true) }));
    expect(registry.run('story.submit')).toEqual({ ran: false, refusal: 'belum' });
    expect(registry.state('story.submit')).toMatchObject({ offered: true, refusal: 'belum' });
    expect(registry.state('story.save')).toMatchObject({ offered: false });
    expect(ran).toBe(false);
  });

  it('is told once for a burst of changes', () => {
    const waiting: (() => void)[] = [];
    const registry = createRegistry((run) => void waiting.push(run));
    let told = 0;
    registry.subscribe(() => (told += 1));
    registry.offer('story.save', () => offer());
    registry.changed();
    for (const run of waiting.splice(0)) run();
    expect(told).toBe(1);
  });
});

describe('a key press', () => {
  const keymap = createKeymap({}, 'other');

  it('is left to the field where the command is not meant', () => {
    const bold = offer({ when: () => false });
    expect(commandForPress('Ctrl+B', HERE, keymap, () => bold)).toBeNull();
    expect(commandForPress('Ctrl+B', HERE, keymap, () => undefined)).toBeNull();
  });

  it('belongs to an open dialog, except for what works above it', () => {
    const covered = { ...HERE, covered: true };
    expect(commandForPress('Ctrl+S', covered, keymap, () => offer())).toBeNull();
    expect(commandForPress('Ctrl+S', covered, keymap, () => offer({ above: true }))).toBe(
      'story.save',
    );
  });

  it('means the first of several commands that can be done', () => {
    const only = (id: string) => (each: string) => (each === id ? offer() : undefined);
    expect(commandForPress('Ctrl+F', HERE, keymap, only('desk.search'))).toBe('desk.search');
    expect(commandForPress('Ctrl+F', HERE, keymap, only('find.open'))).toBe('find.open');
  });
});
