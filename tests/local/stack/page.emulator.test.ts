import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { addWeeks, weekOf } from '../../../functions/week.ts';
import type { StoredMail } from '../../../local/ses/stored-mail.ts';
import { aBrowser } from '../../kit/a-browser.ts';
import { aStack, type TestStack } from '../../kit/a-stack.ts';
import { mailbox, unsubscribeUrlOf } from '../../kit/mailbox.ts';
import { runStackWeek } from '../../kit/run-stack-week.ts';
import { until } from '../../kit/until.ts';

const week = weekOf(new Date(), 'Europe/Berlin');

let stack: TestStack;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let requested: string[];
let complaints: string[];
let mails: StoredMail[];

beforeAll(async () => {
  [stack, browser] = await Promise.all([aStack('page'), aBrowser()]);
  ({ mails } = await runStackWeek(stack, week));
});
afterAll(() => Promise.all([browser?.close(), stack?.close()]));

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1000, height: 900 } });
  requested = [];
  complaints = [];
  context.on('request', (request) => requested.push(request.url()));
  page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
});
afterEach(async () => {
  await context.close();
  const elsewhere = requested.filter((url) => /^(https?|wss?):/.test(url) && new URL(url).hostname !== '127.0.0.1');
  expect(elsewhere).toEqual([]);
});

/** The link of the button, as the mail's HTML has it. */
function buttonUrl({ html }: StoredMail): string {
  const url = /href="([^"]+#token=[^"]+)"/.exec(html)?.[1];
  if (url === undefined) throw new Error('The mail has no button.');
  return url.replaceAll('&amp;', '&');
}

test('the button of the first mail signs in, and the token is gone from the address', async () => {
  const [mail] = mails;
  if (!mail) throw new Error('There is no mail.');
  await page.goto(buttonUrl(mail));
  await page.getByRole('heading', { name: 'Find your level' }).waitFor();
  expect(page.url()).not.toContain('token');
  const name = await page.locator('#account-name').textContent();
  expect(name).toMatch(/^\p{Lu}\p{Ll}+$/u);
  expect(mail.text).toContain(`Hello ${name},`);

  await page.getByRole('button', { name: '2 weeks' }).click();
  await page.getByText('Paused. It starts again on').waitFor();
  await page.reload();
  await page.getByText('Paused. It starts again on').waitFor();
  await page.getByRole('button', { name: 'Start again now' }).click();
  await page.getByText('You get a new challenge by mail every Monday.').waitFor();
  expect(complaints).toEqual([]);
});

test.each(['/', '/index.html', `/week/${week}`])(
  '%s may load only its own script, be framed nowhere, and is not kept',
  async (path) => {
    const { status, headers } = await fetch(`http://127.0.0.1:${stack.ports.hosting}${path}`);
    expect(status).toBe(200);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self';.*; frame-ancestors 'none'$/,
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-cache');
  },
);

test('scripts and styles may be kept for ever, and the page is served at no other address', async () => {
  const origin = `http://127.0.0.1:${stack.ports.hosting}`;
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(await (await fetch(origin)).text())?.[1];
  const { headers } = await fetch(`${origin}${script}`);
  expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect((await fetch(`${origin}/elsewhere`)).status).toBe(404);
});

test('the unsubscribe link answers HEAD, a GET with a type and no body, and tells what else it takes', async () => {
  const url = unsubscribeUrlOf(mails[0] as StoredMail);
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const [head, typed, put] = await Promise.all([
    fetch(url, { method: 'HEAD', headers: form }),
    fetch(url, { headers: form }),
    fetch(url, { method: 'PUT', headers: form, body: 'a=1' }),
  ]);
  expect([head.status, typed.status, put.status]).toEqual([200, 200, 405]);
  expect(put.headers.get('allow')).toBe('GET, HEAD, POST');
  for (const { headers } of [head, typed, put]) {
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-.*; frame-ancestors 'none'$/,
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
  }
});

test('a link that does not work says so, and a new one is mailed to who asks', async () => {
  const to = mails[1]?.to[0] ?? '';
  await page.goto(`http://127.0.0.1:${stack.ports.hosting}/#token=eyJhbGciOiJIUzI1NiJ9.e30.AAAA`);
  await page.getByRole('heading', { name: 'That link does not work' }).waitFor();
  expect(page.url()).not.toContain('token');
  const known = (await mailbox(stack)).length;
  await page.getByLabel('Your e-mail address').fill(to);
  await page.getByRole('button', { name: 'Mail me a link' }).click();
  await page.getByRole('heading', { name: 'Look in your inbox' }).waitFor();
  const now = await until(
    () => mailbox(stack),
    (all) => all.length > known,
  );
  expect(now.at(-1)?.to).toEqual([to]);
  await page.goto(buttonUrl(now.at(-1) as StoredMail));
  await page.getByRole('heading', { name: 'Find your level' }).waitFor();
});

test('the unsubscribe page asks before it does anything, and offers a way back', async () => {
  const [, , mail] = mails;
  if (!mail) throw new Error('There is no mail.');
  await page.goto(unsubscribeUrlOf(mail));
  await page.getByRole('button').click();
  await page.getByRole('heading', { name: 'You are unsubscribed' }).waitFor();
  const wayBack = await page.locator('input[name="undo"]').inputValue();
  await page.goto(buttonUrl(mail));
  await page.getByText('You have unsubscribed.').waitFor();

  // The link of a mail, which never expires, gives no way back to who is unsubscribed already.
  await page.goto(unsubscribeUrlOf(mail));
  await page.getByRole('button').click();
  await page.getByText('You would like it back one day?').waitFor();
  expect(await page.getByRole('button').count()).toBe(0);

  await page.goto(unsubscribeUrlOf(mail));
  await page.locator('input[name="confirm"]').evaluate((input, token) => {
    input.setAttribute('name', 'undo');
    input.setAttribute('value', token);
  }, wayBack);
  await page.getByRole('button').click();
  await page.getByRole('heading', { name: 'Welcome back' }).waitFor();
  await page.goto(buttonUrl(mail));
  await page.getByText('You get a new challenge by mail every Monday.').waitFor();
  expect(complaints).toEqual([]);
});

test('the mailbox page shows every mail, and finds one by its address', async () => {
  await page.goto(stack.sesUrl);
  expect(Number(await page.locator('body').getAttribute('data-mails'))).toBe((await mailbox(stack)).length);
  const [, , mail] = mails;
  await page.getByRole('searchbox').fill(mail?.to[0] ?? '');
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('1 of').waitFor();
  await page.getByRole('heading', { name: mail?.subject ?? '' }).waitFor();
});

test('GraphiQL opens at /graphql in a browser', async () => {
  await page.goto(`http://127.0.0.1:${stack.ports.hosting}/graphql`);
  await page.locator('.graphiql-query-editor').first().waitFor();
});

test('in the third week the page shows the challenge of the mail', async () => {
  for (const weeks of [1, 2]) ({ mails } = await runStackWeek(stack, addWeeks(week, weeks)));
  const mail = mails[0];
  if (!mail) throw new Error('There is no mail.');
  await page.goto(buttonUrl(mail));
  await page.locator('article.challenge h1').waitFor();
  const title = (await page.locator('article.challenge h1').textContent()) ?? '';
  expect(mail.text).toContain(title);
  expect(new URL(page.url()).pathname).toBe(`/week/${addWeeks(week, 2)}`);
  expect(new URL(page.url()).hash).toBe('');
  expect(complaints).toEqual([]);
});
