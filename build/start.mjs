// `npm start`: see build/start.ts.
import { setUpAndRun } from './bootstrap.mjs';

setUpAndRun('build/start.ts', process.argv.slice(2));
