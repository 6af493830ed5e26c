/** Electron's utilityProcess, with a worker thread in its place: the entry that it runs is the real one. */
import { EventEmitter } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { FakeMessagePort } from './message-ports.ts';

class FakeUtilityProcess extends EventEmitter {
  readonly #worker: Worker;

  constructor(entry: string, env: NodeJS.ProcessEnv) {
    super();
    this.#worker = new Worker(new URL('utility-worker.ts', import.meta.url), {
      workerData: { entry },
      env,
    });
    this.#worker.on('message', (message) => this.emit('message', message));
    this.#worker.on('error', () => undefined);
    this.#worker.on('exit', (code) => this.emit('exit', code));
  }

  postMessage(message: unknown, transfer: readonly FakeMessagePort[] = []): void {
    const ports = transfer.map(({ node }) => node);
    this.#worker.postMessage({ message, ports }, ports);
  }

  kill(): boolean {
    void this.#worker.terminate();
    return true;
  }
}

export function fork(
  entry: string,
  _arguments: readonly string[] = [],
  options: { readonly env?: NodeJS.ProcessEnv } = {},
): FakeUtilityProcess {
  return new FakeUtilityProcess(entry, options.env ?? {});
}
