import { defineConfig } from 'vitest/config';

// One machine, two cores: more workers only make timings noisy.
const maxWorkers = 2;

/** One Vitest project: its name is what `--project` and `npm test -- --only` take. */
function project(name: string, include: string[]) {
  return {
    test: {
      name,
      include,
      exclude: ['**/node_modules/**', 'dist/**', '**/fixtures/**'],
      environment: 'node',
      // Native modules (SQLite) and process.chdir want processes, not threads.
      pool: 'forks' as const,
      testTimeout: 20_000,
      hookTimeout: 20_000,
    },
  };
}

// Tools want a default export here.
export default defineConfig({
  test: {
    maxWorkers,
    projects: [
      // A test that needs a DOM says `// @vitest-environment happy-dom` in its first line.
      project('unit', [
        'shared/**/*.test.ts',
        'electron/**/*.test.ts',
        'renderer/**/*.test.{ts,tsx}',
        'build/**/*.test.ts',
      ]),
      project('imports', ['tests/architecture/**/*.test.ts']),
      project('server', ['server/**/*.test.ts', 'tests/server/**/*.test.ts']),
      project('sim', ['tests/sim/**/*.test.ts']),
    ],
  },
});
