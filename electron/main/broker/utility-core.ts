import { MessageChannelMain, utilityProcess } from 'electron';
import type { CoreLaunch, CoreProcess } from './core-process.ts';

/** Core as Electron's utility process: a window's frames go straight to it and never pass main. */
export function startUtilityCore({ file, env }: CoreLaunch): CoreProcess {
  const child = utilityProcess.fork(file, [], {
    env: { ...env },
    serviceName: 'Redaksi core',
    stdio: 'inherit',
  });
  return {
    send: (message) => child.postMessage(message),
    connect: (window) => {
      const { port1, port2 } = new MessageChannelMain();
      child.postMessage({ control: 'connect', window }, [port1]);
      return port2;
    },
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.on('exit', listener),
    kill: () => void child.kill(),
  };
}
