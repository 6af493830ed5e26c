/** The sample newsroom's people, as `npm start` shows and chooses them. Pure. */

export interface DemoPerson {
  readonly name: string;
  readonly username: string;
  readonly password: string;
  readonly roles: readonly string[];
}

/** Which role `--as` names; a username works too. */
export const DEFAULT_ROLE = 'reporter';

/** The person to sign in as. Throws a sentence that lists the possibilities. */
export function personFor(people: readonly DemoPerson[], as: string): DemoPerson {
  const found =
    people.find(({ username }) => username === as) ??
    // Whose first role it is, before those who hold it besides.
    people.find(({ roles }) => roles[0] === as) ??
    people.find(({ roles }) => roles.includes(as));
  if (found !== undefined) return found;
  const known = [...new Set(people.flatMap(({ roles, username }) => [...roles, username]))];
  throw new Error(`Nobody in the sample newsroom is "${as}". Known: ${known.join(', ')}.`);
}

/** The table of people and passwords, ready to print. */
export function peopleTable(people: readonly DemoPerson[]): string {
  const rows = [
    ['name', 'username', 'password', 'roles'],
    ...people.map(({ name, username, password, roles }) => [
      name,
      username,
      password,
      roles.join(', '),
    ]),
  ];
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`)
    .map((line) => line.trimEnd())
    .join('\n');
}

/** Whether a window can be shown: elsewhere than on Linux always, there with a display server. */
export function hasDisplay(
  platform: string,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  return platform !== 'linux' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);
}
