/** Runs in the worker: gives the entry a `process.parentPort` as Electron would, then loads it. */
import { EventEmitter } from 'node:events';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { FakeMessagePort } from './message-ports.ts';

interface Letter {
  readonly message: unknown;
  readonly ports: readonly MessagePort[];
}

class FakeParentPort extends EventEmitter {
  constructor() {
    super();
    parentPort?.on('message', ({ message, ports }: Letter) =>
      this.emit('message', {
        data: message,
        ports: ports.map((port) => new FakeMessagePort(port)),
      }),
    );
  }

  postMessage(message: unknown): void {
    parentPort?.postMessage(message);
  }
}

Object.assign(process, { parentPort: new FakeParentPort() });
const { entry } = workerData as { readonly entry: string };
await import(pathToFileURL(entry).href);
