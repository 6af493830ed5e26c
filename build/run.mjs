// `node build/run.mjs SCRIPT ARGS...`: runs any script of the repository under Node 24, set up first.
import { setUpAndRun } from './bootstrap.mjs';

const [script, ...args] = process.argv.slice(2);
if (script === undefined) {
  process.stderr.write('Usage: node build/run.mjs SCRIPT [ARGS...]\n');
  process.exitCode = 2;
} else {
  setUpAndRun(script, args);
}
