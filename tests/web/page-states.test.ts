import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aBrowser } from '../kit/a-browser.ts';
import { axeViolations } from './kit/axe-violations.ts';
import { followMail, openTab, type WatchedPage } from './kit/open-scripted.ts';
import { pageStates } from './kit/page-states.ts';
import { type ScriptedPage, scriptedPage } from './kit/scripted-page.ts';

let browser: Browser;
let served: ScriptedPage;

beforeAll(async () => {
  [browser, served] = await Promise.all([aBrowser(), scriptedPage()]);
}, 60_000);
afterAll(() => Promise.all([browser?.close(), served?.close()]));

/** In pixels: how much wider than the window the page is. */
const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

describe.each([390, 1280] as const)('at %i px', (width) => {
  let page: WatchedPage;
  beforeAll(async () => {
    ({ page } = await openTab(browser, { width }));
  }, 30_000);

  test.each(pageStates)(
    '$name is shown without a shift, a complaint or a finding of axe',
    async (state) => {
      await page.goto(`${served.url}/elsewhere`);
      await page.evaluate(() => [localStorage, sessionStorage].forEach((storage) => void storage.clear()));
      await page.emulateMedia({ colorScheme: 'light' });
      page.complaints = [];
      served.play(state.script);
      if (state.asStranger) await page.goto(served.url);
      else await followMail(page, served, state.path);
      await state.act?.(page);
      await page.getByText(state.shows).first().waitFor({ state: 'attached' });
      expect(await axeViolations(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      // Only colours are different in the dark.
      expect(await axeViolations(page, ['color-contrast'])).toEqual([]);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0);
      expect(await page.shift()).toBe(0);
      expect(page.complaints).toEqual([]);
    },
    30_000,
  );
});
