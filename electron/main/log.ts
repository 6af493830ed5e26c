/** The shell's log: one JSON line an event, on stderr. Never text of a story, never a secret. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
type Fields = Readonly<Record<string, unknown>>;

export interface Log {
  info(fields: Fields, message: string): void;
  warn(fields: Fields, message: string): void;
  error(fields: Fields, message: string): void;
}

const ORDER = ['debug', 'info', 'warn', 'error'] as const;

export function createLog(
  least: LogLevel | 'silent',
  write: (line: string) => void,
  now: () => Date,
): Log {
  const from = least === 'silent' ? ORDER.length : ORDER.indexOf(least);
  const at =
    (level: LogLevel) =>
    (fields: Fields, message: string): void => {
      if (ORDER.indexOf(level) < from) return;
      const entry = { time: now().toISOString(), level, of: 'shell', message, ...plain(fields) };
      write(`${JSON.stringify(entry)}\n`);
    };
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

/** An Error has no own fields that JSON would show. */
function plain(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      value instanceof Error ? { message: value.message, stack: value.stack } : value,
    ]),
  );
}
