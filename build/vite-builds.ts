/** The five bundles of the workstation, one row each. See design: processes. */
import path from 'node:path';
import type { InlineConfig } from 'vite';
import { ROOT } from './bootstrap.mjs';

/** The oldest runtime we drive (the registry's Electron 33): its Node and its Chromium. */
const OLDEST_NODE = 'node20';
const OLDEST_CHROMIUM = 'chrome130';

/** Packages with native code or data files of their own: loaded from node_modules, never bundled. */
const NATIVE = ['better-sqlite3', 'sharp', '@node-rs/argon2', 'exiftool-vendored'];

export interface Bundle {
  readonly name: string;
  readonly entry: string;
  /** What the build must have written; the app cannot start without it. */
  readonly output: string;
  /** Asked only when there is something to build: loading Vite costs half a second. */
  readonly config: () => Promise<InlineConfig>;
}

const shared: InlineConfig = {
  configFile: false,
  envDir: false,
  logLevel: 'warn',
  publicDir: false,
};

/** A bundle that runs in a Node: everything inside but Electron and what is native. */
function nodeBundle(name: string, entry: string, output: string): Bundle {
  return {
    name,
    entry,
    output,
    config: async () => ({
      ...shared,
      root: ROOT,
      ssr: { noExternal: true, external: ['electron', ...NATIVE] },
      build: {
        ssr: entry,
        outDir: path.join(ROOT, path.dirname(output)),
        emptyOutDir: true,
        target: OLDEST_NODE,
        minify: false,
        sourcemap: true,
        rolldownOptions: {
          output: { format: 'es', entryFileNames: path.basename(output) },
        },
      },
    }),
  };
}

const main = nodeBundle('main', 'electron/main/main.ts', 'dist/main/main.js');
const core = nodeBundle('core', 'electron/core/entry.ts', 'dist/core/host.js');
/** The thread in which core reads and writes files: its libraries cost nothing until a file is opened. */
const files = nodeBundle('files', 'electron/core/files/worker.ts', 'dist/files/worker.js');

const preload: Bundle = {
  name: 'preload',
  entry: 'electron/preload/preload.ts',
  output: 'dist/preload/preload.cjs',
  config: async () => ({
    ...shared,
    root: ROOT,
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: 'electron/preload/preload.ts',
      outDir: path.join(ROOT, 'dist/preload'),
      emptyOutDir: true,
      target: OLDEST_CHROMIUM,
      minify: false,
      sourcemap: false,
      rolldownOptions: {
        // SECURITY: a sandboxed preload is one CommonJS file; it may require only `electron`.
        output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
      },
    },
  }),
};

const renderer: Bundle = {
  name: 'renderer',
  entry: 'renderer/index.html',
  output: 'dist/renderer/index.html',
  config: async () => ({
    ...shared,
    root: path.join(ROOT, 'renderer'),
    base: './',
    plugins: [(await import('@vitejs/plugin-react')).default()],
    // Modules, so that a worker may load a part of itself later (spelling: its WebAssembly).
    worker: { format: 'es' },
    build: {
      outDir: path.join(ROOT, 'dist/renderer'),
      emptyOutDir: true,
      target: OLDEST_CHROMIUM,
      sourcemap: true,
      // The page's policy allows images and fonts from the app alone: no data: URLs.
      assetsInlineLimit: 0,
      // It would fetch, which the policy forbids, for browsers that Electron is not.
      modulePreload: { polyfill: false },
      // Everything is local: one big chunk loads faster than many small ones.
      chunkSizeWarningLimit: 4_000,
    },
  }),
};

export const BUNDLES: readonly Bundle[] = [main, preload, core, files, renderer];
