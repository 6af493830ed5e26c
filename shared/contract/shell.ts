/**
 * What only a desktop has: the few things that the window asks of Electron's main process, through the preload bridge.
 * The bridge is `window.redaksi`; nothing else of Electron reaches the page.
 */
import type { Frame } from '../rpc/frames.ts';
import type { MenuPick, ShownMenu } from './native-menu.ts';

export interface ShellCapabilities {
  /** False in a browser against a hosted core. */
  readonly nativeFiles: boolean;
  readonly platform: 'linux' | 'darwin' | 'win32' | 'web';
}

/** What was admitted from disk: a one-time ticket for `photo.import`. Core never sees a path that the page chose. */
export interface AdmittedFile {
  readonly admitted: string;
  readonly fileName: string;
}

export type AdmitAnswer =
  | ({ readonly ok: true } & AdmittedFile)
  | { readonly ok: false; readonly why: 'too-large' | 'not-a-photo' | 'unreadable' | 'no-space' };

export type AdmitStoryAnswer =
  | ({ readonly ok: true } & AdmittedFile)
  | {
      readonly ok: false;
      readonly why: 'too-large' | 'unreadable' | 'no-space';
      readonly fileName: string;
    };

export type SaveAnswer =
  | { readonly saved: true; readonly fileName: string }
  | {
      readonly saved: false;
      readonly why: 'cancelled' | 'no-space' | 'not-writable' | 'failed';
    };

export type PrintAnswer = 'printed' | 'cancelled' | 'failed';

/** Stories as files on this machine. */
export interface ShellFiles {
  /** Shows the system's dialog and admits what the person picks, for `files.read`; null when they pick nothing. */
  pickStory(): Promise<AdmitStoryAnswer | null>;
  /** Copies a file that a person dropped into core's inbox, for `files.read`. */
  admitStory(file: FileHandle): Promise<AdmitStoryAnswer>;
  /** Asks the person where, and puts the file there that `story.export` wrote; its ending says what it is. */
  save(ticket: string, fileName: string): Promise<SaveAnswer>;
  /** Opens the system's print dialog for a page that `story.export` wrote. */
  print(ticket: string): Promise<PrintAnswer>;
}

/** The browser's `File`; named by what we use of it, so that this folder needs no DOM types. */
export interface FileHandle {
  readonly name: string;
  readonly size: number;
}

export interface ShellBridge {
  readonly capabilities: ShellCapabilities;
  /** Connects to core; frames arrive until `closed`. Core may be restarted: then connect again. */
  connectCore(
    onFrame: (frame: Frame) => void,
    onClosed: () => void,
  ): Promise<(frame: Frame) => void>;
  /** Copies a file that a person dropped, picked or pasted into core's inbox. */
  admitFile(file: FileHandle): Promise<AdmitAnswer>;
  /** Absent where there is no disk to save to. */
  readonly files?: ShellFiles;
  /** Asks the system to open a published page in the browser; only http and https. */
  openExternal(url: string): Promise<boolean>;
  /** Theme and language, kept by main so that the first paint is right. */
  preferences(): Promise<Preferences>;
  setPreferences(preferences: Preferences): Promise<void>;
  /** Called before the window closes; resolve when everything is committed. */
  onBeforeClose(finish: () => Promise<void>): void;
  /** A command chosen in the native menu. */
  onMenu(listener: (pick: MenuPick) => void): void;
  /** The native menu as it is to be now. Absent where there is none. */
  showMenu?(menu: ShownMenu): Promise<void>;
  /** Which of the windows this is. Absent where there is only one. */
  ownWindow?(): Promise<OwnWindow>;
  /** Opens another window; with a story, that story in it. Absent where there are no windows to open. */
  openWindow?(story: string | null): Promise<void>;
  /** Somebody followed a `redaksi://story/<id>` link. Absent where no such links exist. */
  onOpenStory?(listener: (story: string) => void): void;
}

export interface OwnWindow {
  /** Stays over restarts: its tabs are kept under it. */
  readonly name: string;
  /** Just opened by a person: it begins without the tabs of an older window of that name. */
  readonly fresh: boolean;
  /** The story that it was opened for. */
  readonly story: string | null;
}

export interface Preferences {
  readonly theme: 'system' | 'light' | 'dark';
  readonly language: 'id' | 'en';
}

/** Custom schemes. The page is served from `app`; photos by hash from `media`; pages of stories from `preview`. */
export const SCHEMES = {
  app: 'redaksi-app',
  /** `redaksi-media://photo/<hash>?size=thumb|preview|original` */
  media: 'redaksi-media',
  /** `redaksi-preview://draft/<story>` (rendered here) and `redaksi-preview://live/<path>` (fetched from the site). */
  preview: 'redaksi-preview',
} as const;

declare global {
  // The renderer's only way out; tests put a stand-in here.
  var redaksi: ShellBridge | undefined;
}
