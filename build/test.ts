/**
 * `npm test`: every check, in order, each to its end whatever the others say; then one summary.
 * `npm test -- --only unit,server` runs those groups alone.
 */
import { parseArgs } from 'node:util';
import { resolveElectron } from './electron-runtime.ts';
import { runMain } from './run-main.ts';
import { ensureSystemLibraries } from './system-libraries.ts';
import { readDrivenElectron } from './test/e2e.ts';
import { GROUPS, type Group, RESULTS } from './test/groups.ts';
import { failure } from './test/outcome.ts';
import { type GroupResult, renderSummary } from './test/summary.ts';

const HELP = `npm test [-- --only GROUP,GROUP...]

Groups, in order: ${GROUPS.map(({ name }) => name).join(', ')}
`;

await runMain(async () => {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const groups = chosenGroups(values.only);
  const drivesElectron = groups.some(({ name }) => name === 'e2e');
  if (drivesElectron) await prepareElectron();

  const results: GroupResult[] = [];
  for (const group of groups) results.push(await runGroup(group));
  const electron = drivesElectron ? await readDrivenElectron(RESULTS) : null;
  process.stdout.write(`${renderSummary(results, electron)}\n`);
  return results.some(({ outcome }) => outcome.failed > 0) ? 1 : 0;
});

function chosenGroups(only: string | undefined): readonly Group[] {
  if (only === undefined) return GROUPS;
  const names = only.split(',').filter((name) => name !== '');
  const unknown = names.filter((name) => !GROUPS.some((group) => group.name === name));
  if (unknown.length > 0 || names.length === 0) {
    throw new Error(`No group is called ${unknown.join(', ') || 'that'}.\n\n${HELP}`);
  }
  return GROUPS.filter(({ name }) => names.includes(name));
}

/** Set-up first, so that the groups' times are their own. What fails here fails again in its group. */
async function prepareElectron(): Promise<void> {
  try {
    const { executable } = await resolveElectron();
    ensureSystemLibraries(executable, 'with screen');
  } catch (error) {
    process.stderr.write(`[set-up] ${error instanceof Error ? error.message : String(error)}\n`);
  }
}

async function runGroup(group: Group): Promise<GroupResult> {
  process.stdout.write(`\n── ${group.title} ${'─'.repeat(Math.max(0, 70 - group.title.length))}\n`);
  const started = performance.now();
  const outcome = await group.run().catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${message}\n`);
    return failure(message.split('\n')[0]?.slice(0, 80) ?? '');
  });
  return { group: group.name, outcome, seconds: (performance.now() - started) / 1000 };
}
