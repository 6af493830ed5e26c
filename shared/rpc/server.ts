/**
 * Core's end of a connection: takes calls from one window, gives answers and events. It knows the contract and no
 * transport; whoever has a Port (a window, the shell itself, later a browser) is served the same way.
 */
import {
  CORE_EVENTS,
  CORE_METHODS,
  type CoreEvent,
  type CoreEventPayload,
  type CoreHandlers,
  type CoreMethod,
} from '../contract/core.ts';
import { RedaksiError, toWireError } from '../contract/errors.ts';
import { frameSchema, RPC_PROTOCOL, type Frame, type Port } from './frames.ts';

/** What core says happened. A union over the events, so that name and payload always fit. */
export type CoreNews = {
  readonly [Event in CoreEvent]: {
    readonly event: Event;
    readonly payload: CoreEventPayload<Event>;
  };
}[CoreEvent];

/** The part of a logger that a connection needs; pino fits. */
export interface RpcLogger {
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

export interface ServeOptions {
  readonly port: Port;
  readonly handlers: CoreHandlers;
  /** Subscribes this connection to core's news; gives back how to stop. */
  readonly onEvent: (listener: (news: CoreNews) => void) => () => void;
  readonly logger: RpcLogger;
  /** Names one call in the log and in its error. */
  readonly newTraceId: () => string;
  /** Checks outputs and events against the contract too: for development and tests. */
  readonly checkOutputs?: boolean;
}

type Request = Extract<Frame, { type: 'req' }>;
interface Call {
  readonly traceId: string;
  cancelled: boolean;
}

/** Serves one window until its port closes. */
export function serveCore(options: ServeOptions): void {
  const { port, handlers, logger, newTraceId, checkOutputs = false } = options;
  const calls = new Map<number, Call>();
  let greeted = false;

  port.onFrame((received) => {
    const parsed = frameSchema.safeParse(received);
    if (!parsed.success) {
      logger.warn({ frame: describeFrame(received) }, 'a frame that is not understood was ignored');
      return;
    }
    const frame = parsed.data;
    switch (frame.type) {
      case 'hello':
        greeted = frame.protocol === RPC_PROTOCOL;
        if (!greeted) logger.warn({ protocol: frame.protocol }, 'a window speaks another protocol');
        break;
      case 'req':
        void answer(frame);
        break;
      case 'cancel':
        cancel(frame.id);
        break;
      case 'res':
      case 'fail':
      case 'evt':
        logger.warn({ type: frame.type }, 'a window sent what only core sends; ignored');
        break;
    }
  });

  const stopNews = options.onEvent(({ event, payload }) => {
    if (checkOutputs && !fits(CORE_EVENTS[event], payload, { event })) return;
    sendSafely({ type: 'evt', event, payload }, { event });
  });
  port.onClose(() => {
    stopNews();
    for (const call of calls.values()) call.cancelled = true;
    calls.clear();
  });
  port.send({ type: 'hello', protocol: RPC_PROTOCOL });

  async function answer({ id, method, input }: Request): Promise<void> {
    const call: Call = { traceId: newTraceId(), cancelled: false };
    const about = { method, traceId: call.traceId };
    try {
      if (!greeted) throw new RedaksiError('PROTOCOL', `this core speaks protocol ${RPC_PROTOCOL}`);
      if (calls.has(id)) throw new RedaksiError('INVALID', `call ${id} is still running`);
      calls.set(id, call);
      const output = await run(method, input);
      if (call.cancelled) return;
      if (checkOutputs && !fits(CORE_METHODS[method as CoreMethod].output, output, about)) {
        throw new Error(`the output of ${method} does not fit the contract`);
      }
      if (!sendSafely({ type: 'res', id, ok: true, output }, about)) {
        throw new Error(`the output of ${method} can't be sent`);
      }
    } catch (thrown) {
      if (call.cancelled) return;
      const error = toWireError(thrown, call.traceId);
      // The text of an unknown failure stays in this log: it may hold secrets.
      if (error.code === 'INTERNAL') logger.error({ ...about, err: thrown }, 'a call failed');
      sendSafely({ type: 'fail', id, error }, about);
    } finally {
      if (calls.get(id) === call) calls.delete(id);
    }
  }

  async function run(method: string, input: unknown): Promise<unknown> {
    // SECURITY: own-property lookup in our own table, so that `constructor` or `__proto__` is no method.
    if (!Object.hasOwn(CORE_METHODS, method) || !Object.hasOwn(handlers, method)) {
      throw new RedaksiError('NOT_FOUND', 'there is no such method', { method });
    }
    const name = method as CoreMethod;
    // SECURITY: no handler sees an input that its schema has not passed.
    const checked = CORE_METHODS[name].input.safeParse(input);
    if (!checked.success) {
      const places = checked.error.issues.slice(0, 20).map((issue) => ({
        path: issue.path.map(String).join('.'),
        problem: issue.message.slice(0, 200),
      }));
      throw new RedaksiError('INVALID', `the input of ${name} does not fit`, { places });
    }
    // The table pairs each method with its input; the compiler can't follow a name known only at run time.
    const handler = handlers[name] as (input: unknown) => unknown;
    return await handler(checked.data);
  }

  /** A cancelled call is answered at once; what its handler has already committed stays committed. */
  function cancel(id: number): void {
    const call = calls.get(id);
    if (call === undefined) return;
    call.cancelled = true;
    calls.delete(id);
    const error = toWireError(
      new RedaksiError('CANCELLED', 'the window no longer waits'),
      call.traceId,
    );
    sendSafely({ type: 'fail', id, error }, { traceId: call.traceId });
  }

  function fits(
    schema: { safeParse(value: unknown): { success: boolean; error?: unknown } },
    value: unknown,
    about: Readonly<Record<string, unknown>>,
  ): boolean {
    const checked = schema.safeParse(value);
    if (!checked.success) logger.error({ ...about, err: checked.error }, 'core broke its contract');
    return checked.success;
  }

  /** A transport may refuse a value that can't be copied; that must not take core down. */
  function sendSafely(frame: Frame, about: Readonly<Record<string, unknown>>): boolean {
    try {
      port.send(frame);
      return true;
    } catch (err) {
      logger.error({ ...about, err }, 'a frame could not be sent');
      return false;
    }
  }
}

function describeFrame(frame: unknown): string {
  if (typeof frame !== 'object' || frame === null) return typeof frame;
  return 'type' in frame ? String(frame.type).slice(0, 40) : 'no type';
}
