/** Node's message ports with the face of Electron's: events carry the message in `data`, and `on` does not start them. */
import { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';

export class FakeMessagePort extends EventEmitter {
  readonly node: MessagePort;

  constructor(node: MessagePort) {
    super();
    this.node = node;
    node.addEventListener('message', (event) =>
      this.emit('message', {
        data: (event as unknown as { data: unknown }).data,
        ports: [],
      }),
    );
    node.addEventListener('close', () => this.emit('close'));
  }

  postMessage(message: unknown): void {
    this.node.postMessage(message);
  }

  start(): void {
    this.node.start();
  }

  close(): void {
    this.node.close();
  }
}

export class FakeMessageChannel {
  readonly port1: FakeMessagePort;
  readonly port2: FakeMessagePort;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = new FakeMessagePort(port1);
    this.port2 = new FakeMessagePort(port2);
  }
}
