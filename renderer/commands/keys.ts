/**
 * Keys as text: `Ctrl+Shift+F`. `Ctrl` is the key of commands: Control, on a Mac Command. `Control` is the Mac's other
 * key. Letters go by what they print, signs and digits by their place, so that a shortcut works in every layout.
 */
export type Platform = 'mac' | 'other';

/** What of a key press matters here. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const SIGN_AT: Readonly<Record<string, string>> = {
  Slash: '/',
  Comma: ',',
  Period: '.',
  Semicolon: ';',
  Quote: "'",
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  IntlBackslash: '\\',
  Minus: '-',
  Equal: '=',
  Backquote: '`',
  NumpadDivide: '/',
  NumpadSubtract: '-',
  Space: 'Space',
};
const SIGNS: ReadonlySet<string> = new Set(Object.values(SIGN_AT));
const NAMED: Readonly<Record<string, string>> = { Escape: 'Esc', ' ': 'Space' };
const MODIFIERS: ReadonlySet<string> = new Set([
  'Control',
  'Shift',
  'Alt',
  'Meta',
  'AltGraph',
  'CapsLock',
  'Dead',
  'Process',
  'Unidentified',
]);

/** The press as text; null for a modifier alone and for keys that an input method has. */
export function keysOfPress(press: KeyPress, platform: Platform): string | null {
  if (MODIFIERS.has(press.key) && !/^(?:Key|Digit)/.test(press.code)) return null;
  const name = nameOfKey(press);
  if (name === '') return null;
  const command = platform === 'mac' ? press.metaKey : press.ctrlKey;
  const control = platform === 'mac' && press.ctrlKey;
  // The system's own key on Windows and Linux is never ours.
  if (platform === 'other' && press.metaKey) return null;
  return [
    command && 'Ctrl',
    control && 'Control',
    press.altKey && 'Alt',
    press.shiftKey && 'Shift',
    name,
  ]
    .filter((part) => part !== false)
    .join('+');
}

function nameOfKey({ key, code, shiftKey, altKey }: KeyPress): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  if (letter !== undefined) return letter;
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit !== undefined) return digit;
  if (!shiftKey && !altKey && SIGNS.has(key)) return key;
  return SIGN_AT[code] ?? NAMED[key] ?? key;
}

const ORDER = ['Ctrl', 'Control', 'Alt', 'Shift'];

/** The same keys always as the same text: `shift+ctrl+f` is `Ctrl+Shift+F`. */
export function normalKeys(keys: string): string {
  const parts = keys.split('+');
  const name = parts.pop() ?? '';
  const held = ORDER.filter((modifier) =>
    parts.some((part) => part.toLowerCase() === modifier.toLowerCase()),
  );
  return [...held, name.length === 1 ? name.toUpperCase() : name].join('+');
}

/** Keys that type something: they are a command only where nobody writes. */
export function typesText(keys: string): boolean {
  const parts = keys.split('+');
  const name = parts.at(-1) ?? '';
  const held = parts.slice(0, -1);
  const plain = held.every((modifier) => modifier === 'Shift');
  return plain && (name.length === 1 || name === 'Space');
}

/** May a person put a command on these keys? Text, and the keys that every field lives by, stay free. */
export function canCarryCommand(keys: string): boolean {
  const name = keys.split('+').at(-1) ?? '';
  if (/^F\d{1,2}$/.test(name)) return true;
  const held = keys.split('+').slice(0, -1);
  if (!held.includes('Ctrl') && !held.includes('Control') && !held.includes('Alt')) return false;
  return !KEPT.has(keys);
}

/** Cut, copy, paste and select all are the system's, everywhere. */
const KEPT: ReadonlySet<string> = new Set(['Ctrl+A', 'Ctrl+C', 'Ctrl+V', 'Ctrl+X']);

const MAC_SIGNS: Readonly<Record<string, string>> = {
  Ctrl: '⌘',
  Control: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Enter: '↩',
};

/** As printed on this machine's keys, still joined by `+`. */
export function printedKeys(keys: string, platform: Platform): string {
  if (platform === 'other') return keys;
  return keys
    .split('+')
    .map((part) => MAC_SIGNS[part] ?? part)
    .join('+');
}

const ACCELERATOR_NAMES: Readonly<Record<string, string>> = { Ctrl: 'CmdOrCtrl', Esc: 'Escape' };

/** As the native menu writes them. */
export function acceleratorOf(keys: string): string {
  return keys
    .split('+')
    .map((part) => ACCELERATOR_NAMES[part] ?? part.replace(/^Arrow/, ''))
    .join('+');
}
