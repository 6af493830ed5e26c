import type { BrowserWindowConstructorOptions } from 'electron';
import { MINIMUM, type Opening } from './window-state.ts';

/** The page's ground in both themes (`--desk` of renderer/ui/tokens.css), so that nothing flashes before the first paint. */
const GROUND = { light: '#f1eee8', dark: '#131315' } as const;

/** SECURITY: what a page may be. The hardening test reads this literal. */
export function windowOptions(
  { maximised: _maximised, ...bounds }: Opening,
  { preload, dark }: { readonly preload: string; readonly dark: boolean },
): BrowserWindowConstructorOptions {
  return {
    ...bounds,
    minWidth: MINIMUM.width,
    minHeight: MINIMUM.height,
    // Shown when it is painted.
    show: false,
    backgroundColor: dark ? GROUND.dark : GROUND.light,
    title: 'Redaksi',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
      // Electron's own checker would fetch dictionaries; ours is bundled.
      spellcheck: false,
    },
  };
}
