/** The workstation's entry: puts the parts together, in the order that security and the first paint ask for. */
import path from 'node:path';
import { app, BrowserWindow, nativeTheme, protocol } from 'electron';
import { SHELL_NEWS } from '#shared/contract/shell-channels.ts';
import { SCHEMES } from '#shared/contract/shell.ts';
import { appPaths } from './app-paths.ts';
import { keepMenu } from './application-menu.ts';
import { startCoreBroker, type CoreBroker } from './broker/core-broker.ts';
import { listenForDeepLinks } from './deep-links.ts';
import { environment } from './environment.ts';
import { openOutgoing, type Outgoing } from './files/outgoing.ts';
import { storyPicking } from './files/picking.ts';
import { fileSaving } from './files/saving.ts';
import { openInbox } from './incoming.ts';
import { tellWindow } from './ipc.ts';
import { createLog } from './log.ts';
import { forbidNavigation } from './navigation.ts';
import { openPreferences } from './preferences.ts';
import { demandsSandbox } from './policy/sandbox-rule.ts';
import { serveApp } from './protocols/app-protocol.ts';
import { serveMedia } from './protocols/media-protocol.ts';
import { servePreview } from './protocols/preview-protocol.ts';
import { registerSchemes } from './protocols/register-schemes.ts';
import { endInOrder } from './quit.ts';
import { openSecrets } from './secrets.ts';
import { guardSessions } from './session-policy.ts';
import { answerShellCalls } from './shell-calls.ts';
import { signInAtOnce, wantedSignIn } from './sign-in.ts';
import { startCore } from './start-core.ts';
import { findSystemSealer } from './system-sealer.ts';
import { createWindows } from './window/windows.ts';

const dist = path.resolve(import.meta.dirname, '..');
const env = environment(process.env);
const paths = appPaths(dist, app.getPath('userData'), env.dataDir);
const log = createLog(
  env.logLevel,
  (line) => void process.stderr.write(line),
  () => new Date(),
);

// Before the app is ready, or never: Chromium reads these once.
if (demandsSandbox({ argv: process.argv, packaged: app.isPackaged })) app.enableSandbox();
app.setPath('userData', paths.shell);
registerSchemes();
guardSessions(app, log);
forbidNavigation(app, log);
const links = listenForDeepLinks(app, process.argv);

// One workstation a data folder: two cores on one database would each believe to be alone.
if (app.requestSingleInstanceLock()) {
  run().catch((error: unknown) => {
    log.error({ err: error }, 'the workstation could not start');
    app.exit(1);
  });
} else {
  app.exit(0);
}

async function run(): Promise<void> {
  await app.whenReady();
  const preferences = await openPreferences(paths.shell, app.getLocale());
  nativeTheme.themeSource = preferences.get().theme;
  const inbox = openInbox(paths.data);
  const { node } = process.versions;
  const broker = startCoreBroker({
    start: () => startCore(paths, env, { node, packaged: app.isPackaged, variables: process.env }),
    secrets: openSecrets(paths.shell, findSystemSealer),
    log,
  });
  endInOrder(app, broker);
  const outgoing = openOutgoing(paths.data);
  serveProtocols(broker, outgoing);

  let quitting = false;
  app.on('before-quit', () => {
    quitting = true;
  });
  const windows = createWindows({
    ...paths,
    log,
    isQuitting: () => quitting,
    onOpened: (window) => links.deliverTo(window),
  });
  const menu = keepMenu(() => preferences.get().language);
  answerShellCalls({
    broker,
    inbox,
    preferences,
    pick: storyPicking(inbox, () => preferences.get().language),
    saving: fileSaving(outgoing, () => preferences.get().language, log),
    log,
    preferencesChanged: menu.languageChanged,
    menu,
    windows,
  });
  broker.onGone(() => {
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      tellWindow(webContents, SHELL_NEWS.coreGone);
    }
  });

  const wanted = wantedSignIn(env.signIn, { packaged: app.isPackaged, log });
  if (wanted !== null) await signInAtOnce(broker.connect, wanted, log);

  app.on('second-instance', (_event, argv) => {
    links.follow(argv);
    windows.toFront();
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) void windows.restore();
  });
  app.on('child-process-gone', (_event, { type, reason }) =>
    log.error({ type, reason }, 'a helper process of Chromium ended'),
  );
  await windows.restore();
  await inbox.sweep(new Date());
  await outgoing.sweep(new Date());
}

function serveProtocols({ renderPreview, server }: CoreBroker, outgoing: Outgoing): void {
  const readPrint = async (ticket: string) => (await outgoing.page(ticket))?.html ?? null;
  protocol.handle(SCHEMES.app, serveApp(paths.renderer));
  protocol.handle(SCHEMES.media, serveMedia(paths.data));
  protocol.handle(
    SCHEMES.preview,
    servePreview({ renderDraft: renderPreview, readPrint, server, fetch }),
  );
}
