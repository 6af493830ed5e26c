// @vitest-environment happy-dom
import { $createLinkNode } from '@lexical/link';
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  BEFORE_INPUT_COMMAND,
  COMMAND_PRIORITY_NORMAL,
  HISTORY_PUSH_TAG,
  KEY_BACKSPACE_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { describe, expect, it } from 'vitest';
import type { TypingRules } from '#shared/domain/typography/typing.ts';
import { openTestManuscript } from '../test-editor.ts';
import { registerTypingAids } from './typing-aids.ts';

const RULES: TypingRules = {
  typography: { quotes: 'curly', dash: 'en' },
  snippets: [{ short: 'pemkab', long: 'Pemerintah Kabupaten' }],
};

/** A writer: what no aid takes goes in as the browser would put it in. */
function writer(text = '', rules: TypingRules | null = RULES) {
  const manuscript = openTestManuscript();
  const { editor, update } = manuscript;
  const steps: boolean[] = [];
  update(() => {
    const line = $createTextNode(text);
    $getRoot().clear().append($createParagraphNode().append(line));
    line.selectEnd();
  });
  registerTypingAids(editor, () => rules);
  // What no aid takes is the browser's, and there is none here.
  editor.registerCommand(BEFORE_INPUT_COMMAND, () => true, COMMAND_PRIORITY_NORMAL);
  editor.registerCommand(KEY_BACKSPACE_COMMAND, () => true, COMMAND_PRIORITY_NORMAL);
  editor.registerUpdateListener(({ tags }) => void steps.push(tags.has(HISTORY_PUSH_TAG)));
  const press = (data: string, more: InputEventInit = {}): void => {
    const event = new InputEvent('beforeinput', { inputType: 'insertText', data, ...more });
    dispatch(editor, () => editor.dispatchCommand(BEFORE_INPUT_COMMAND, event));
  };
  return {
    editor,
    update,
    steps,
    text: () => manuscript.texts().join('\n'),
    press,
    backspace: () => {
      const event = new KeyboardEvent('keydown', { key: 'Backspace' });
      dispatch(editor, () => editor.dispatchCommand(KEY_BACKSPACE_COMMAND, event));
    },
  };
}

function dispatch(editor: LexicalEditor, give: () => void): void {
  editor.update(give, { discrete: true });
}

describe('aids while typing', () => {
  it('write an abbreviation out, and one Backspace gives back what was typed', () => {
    const me = writer('dari pemkab');
    me.press(' ');
    expect(me.text()).toBe('dari Pemerintah Kabupaten ');
    me.backspace();
    expect(me.text()).toBe('dari pemkab ');
  });

  it('make the correction a step of its own after what was typed', () => {
    const me = writer('dari pemkab');
    me.press(' ');
    expect(me.steps).toEqual([false, true]);
  });

  it('curl quotes and draw dashes, each taken back by one Backspace', () => {
    const me = writer('kata ');
    me.press('"');
    expect(me.text()).toBe('kata “');
    me.backspace();
    expect(me.text()).toBe('kata "');
    const dashed = writer('Klaten -');
    dashed.press('-');
    expect(dashed.text()).toBe('Klaten –');
    dashed.backspace();
    expect(dashed.text()).toBe('Klaten --');
  });

  it('take back only right after: not when the caret has been elsewhere', () => {
    const me = writer('kata ');
    me.press('"');
    me.update(() => void $getRoot().getFirstDescendant()?.selectStart());
    me.update(() => void $getRoot().getLastDescendant()?.selectEnd());
    me.backspace();
    expect(me.text()).toBe('kata “');
  });

  it('know the line over the borders of looks', () => {
    const me = writer('');
    me.update(() => {
      const bold = $createTextNode('tebal').toggleFormat('bold');
      $getRoot()
        .clear()
        .append($createParagraphNode().append($createTextNode('('), bold));
      bold.select(0, 0);
    });
    me.press('"');
    expect(me.text()).toBe('(“tebal');
  });

  it('leave links, compositions and a typewriter alone', () => {
    const linked = writer('');
    linked.update(() => {
      const text = $createTextNode('tautan');
      const link = $createLinkNode('https://contoh.id/').append(text);
      $getRoot().clear().append($createParagraphNode().append(link));
      text.selectEnd();
    });
    linked.press('"');
    expect(linked.text()).toBe('tautan');
    const composing = writer('pemkab');
    composing.press(' ', { isComposing: true });
    composing.press(' ', { inputType: 'insertCompositionText' });
    expect(composing.text()).toBe('pemkab');
    const typewriter = writer('pemkab', null);
    typewriter.press(' ');
    expect(typewriter.text()).toBe('pemkab');
  });
});
