/**
 * What may never be loosened in the shell, read from its syntax: a setting that is missing is as bad as one that is
 * wrong. Works on the sources file by file, and on the bundle that ships. Where each rule comes from: Electron's
 * security checklist.
 */
import { parseSync, Visitor } from 'oxc-parser';

export interface Loosened {
  readonly file: string;
  readonly what: string;
}

type Node = { readonly type: string; readonly start: number; readonly end: number } & Readonly<
  Record<string, unknown>
>;

/** What a window must say about itself, literally. */
const REQUIRED_PREFERENCES: Readonly<Record<string, boolean>> = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
};

/** Settings that no file may have with this value, wherever they stand. */
const FORBIDDEN_SETTINGS: Readonly<Record<string, boolean>> = {
  ...Object.fromEntries(
    Object.entries(REQUIRED_PREFERENCES).map(([name, value]) => [name, !value]),
  ),
  bypassCSP: true,
  allowServiceWorkers: true,
  enableRemoteModule: true,
};

/** Names that open a door, however they are reached. */
const FORBIDDEN_NAMES: readonly string[] = [
  'enableRemoteModule',
  'enableBlinkFeatures',
  'openPath',
  'openDevTools',
  'executeJavaScript',
  'insertCSS',
  'loadFile',
  'setIgnoreCertificateErrors',
  'setCertificateVerifyProc',
  'appendSwitch',
  'registerFileProtocol',
  'interceptFileProtocol',
  'setUsePlainTextEncryption',
  'WebContentsView',
  'BrowserView',
];

const FORBIDDEN_TEXTS: readonly string[] = ['unsafe-eval', 'unsafe-inline'];

/** May be said once in the whole, in this file: the spelling worker compiles its engine, no page does. */
const SAID_ONCE: Readonly<Record<string, string>> = {
  "'wasm-unsafe-eval'": 'electron/main/policy/csp.ts',
};

/** Where windows are made: each of them says what its page may do. */
const WINDOW_PLACES: readonly string[] = [
  'electron/main/window/window-options.ts',
  'electron/main/files/print-window.ts',
];

/** A power that one file of the sources holds, and how often it may be used there and in the whole. */
const ONE_PLACE: Readonly<Record<string, string>> = {
  'ipcMain.handle': 'electron/main/ipc.ts',
  'shell.openExternal': 'electron/main/open-external.ts',
};

/** Calls that must be made, once at least, in the whole. */
const REQUIRED_CALLS: readonly string[] = [
  'app.enableSandbox',
  'demandsSandbox',
  'session.setPermissionRequestHandler',
  'session.setPermissionCheckHandler',
  'session.setDevicePermissionHandler',
  'webRequest.onBeforeRequest',
  'contents.setWindowOpenHandler',
  'isTrustedSender',
  'mayNavigate',
  'mayRequest',
];

const REQUIRED_EVENTS: readonly string[] = [
  'web-contents-created',
  'session-created',
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  'will-attach-webview',
  'will-download',
];

/** Everything that is loosened in these files, which together are one shell. */
export function findLoosened(files: ReadonlyMap<string, string>): readonly Loosened[] {
  const found: Loosened[] = [];
  const calls: { readonly file: string; readonly name: string }[] = [];
  const texts = new Set<string>();
  const said: { readonly file: string; readonly text: string }[] = [];
  const windowsIn = new Set<string>();

  for (const [file, source] of files) {
    const complain = (what: string): void => void found.push({ file, what });
    const { program, errors } = parseSync(file, source);
    let inType = 0;
    if (errors.length > 0) complain('can’t be read');
    new Visitor({
      Property: (property) => {
        const name = keyOf(property as unknown as Node);
        if (name === null) return;
        const value = property.value as unknown as Node;
        if (name === 'webPreferences') {
          windowsIn.add(file);
          for (const problem of preferenceProblems(value)) complain(problem);
        }
        if (FORBIDDEN_NAMES.includes(name)) complain(`sets ${name}`);
        if (
          Object.hasOwn(FORBIDDEN_SETTINGS, name) &&
          value.type === 'Literal' &&
          value['value'] === FORBIDDEN_SETTINGS[name]
        ) {
          complain(`sets ${name} to ${String(value['value'])}`);
        }
      },
      CallExpression: (call) => {
        const name = calleeOf(call.callee as unknown as Node);
        if (name === null) return;
        calls.push({ file, name });
        if (name === 'eval' || name === 'Function') complain('runs text as code');
        const first = call.arguments[0] as unknown as Node | undefined;
        if (/\.set\w*Handler$/.test(name) && first?.['value'] === null) {
          complain(`takes a handler away: ${name}`);
        }
      },
      MemberExpression: (member) => {
        const { property, computed } = member as unknown as {
          property: Node;
          computed: boolean;
        };
        const name = computed ? property['value'] : property['name'];
        if (typeof name === 'string' && FORBIDDEN_NAMES.includes(name)) complain(`uses ${name}`);
      },
      ImportSpecifier: ({ imported }) => {
        const name = 'name' in imported ? imported.name : imported.value;
        if (FORBIDDEN_NAMES.includes(name)) complain(`imports ${name}`);
      },
      // A name that stands only in a type does nothing.
      TSLiteralType: () => void (inType += 1),
      'TSLiteralType:exit': () => void (inType -= 1),
      Literal: ({ value }) => {
        if (typeof value !== 'string' || inType > 0) return;
        if (Object.hasOwn(SAID_ONCE, value)) said.push({ file, text: value });
        else readText(value, texts, complain);
      },
      TemplateElement: ({ value }) => readText(value.raw, texts, complain),
    }).visit(program);
  }

  const whole = (what: string): void => void found.push({ file: 'the shell', what });
  for (const place of WINDOW_PLACES) {
    if (files.has(place) && !windowsIn.has(place))
      found.push({ file: place, what: 'no window says what its page may do' });
  }
  for (const call of REQUIRED_CALLS) {
    if (!calls.some(({ name }) => name === call)) whole(`never calls ${call}`);
  }
  for (const event of REQUIRED_EVENTS) {
    if (!texts.has(event)) whole(`does not listen for ${event}`);
  }
  for (const [text, place] of Object.entries(SAID_ONCE)) {
    const places = said.filter((each) => each.text === text);
    if (places.length !== 1) whole(`says ${text} in ${places.length} places`);
    for (const { file } of places) {
      if (files.size > 1 && file !== place) found.push({ file, what: `says ${text}` });
    }
  }
  for (const [power, place] of Object.entries(ONE_PLACE)) {
    const uses = calls.filter(({ name }) => name === power);
    if (uses.length !== 1) whole(`${power} is called in ${uses.length} places`);
    for (const { file } of uses) {
      if (files.size > 1 && file !== place) found.push({ file, what: `calls ${power}` });
    }
  }
  return found;
}

function readText(text: string, texts: Set<string>, complain: (what: string) => void): void {
  texts.add(text);
  for (const forbidden of FORBIDDEN_TEXTS) {
    if (text.includes(forbidden)) complain(`says '${forbidden}'`);
  }
}

function preferenceProblems(preferences: Node): readonly string[] {
  if (preferences.type !== 'ObjectExpression') return ['webPreferences is not written out'];
  const properties = preferences['properties'] as readonly Node[];
  if (properties.some(({ type }) => type === 'SpreadElement')) {
    return ['webPreferences takes settings from elsewhere'];
  }
  return Object.entries(REQUIRED_PREFERENCES).flatMap(([name, required]) => {
    const property = properties.find((candidate) => keyOf(candidate) === name);
    const value = (property?.['value'] as Node | undefined)?.['value'];
    return value === required ? [] : [`webPreferences lacks ${name}: ${required}`];
  });
}

function keyOf(property: Node): string | null {
  const key = property['key'] as Node | undefined;
  const name = key?.['name'] ?? key?.['value'];
  return typeof name === 'string' ? name : null;
}

/** `app.enableSandbox`, `isTrustedSender`: the last two names of what is called. */
function calleeOf(callee: Node): string | null {
  if (callee.type === 'Identifier') return callee['name'] as string;
  if (callee.type !== 'MemberExpression') return null;
  const property = callee['property'] as Node;
  const object = callee['object'] as Node;
  const last = property['name'] ?? property['value'];
  const before = object['name'] ?? (object['property'] as Node | undefined)?.['name'];
  if (typeof last !== 'string') return null;
  return typeof before === 'string' ? `${before}.${last}` : last;
}
