/** From the click on a story at the desk until its caret stands in the text; and the same text put into a bare page. */
import type { Page } from '@playwright/test';
import { OUR_BODY, type LongStory } from './desk.ts';

export interface Opening {
  readonly words: number;
  readonly milliseconds: readonly number[];
  /** The floor: the same HTML put into a bare editable element, until it is painted with a caret. */
  readonly floor: readonly number[];
}

interface TimedWindow {
  openedAfter?: Promise<number>;
}

/** Opens the story from the desk, once. */
export async function timeOpening(window: Page, story: LongStory): Promise<number> {
  const row = window.getByRole('option').filter({ hasText: story.headline });
  await row.waitFor();
  await window.evaluate(watchOpening, OUR_BODY);
  await row.click();
  return await window.evaluate(
    () =>
      (globalThis as TimedWindow).openedAfter ?? Promise.reject(new Error('nothing was opened')),
  );
}

/** Runs in the page. A caret is one that takes keys: focus and selection are in the body, and that frame is painted. */
function watchOpening(body: string): void {
  (globalThis as TimedWindow).openedAfter = new Promise((resolve) => {
    const onClick = (event: Event): void => {
      removeEventListener('click', onClick, true);
      const look = (): void => {
        const element = document.querySelector<HTMLElement>(body);
        if (element === null || element.textContent === '') {
          requestAnimationFrame(look);
          return;
        }
        // Where the story itself has not put the caret, the writer's next click does.
        if (document.activeElement !== element) {
          element.focus();
          getSelection()?.collapse(element.querySelector('p') ?? element, 0);
        }
        const painted = new MessageChannel();
        painted.port1.addEventListener('message', () => {
          painted.port1.close();
          resolve(performance.now() - event.timeStamp);
        });
        painted.port1.start();
        requestAnimationFrame(() => painted.port2.postMessage(null));
      };
      requestAnimationFrame(look);
    };
    addEventListener('click', onClick, true);
  });
}

/** Runs in the floor's page: the same text put in anew. */
export async function timeFloor(page: Page, body: string): Promise<number> {
  return await page.locator(body).evaluate(
    (element) =>
      new Promise<number>((resolve) => {
        const html = element.innerHTML;
        element.innerHTML = '';
        requestAnimationFrame(() =>
          setTimeout(() => {
            const from = performance.now();
            element.innerHTML = html;
            getSelection()?.collapse(element.querySelector('p'), 0);
            const painted = new MessageChannel();
            painted.port1.addEventListener('message', () => {
              painted.port1.close();
              resolve(performance.now() - from);
            });
            painted.port1.start();
            requestAnimationFrame(() => painted.port2.postMessage(null));
          }, 50),
        );
      }),
  );
}
