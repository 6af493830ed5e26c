/**
 * The native menu: the page's commands as it last told them, and between them what only the system does. Before a page
 * has told anything, the system's part alone.
 */
import type { MenuItemConstructorOptions } from 'electron';
import type { MenuGroupId, MenuPick, ShownMenu } from '#shared/contract/native-menu.ts';
import type { Preferences } from '#shared/contract/shell.ts';
import { MENU_WORDS, type MenuWords } from './menu-words.ts';

export interface MenuOptions {
  readonly language: Preferences['language'];
  readonly platform: NodeJS.Platform;
  /** SECURITY: a packaged workstation has no developer tools, not even by a shortcut. */
  readonly packaged: boolean;
  readonly shown: ShownMenu | null;
  readonly send: (pick: MenuPick) => void;
}

type Entries = readonly MenuItemConstructorOptions[];
const LINE: MenuItemConstructorOptions = { type: 'separator' };

/** Commands that stand above the system's own entries of their menu. */
const FIRST: ReadonlySet<string> = new Set(['edit.undo', 'edit.redo']);

export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const { language, platform } = options;
  const words = MENU_WORDS[language];
  const mac = platform === 'darwin';
  const ofPage = (id: MenuGroupId): Entries => pageEntries(options, id);
  const title = (id: MenuGroupId, fallback: string): string =>
    options.shown?.groups.find((group) => group.id === id)?.title ?? fallback;
  const edit = ofPage('edit');
  const undoing = edit.filter((entry) => FIRST.has(entry.id ?? ''));
  const menu = (id: MenuGroupId, fallback: string, ...parts: Entries[]) => ({
    label: title(id, fallback),
    submenu: withLines(parts),
  });
  const all: (MenuItemConstructorOptions & { submenu: MenuItemConstructorOptions[] })[] = [
    menu('file', words.file, ofPage('file'), [
      mac
        ? { role: 'close', label: words.closeWindow, accelerator: 'Shift+Cmd+W' }
        : { role: 'quit', label: words.quit },
    ]),
    menu(
      'edit',
      words.edit,
      undoing.length > 0 ? undoing : systemUndo(words),
      clipboard(words),
      edit.filter((entry) => !undoing.includes(entry)),
    ),
    menu('insert', '', ofPage('insert')),
    menu('format', '', ofPage('format')),
    menu('story', '', ofPage('story')),
    menu('view', words.view, ofPage('view'), zooming(words), developerTools(options, words)),
    menu('go', '', ofPage('go')),
    menu('window', words.window, ofPage('window'), [
      { role: 'minimize', label: words.minimise },
      // The keys of closing belong to the tab.
      { role: 'close', label: words.closeWindow, accelerator: mac ? 'Shift+Cmd+W' : 'Alt+F4' },
    ]),
    { ...menu('help', words.help, ofPage('help')), role: 'help' },
  ];
  const filled = all.filter(({ submenu }) => submenu.length > 0);
  return mac ? [{ role: 'appMenu' }, ...filled] : filled;
}

function pageEntries({ shown, send }: MenuOptions, id: MenuGroupId): Entries {
  const group = shown?.groups.find((each) => each.id === id);
  return (group?.entries ?? []).map(({ command, name, keys, enabled, checked }) => ({
    id: command,
    label: name,
    enabled,
    ...(keys !== null && { accelerator: keys }),
    ...(checked !== null && { type: 'checkbox' as const, checked }),
    click: (_item, _window, { triggeredByAccelerator }) =>
      send({ command, byKeys: triggeredByAccelerator === true }),
  }));
}

const systemUndo = (words: MenuWords): Entries => [
  { role: 'undo', label: words.undo },
  { role: 'redo', label: words.redo },
];

const clipboard = (words: MenuWords): Entries => [
  { role: 'cut', label: words.cut },
  { role: 'copy', label: words.copy },
  { role: 'paste', label: words.paste },
  { role: 'selectAll', label: words.selectAll },
];

const zooming = (words: MenuWords): Entries => [
  { role: 'zoomIn', label: words.larger },
  { role: 'zoomOut', label: words.smaller },
  { role: 'resetZoom', label: words.normalSize },
  { role: 'togglefullscreen', label: words.fullScreen },
];

function developerTools({ packaged }: MenuOptions, words: MenuWords): Entries {
  return packaged ? [] : [{ role: 'toggleDevTools', label: words.developerTools }];
}

/** Parts one under the other, with a line between those that have something. */
function withLines(parts: readonly Entries[]): MenuItemConstructorOptions[] {
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index === 0 ? part : [LINE, ...part]));
}
