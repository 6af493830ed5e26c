/**
 * The bridge: the few functions of ShellBridge, and nothing of Electron itself. SECURITY: `ipcRenderer`, its events and
 * the message port to core stay in this isolated world; the page gets functions over plain values.
 */
import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import type { MenuPick } from '#shared/contract/native-menu.ts';
import type {
  AdmitAnswer,
  AdmitStoryAnswer,
  OwnWindow,
  Preferences,
  PrintAnswer,
  SaveAnswer,
  ShellBridge,
} from '#shared/contract/shell.ts';
import { PASTED_BYTES, SHELL_CALLS, SHELL_NEWS } from '#shared/contract/shell-channels.ts';

const finishers: (() => Promise<void>)[] = [];

/** A link may come before the page listens: it waits here. */
let linked: string | null = null;
let openStory: ((story: string) => void) | null = null;
ipcRenderer.on(SHELL_NEWS.openStory, (_event, story: string) => {
  if (openStory === null) linked = story;
  else openStory(story);
});

const bridge = {
  capabilities: { nativeFiles: true, platform: process.platform as 'linux' | 'darwin' | 'win32' },
  connectCore: async (onFrame, onClosed) => {
    const port = await requestPort();
    let open = true;
    const close = (): void => {
      if (!open) return;
      open = false;
      ipcRenderer.off(SHELL_NEWS.coreGone, close);
      port.close();
      onClosed();
    };
    port.addEventListener('message', ({ data }) => onFrame(data));
    port.addEventListener('close', close);
    ipcRenderer.on(SHELL_NEWS.coreGone, close);
    port.start();
    return (frame) => port.postMessage(frame);
  },
  admitFile: async (file) => {
    if (!(file instanceof File)) return { ok: false, why: 'unreadable' };
    const path = webUtils.getPathForFile(file);
    if (path !== '') return await call<AdmitAnswer>(SHELL_CALLS.admitPath, path);
    // Pasted pictures have no path.
    if (file.size > PASTED_BYTES) return { ok: false, why: 'too-large' };
    const bytes = new Uint8Array(await file.arrayBuffer());
    return await call<AdmitAnswer>(SHELL_CALLS.admitBytes, { bytes, fileName: file.name });
  },
  files: {
    pickStory: () => call<AdmitStoryAnswer | null>(SHELL_CALLS.pickStory),
    admitStory: async (file) => {
      if (!(file instanceof File)) return { ok: false, why: 'unreadable', fileName: '' };
      const path = webUtils.getPathForFile(file);
      if (path !== '') return await call<AdmitStoryAnswer>(SHELL_CALLS.admitStoryPath, path);
      if (file.size > PASTED_BYTES) return { ok: false, why: 'too-large', fileName: file.name };
      const bytes = new Uint8Array(await file.arrayBuffer());
      return await call<AdmitStoryAnswer>(SHELL_CALLS.admitStoryBytes, {
        bytes,
        fileName: file.name,
      });
    },
    save: (ticket, fileName) => call<SaveAnswer>(SHELL_CALLS.saveFile, { ticket, fileName }),
    print: (ticket) => call<PrintAnswer>(SHELL_CALLS.printStory, ticket),
  },
  openExternal: (url) => call<boolean>(SHELL_CALLS.openExternal, url),
  preferences: () => call<Preferences>(SHELL_CALLS.readPreferences),
  setPreferences: (preferences) => call<void>(SHELL_CALLS.writePreferences, preferences),
  onBeforeClose: (finish) => void finishers.push(finish),
  onMenu: (listener) => {
    ipcRenderer.on(SHELL_NEWS.menu, (_event, pick: MenuPick) => listener(pick));
  },
  showMenu: (menu) => call<void>(SHELL_CALLS.showMenu, menu),
  ownWindow: () => call<OwnWindow>(SHELL_CALLS.ownWindow),
  openWindow: (story) => call<void>(SHELL_CALLS.openWindow, story),
  onOpenStory: (listener) => {
    openStory = listener;
    if (linked !== null) listener(linked);
    linked = null;
  },
} satisfies ShellBridge;

ipcRenderer.on(SHELL_NEWS.beforeClose, () => void finishAll());
contextBridge.exposeInMainWorld('redaksi', bridge);

/** A page that fails to finish is closed all the same: main does not wait for ever. */
async function finishAll(): Promise<void> {
  await Promise.allSettled(finishers.map((finish) => finish()));
  await call<void>(SHELL_CALLS.finished);
}

function call<Answer>(
  channel: (typeof SHELL_CALLS)[keyof typeof SHELL_CALLS],
  input?: unknown,
): Promise<Answer> {
  return ipcRenderer.invoke(channel, input) as Promise<Answer>;
}

/** Asks main for a port to core; the nonce pairs the port with this request. */
async function requestPort(): Promise<MessagePort> {
  const nonce = crypto.randomUUID();
  const arrived = Promise.withResolvers<MessagePort>();
  const take = ({ ports: [port] }: IpcRendererEvent, forNonce: string): void => {
    if (forNonce === nonce && port !== undefined) arrived.resolve(port);
  };
  ipcRenderer.on(SHELL_NEWS.corePort, take);
  try {
    await call<void>(SHELL_CALLS.connectCore, nonce);
    return await arrived.promise;
  } finally {
    ipcRenderer.off(SHELL_NEWS.corePort, take);
  }
}
