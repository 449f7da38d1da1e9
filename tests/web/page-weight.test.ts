import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { aBrowser } from '../kit/a-browser.ts';
import { followMail, openTab } from './kit/open-scripted.ts';
import { pageStates } from './kit/page-states.ts';
import { type ScriptedPage, scriptedPage } from './kit/scripted-page.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let served: ScriptedPage;
beforeAll(async () => {
  served = await scriptedPage();
});
afterAll(() => served?.close());

test('a first visit loads at most 60 KB of script, and asks for nothing that it can do without', async () => {
  const browser = await aBrowser();
  try {
    const { page } = await openTab(browser, { width: 390 });
    const loaded: { path: string; bytes: number }[] = [];
    page.on('requestfinished', async (request) => {
      const { responseBodySize } = await request.sizes();
      loaded.push({ path: new URL(request.url()).pathname, bytes: responseBodySize });
    });
    served.play(pageStates.find(({ name }) => name === 'answer-number')?.script ?? {});
    await followMail(page, served);
    await page.getByRole('button', { name: 'Send my answer' }).waitFor();
    await vi.waitUntil(() => loaded.length >= 10);
    const kinds = loaded.map(({ path }) => path.replace(/-[\w-]{8}\./, '.')).sort();
    expect(kinds).toEqual([
      '/',
      '/__/firebase/init.js',
      '/assets/icon.svg',
      '/assets/index.css',
      '/assets/index.js',
      '/assets/session.js',
      '/graphql',
      '/graphql',
      '/identitytoolkit.googleapis.com/v1/accounts:lookup',
      '/identitytoolkit.googleapis.com/v1/accounts:signInWithCustomToken',
    ]);
    const scripts = loaded.filter(({ path }) => /^\/assets\/.*\.js$/.test(path)).map(({ bytes }) => bytes);
    const sum = scripts.reduce((all, bytes) => all + bytes, 0);
    expect(sum).toBeGreaterThan(20_000);
    expect(sum).toBeLessThan(60_000);
  } finally {
    await browser.close();
  }
});

test('the small script asks the API while the sign-in SDK is still on its way', async () => {
  const browser = await aBrowser();
  try {
    const { page } = await openTab(browser, { width: 390 });
    let letThrough = () => {};
    await page.route('**/assets/session-*.js', async (route) => {
      await new Promise<void>((resolve) => {
        letThrough = resolve;
      });
      await route.continue();
    });
    served.play(pageStates.find(({ name }) => name === 'answer-number')?.script ?? {});
    await followMail(page, served);
    await vi.waitUntil(() => served.asked.some(({ name }) => name === 'SignInWithLink'));
    letThrough();
    await page.getByRole('button', { name: 'Send my answer' }).waitFor();
  } finally {
    await browser.close();
  }
});
