import type { KnipConfig } from 'knip';

/** What a style sheet takes from packages: fonts by `url('@package/...')`, other sheets by `@import`. */
function importsOfCss(text: string): string {
  return [...text.matchAll(/(?:url\(|@import\s+)['"]([^'"]+)['"]/g)]
    .map(([, address]) => `import '${address}';`)
    .join('\n');
}

// Tools want a default export here.
export default {
  // Where the product and its tools begin; whatever none of these reaches is unused.
  entry: [
    'build/{start,test,run}.mjs',
    'build/{start,test,types,build-app,make-sample-photos,take-screenshots}.ts',
    'build/electron/loader/main.js',
    'electron/main/main.ts',
    'electron/preload/preload.ts',
    'electron/core/entry.ts',
    'electron/core/files/worker.ts',
    'electron/cli/story.ts',
    'renderer/main.tsx',
    'server/{main,manage}.ts',
    'tests/sim/run.ts',
    'tests/bench/run.ts',
    'tests/harness/{main.tsx,serve.ts}',
    // Started by tests as processes of their own.
    'tests/fakes/{child,control,saving}-core.ts',
    'tests/fakes/utility-worker.ts',
  ],
  project: [
    '{build,electron,renderer,server,shared,tests}/**/*.{ts,tsx,mts,js,mjs,css}',
    '*.ts',
    '!**/fixtures/**',
  ],
  compilers: { css: importsOfCss },
  // A part of a schema or a type may have a name of its own for those who read the file.
  ignoreExportsUsedInFile: true,
  // The tools that package.json's scripts and build/test run by their place in node_modules.
  ignoreDependencies: ['oxfmt', 'oxlint', 'oxlint-tsgolint'],
  // The system's, not a package's.
  ignoreBinaries: ['Xvfb', 'apt-cache', 'apt-get', 'ldd', 'unshare'],
} satisfies KnipConfig;
