// `npm test`: see build/test.ts.
import { setUpAndRun } from './bootstrap.mjs';

setUpAndRun('build/test.ts', process.argv.slice(2));
