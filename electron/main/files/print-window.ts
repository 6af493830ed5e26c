/** A story's page in a window that nobody sees, for the printer and for PDF. */
import { BrowserWindow, type WebContents } from 'electron';
import { SCHEMES } from '#shared/contract/shell.ts';
import type { PrintJob } from '#shared/contract/files.ts';
import { escapeForHeader } from './header-text.ts';

const PATIENCE = 30_000;

/** A4 with room for the lines above and below, in inches. */
const MARGINS = { top: 0.95, bottom: 0.87, left: 0.87, right: 0.87 } as const;

/** Loads the page that waits under the ticket and hands its contents on; the window is gone afterwards. */
async function withPage<Result>(
  ticket: string,
  use: (contents: WebContents) => Promise<Result>,
): Promise<Result> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
      spellcheck: false,
      // SECURITY: a page to be printed runs nothing; its own policy says so too.
      javascript: false,
    },
  });
  try {
    await inTime(window.loadURL(`${SCHEMES.preview}://print/${ticket}`));
    return await use(window.webContents);
  } finally {
    window.destroy();
  }
}

/** The page as PDF, with the headline above and the page's number and standing below. */
export async function pageAsPdf(ticket: string, job: PrintJob): Promise<Uint8Array> {
  return await withPage(ticket, (contents) =>
    inTime(
      contents.printToPDF({
        pageSize: 'A4',
        printBackground: true,
        preferCSSPageSize: true,
        margins: MARGINS,
        displayHeaderFooter: true,
        headerTemplate: line(escapeForHeader(job.running), ''),
        footerTemplate: line(
          escapeForHeader(job.state),
          '<span class="pageNumber"></span> / <span class="totalPages"></span>',
        ),
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      }),
    ),
  );
}

/** Opens the system's print dialog. False when the person calls it off. */
export async function printPage(
  ticket: string,
  job: PrintJob,
): Promise<'printed' | 'cancelled' | 'failed'> {
  return await withPage(
    ticket,
    (contents) =>
      new Promise((resolve) => {
        contents.print(
          {
            silent: false,
            printBackground: true,
            pageSize: 'A4',
            header: job.running,
            footer: job.state,
          },
          (done, why) => resolve(done ? 'printed' : /cancel/i.test(why) ? 'cancelled' : 'failed'),
        );
      }),
  );
}

/** A line of the margin. Chromium gives these templates no style of the page. */
function line(left: string, right: string): string {
  return `<div style="width:100%;margin:0 0.87in;display:flex;justify-content:space-between;gap:12px;font:7pt Arial,sans-serif;color:#444"><span style="overflow:hidden;white-space:nowrap;text-overflow:ellipsis">${left}</span><span style="white-space:nowrap">${right}</span></div>`;
}

async function inTime<Result>(work: Promise<Result>): Promise<Result> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('the page took too long')), PATIENCE);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
