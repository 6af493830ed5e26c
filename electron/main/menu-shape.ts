import type { ShownMenu } from '#shared/contract/native-menu.ts';

/** Whether two menus have the same entries, names and keys: then they differ at most in what can be done now. */
export function sameShape(a: ShownMenu, b: ShownMenu): boolean {
  return shape(a) === shape(b);
}

function shape({ groups }: ShownMenu): string {
  return JSON.stringify(
    groups.map(({ id, title, entries }) => [
      id,
      title,
      entries.map(({ command, name, keys, checked }) => [command, name, keys, checked === null]),
    ]),
  );
}
