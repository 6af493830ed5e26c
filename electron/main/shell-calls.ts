/** Everything that the page may ask of main: one row a call, each with its schema. */
import { nativeTheme } from 'electron';
import { z } from 'zod';
import { isOutgoingTicket } from '#shared/contract/files.ts';
import { shownMenuSchema } from '#shared/contract/native-menu.ts';
import { PASTED_BYTES, SHELL_CALLS, SHELL_NEWS } from '#shared/contract/shell-channels.ts';
import { storyIdSchema } from '#shared/domain/ids.ts';
import type { ApplicationMenu } from './application-menu.ts';
import type { CoreBroker } from './broker/core-broker.ts';
import type { Inbox } from './incoming.ts';
import type { PickStory } from './files/picking.ts';
import type { FileSaving } from './files/saving.ts';
import { answerShellCall } from './ipc.ts';
import type { Log } from './log.ts';
import { openInBrowser } from './open-external.ts';
import { preferencesSchema, type PreferenceStore } from './preferences.ts';
import type { Windows } from './window/windows.ts';

export interface ShellParts {
  readonly broker: CoreBroker;
  readonly inbox: Inbox;
  readonly preferences: PreferenceStore;
  readonly pick: PickStory;
  readonly saving: FileSaving;
  readonly log: Log;
  readonly menu: Pick<ApplicationMenu, 'show'>;
  readonly windows: Pick<Windows, 'own' | 'open' | 'finished'>;
  /** Language or theme changed: the menu is made anew. */
  readonly preferencesChanged: () => void;
}

const nonceSchema = z.string().regex(/^[0-9a-f-]{36}$/);
const nothing = z.undefined();
/** SECURITY: core's name for a file that it wrote; never a path. */
const outgoingTicket = z.string().refine(isOutgoingTicket);
const fileName = z.string().max(1_000);

export function answerShellCalls(parts: ShellParts): void {
  const { broker, inbox, preferences, log } = parts;

  answerShellCall(SHELL_CALLS.connectCore, nonceSchema, log, async (nonce, { senderFrame }) => {
    const port = await broker.connect();
    // SECURITY: to the frame that was checked; were it gone meanwhile, nobody gets the port.
    if (senderFrame === null) port.close();
    else senderFrame.postMessage(SHELL_NEWS.corePort, nonce, [port]);
  });

  answerShellCall(
    SHELL_CALLS.admitPath,
    // The path comes from the system's own file handle, read in the preload: the page can't choose it.
    z.string().min(1).max(4_096),
    log,
    (file) => inbox.admitFile(file),
  );
  answerShellCall(
    SHELL_CALLS.admitBytes,
    z.strictObject({ bytes: z.instanceof(Uint8Array), fileName }),
    log,
    ({ bytes, fileName }) =>
      bytes.byteLength > PASTED_BYTES
        ? { ok: false, why: 'too-large' }
        : inbox.admitBytes(bytes, fileName),
  );
  answerShellCall(SHELL_CALLS.pickStory, nothing, log, (_input, { sender }) => parts.pick(sender));
  answerShellCall(
    SHELL_CALLS.admitStoryPath,
    // As above: from the system's own file handle.
    z.string().min(1).max(4_096),
    log,
    (file) => inbox.admitStoryFile(file),
  );
  answerShellCall(
    SHELL_CALLS.admitStoryBytes,
    z.strictObject({ bytes: z.instanceof(Uint8Array), fileName }),
    log,
    ({ bytes, fileName: name }) => inbox.admitStoryBytes(bytes, name),
  );
  answerShellCall(
    SHELL_CALLS.saveFile,
    z.strictObject({ ticket: outgoingTicket, fileName: z.string().min(1).max(255) }),
    log,
    ({ ticket, fileName: name }, { sender }) => parts.saving.save(sender, ticket, name),
  );
  answerShellCall(SHELL_CALLS.printStory, outgoingTicket, log, (ticket) =>
    parts.saving.print(ticket),
  );
  answerShellCall(SHELL_CALLS.openExternal, z.string().max(4_096), log, openInBrowser);
  answerShellCall(SHELL_CALLS.readPreferences, nothing, log, () => preferences.get());
  answerShellCall(SHELL_CALLS.writePreferences, preferencesSchema, log, async (chosen) => {
    await preferences.set(chosen);
    nativeTheme.themeSource = chosen.theme;
    parts.preferencesChanged();
  });
  answerShellCall(SHELL_CALLS.finished, nothing, log, (_input, { sender }) =>
    parts.windows.finished(sender),
  );
  // SECURITY: a page describes its menu in words and keys of a closed form; main makes the menu.
  answerShellCall(SHELL_CALLS.showMenu, shownMenuSchema, log, (menu, { sender }) =>
    parts.menu.show(sender, menu),
  );
  answerShellCall(SHELL_CALLS.ownWindow, nothing, log, (_input, { sender }) =>
    parts.windows.own(sender),
  );
  answerShellCall(SHELL_CALLS.openWindow, storyIdSchema.nullable(), log, (story) =>
    parts.windows.open(story),
  );
}
