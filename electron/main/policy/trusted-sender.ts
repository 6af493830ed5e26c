import { isWorkbenchPage } from './origins.ts';

/** Who sent a message to main, by what we check of it. */
export interface Sender {
  readonly senderFrame: { readonly url: string; readonly parent: object | null } | null;
}

/** SECURITY: main listens to the main frame of the workstation's own page only; a frame that is gone is nobody. */
export function isTrustedSender({ senderFrame }: Sender): boolean {
  return senderFrame !== null && senderFrame.parent === null && isWorkbenchPage(senderFrame.url);
}
