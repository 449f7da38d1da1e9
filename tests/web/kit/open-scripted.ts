// A browser tab at the scripted page, watched for what must not happen.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { NOW } from './page-data.ts';
import type { ScriptedPage } from './scripted-page.ts';

export type WatchedPage = Page & {
  /** Errors of scripts and of the console, such as a violation of the content security policy. */
  complaints: string[];
  /** The sum of all layout shifts so far that did not follow at once on what a person did. */
  shift(): Promise<number>;
};

type Look = {
  width: 390 | 1280;
  /** Whether timers wait until the test lets time pass; else only what the clock shows stands still. */
  timersWait?: boolean;
};

/** A tab at 09:00 in UTC on the page's Wednesday. */
export async function openTab(browser: Browser, look: Look): Promise<{ context: BrowserContext; page: WatchedPage }> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: 844 },
    reducedMotion: 'reduce',
    timezoneId: 'UTC',
  });
  const page = (await context.newPage()) as WatchedPage;
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(error.message));
  page.on('console', (message) => {
    // That a request failed is the browser's own remark, and some tests make one fail.
    const isRemark = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isRemark) page.complaints.push(message.text());
  });
  page.shift = () => page.evaluate(() => Number(document.documentElement.dataset.shift ?? 0));
  await page.addInitScript(() => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
        if (!entry.hadRecentInput) sum += entry.value;
      }
      document.documentElement.dataset.shift = String(sum);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  if (look.timersWait) await page.clock.install({ time: NOW });
  else await page.clock.setFixedTime(NOW);
  return { context, page };
}

/** Opens the page by the button of a mail, as a learner does. */
export async function followMail(page: Page, { url }: ScriptedPage, path = '/'): Promise<void> {
  await page.goto(`${url}${path}#token=a.b.c`);
}

export const SIGNS_IN = { SignInWithLink: { data: { signInWithLink: { customToken: 'custom' } } } };
