/** Commands of the native menu, on their way to whichever screen can do them. */
import { useEffect, useRef } from 'react';
import type { MenuCommand } from '#shared/contract/shell.ts';

const places = new Map<MenuCommand, Set<() => void>>();

/** Hands a command to the screens that listen; false when none does now. */
export function giveMenuCommand(command: MenuCommand): boolean {
  const listeners = places.get(command);
  if (listeners === undefined || listeners.size === 0) return false;
  for (const run of listeners) run();
  return true;
}

/** Does a menu command as long as the screen is shown. */
export function useMenuCommand(command: MenuCommand, run: () => void): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const listener = (): void => latest.current();
    const listeners = places.get(command) ?? new Set();
    places.set(command, listeners);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, [command]);
}
