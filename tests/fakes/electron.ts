/**
 * Electron for unit tests: events, handlers and options are kept where a test can see and fire them. Each part
 * `satisfies` what we use of the real one, so that a drift of its interface fails the type check.
 */
import { EventEmitter } from 'node:events';
import type * as electron from 'electron';
import { FakeMessageChannel } from './message-ports.ts';
import { fork } from './utility-process.ts';

type Fn<Type> = Type extends (...input: infer Input) => infer Output
  ? (...input: Input) => Output
  : never;

/** What main answers, by channel; `invokeFrom` plays the page. */
const answers = new Map<string, (event: unknown, input: unknown) => unknown>();

export const ipcMain = {
  handle: ((channel, answer) => {
    if (answers.has(channel)) throw new Error(`a second handler for ${channel}`);
    answers.set(channel, answer as (event: unknown, input: unknown) => unknown);
  }) as Fn<typeof electron.ipcMain.handle>,
} satisfies Pick<typeof electron.ipcMain, 'handle'>;

export interface FakeSender {
  readonly senderFrame: {
    readonly url: string;
    readonly parent: object | null;
    postMessage?(channel: string, message: unknown, ports: unknown[]): void;
  } | null;
  readonly sender?: unknown;
}

/** Calls main as a page would: values are copied, only the message of an error comes back. */
export async function invokeFrom(
  sender: FakeSender,
  channel: string,
  input?: unknown,
): Promise<unknown> {
  const answer = answers.get(channel);
  if (answer === undefined) throw new Error(`No handler registered for '${channel}'`);
  return structuredClone(await answer(sender, structuredClone(input)));
}

export function channels(): readonly string[] {
  return [...answers.keys()].toSorted();
}

/** What was opened in the system's browser. */
export const opened: string[] = [];
export const shell = {
  openExternal: async (url: string) => void opened.push(url),
} satisfies Pick<typeof electron.shell, 'openExternal'>;

export const nativeTheme = {
  themeSource: 'system' as electron.NativeTheme['themeSource'],
  shouldUseDarkColors: false,
} satisfies Pick<typeof electron.nativeTheme, 'themeSource' | 'shouldUseDarkColors'>;

export const errorBoxes: string[] = [];
export const dialog = {
  showErrorBox: (_title: string, content: string) => void errorBoxes.push(content),
} satisfies Pick<typeof electron.dialog, 'showErrorBox'>;

export const registeredSchemes: electron.CustomScheme[] = [];
export const protocol = {
  registerSchemesAsPrivileged: (schemes: electron.CustomScheme[]) =>
    void registeredSchemes.push(...schemes),
} satisfies Pick<typeof electron.protocol, 'registerSchemesAsPrivileged'>;

function mask(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte) => byte ^ 0x55));
}

/** A key store that can be taken away: `backend` as Linux names it. */
export const keyStore = {
  backend: 'gnome_libsecret' as ReturnType<typeof electron.safeStorage.getSelectedStorageBackend>,
};
export const safeStorage = {
  getSelectedStorageBackend: () => keyStore.backend,
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync: async (text: string) => mask(Buffer.from(text)),
  decryptStringAsync: async (sealed: Buffer) => ({
    result: mask(sealed).toString(),
    shouldReEncrypt: false,
  }),
} satisfies Pick<
  typeof electron.safeStorage,
  | 'getSelectedStorageBackend'
  | 'isAsyncEncryptionAvailable'
  | 'encryptStringAsync'
  | 'decryptStringAsync'
>;

export const screen = {
  getAllDisplays: () => [
    { workArea: { x: 0, y: 0, width: 1920, height: 1080 } } as electron.Display,
  ],
} satisfies Pick<typeof electron.screen, 'getAllDisplays'>;

/** A page: what it was sent, and whether it lives. */
export class FakeWebContents extends EventEmitter {
  readonly sent: (readonly [channel: string, payload: unknown])[] = [];
  crashed = false;
  openHandler: ((details: { url: string }) => { action: string }) | null = null;

  send(channel: string, payload: unknown): void {
    this.sent.push([channel, structuredClone(payload)]);
  }

  isDestroyed(): boolean {
    return false;
  }

  isCrashed(): boolean {
    return this.crashed;
  }

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
}

export class BrowserWindow extends EventEmitter {
  static readonly all: BrowserWindow[] = [];
  static getAllWindows(): BrowserWindow[] {
    return BrowserWindow.all.filter((window) => !window.destroyed);
  }
  static getFocusedWindow(): BrowserWindow | null {
    return null;
  }

  readonly webContents = new FakeWebContents();
  readonly options: electron.BrowserWindowConstructorOptions;
  readonly loaded: string[] = [];
  destroyed = false;
  visible = false;
  maximised = false;

  constructor(options: electron.BrowserWindowConstructorOptions) {
    super();
    this.options = options;
    BrowserWindow.all.push(this);
  }

  async loadURL(url: string): Promise<void> {
    this.loaded.push(url);
  }

  /** As Electron: the listeners may prevent it. */
  close(): void {
    let prevented = false;
    this.emit('close', { preventDefault: () => (prevented = true) });
    if (prevented) return;
    this.destroyed = true;
    this.emit('closed');
  }

  show(): void {
    this.visible = true;
  }

  isVisible(): boolean {
    return this.visible;
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  maximize(): void {
    this.maximised = true;
  }

  isMaximized(): boolean {
    return this.maximised;
  }

  getNormalBounds(): electron.Rectangle {
    return { x: 10, y: 20, width: 1200, height: 800 };
  }
}

/** A session whose handlers a test can ask. */
export class FakeSession extends EventEmitter {
  request: Parameters<electron.Session['setPermissionRequestHandler']>[0] = null;
  check: Parameters<electron.Session['setPermissionCheckHandler']>[0] = null;
  device: Parameters<electron.Session['setDevicePermissionHandler']>[0] = null;
  display: unknown = null;
  spelling = true;
  before: ((details: { url: string }, callback: (answer: object) => void) => void) | null = null;
  readonly webRequest = {
    onBeforeRequest: (listener: NonNullable<FakeSession['before']>) => {
      this.before = listener;
    },
  };

  setPermissionRequestHandler(handler: FakeSession['request']): void {
    this.request = handler;
  }

  setPermissionCheckHandler(handler: FakeSession['check']): void {
    this.check = handler;
  }

  setDevicePermissionHandler(handler: FakeSession['device']): void {
    this.device = handler;
  }

  setDisplayMediaRequestHandler(handler: unknown): void {
    this.display = handler;
  }

  setSpellCheckerEnabled(enabled: boolean): void {
    this.spelling = enabled;
  }
}

export const utilityProcess = { fork };
export { FakeMessageChannel as MessageChannelMain };
