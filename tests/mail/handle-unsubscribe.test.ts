import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { handleUnsubscribe } from '../../functions/mail/handle-unsubscribe.ts';
import { aLearner } from '../kit/a-learner.ts';
import { type MailServices, mailServices } from './mail-services.ts';

const id = 'shopify-1001';
const oneClick = { 'List-Unsubscribe': 'One-Click' };
let services: MailServices;
let token: string;

beforeEach(async () => {
  services = mailServices([aLearner({ id })]);
  token = await sign('unsubscribe');
});

const sign = async (purpose: 'sign-in' | 'unsubscribe' | 'undo-unsubscribe') => {
  const tokens = await services.linkTokens();
  if (purpose !== 'undo-unsubscribe') return tokens.sign(purpose, id);
  return tokens.signUndo({ learnerId: id, unsubscribedAt: unsubscribedAt() ?? services.clock.now() });
};
const send = (method: string, form: Record<string, string> | null, query: string | undefined = token) =>
  handleUnsubscribe(services, {
    method,
    token: query,
    contentType: form === null ? undefined : 'application/x-www-form-urlencoded',
    body: form === null ? undefined : Buffer.from(new URLSearchParams(form).toString()),
  });
const post = (form: Record<string, string> | null, query?: string) => send('POST', form, query);
const get = (query?: string) => send('GET', null, query);
const unsubscribedAt = () => services.learners.get(id)?.mail.unsubscribedAt;
const undoIn = (html: string) => /name="undo" value="([\w.-]+)"/.exec(html)?.[1] ?? '';

describe('one click of a mail program', () => {
  test('unsubscribes at once and gets an empty body', async () => {
    expect(await post(oneClick)).toEqual({ status: 200, html: '' });
    expect(unsubscribedAt()).toEqual(services.clock.now());
  });

  test('may come again: the second changes nothing and gets the same answer', async () => {
    await post(oneClick);
    const first = unsubscribedAt();
    services.clock.advance(60_000);
    const { writes } = services;
    expect(await post(oneClick)).toEqual({ status: 200, html: '' });
    expect(unsubscribedAt()).toEqual(first);
    expect(services.writes).toBe(writes);
  });

  test('works years later, and for somebody who is no learner any more', async () => {
    services.clock.advance(3 * 365 * 24 * 3600 * 1000);
    services.learners.clear();
    expect(await post(oneClick)).toEqual({ status: 200, html: '' });
  });
});

describe('a person', () => {
  test('who opens the link sees a page with a button, and nothing has changed', async () => {
    const { status, html } = await get();
    expect(status).toBe(200);
    expect(html).toContain('<form method="post"><input type="hidden" name="confirm" value="yes">');
    expect(services.writes).toBe(0);
  });

  test('who presses the button is unsubscribed and sees a way back that works', async () => {
    const done = await post({ confirm: 'yes' });
    expect(done).toMatchObject({ status: 200, html: expect.stringContaining('You are unsubscribed') });
    expect(unsubscribedAt()).not.toBeNull();
    const undone = await post({ undo: undoIn(done.html) });
    expect(undone).toMatchObject({ status: 200, html: expect.stringContaining('Welcome back') });
    expect(unsubscribedAt()).toBeNull();
    expect(services.suppressed.size).toBe(0);
  });

  test('who is unsubscribed already sees no way back, and where to come back by signing in', async () => {
    await post(oneClick);
    for (const minutes of [0, 1, 1_000_000]) {
      services.clock.advance(minutes * 60_000);
      const { html } = await post({ confirm: 'yes' });
      expect(html).toContain('You are unsubscribed');
      expect(html).toContain('Sign in at <a href="https://challenge.example.com/">');
      expect(undoIn(html)).toBe('');
    }
    expect(unsubscribedAt()).not.toBeNull();
  });

  test('who unsubscribed again after taking it back is not brought back by the first way back', async () => {
    const first = undoIn((await post({ confirm: 'yes' })).html);
    await post({ undo: first });
    services.clock.advance(60_000);
    await post({ confirm: 'yes' });
    const again = await post({ undo: first });
    expect([again.html.includes('You are unsubscribed'), undoIn(again.html)]).toEqual([true, '']);
    expect(unsubscribedAt()).toEqual(services.clock.now());
    expect(services.suppressed.size).toBe(1);
  });

  test('who takes it back twice stays subscribed', async () => {
    const { html } = await post({ confirm: 'yes' });
    await post({ undo: undoIn(html) });
    expect(await post({ undo: undoIn(html) })).toMatchObject({ status: 200 });
    expect(unsubscribedAt()).toBeNull();
  });

  test('who comes for the way back after an hour is told where else to go, and stays unsubscribed', async () => {
    const { html } = await post({ confirm: 'yes' });
    services.clock.advance(3_600_000);
    const late = await post({ undo: undoIn(html) });
    expect(late.status).toBe(400);
    expect(late.html).toContain('https://challenge.example.com/');
    expect(unsubscribedAt()).not.toBeNull();
  });

  test('who is no learner any more is told that no mail comes, without a way back', async () => {
    services.learners.clear();
    const { status, html } = await post({ confirm: 'yes' });
    expect(status).toBe(200);
    expect(html).toContain('You are unsubscribed');
    expect(undoIn(html)).toBe('');
    expect(await post({ undo: await sign('undo-unsubscribe') })).toMatchObject({ status: 200 });
  });

  test('whose address bounced cannot lift that by the way back', async () => {
    services.suppressed.set(`${id}@example.com`, { reason: 'BOUNCE', since: services.clock.now() });
    const { html } = await post({ confirm: 'yes' });
    await post({ undo: undoIn(html) });
    expect(services.suppressed.get(`${id}@example.com`)?.reason).toBe('BOUNCE');
  });
});

describe('bad input changes nothing', () => {
  test('a link that is none, or not whole, gets a page that says what to do', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.constant(token.slice(0, -3)), fc.constant(undefined)), async (bad) => {
        for (const answer of [
          await get(bad ?? ''),
          await post(oneClick, bad ?? ''),
          await post({ confirm: 'yes' }, bad ?? ''),
        ]) {
          expect(answer.status).toBe(400);
          expect(answer.html).toContain('Open the unsubscribe link of the newest mail once more');
        }
      }),
      { numRuns: 30 },
    );
    expect(services.writes).toBe(0);
  });

  test('a link without token gets the same page', async () => {
    const none = { method: 'GET', token: undefined, contentType: undefined, body: undefined };
    expect(await handleUnsubscribe(services, none)).toMatchObject({ status: 400 });
  });

  test.each(['sign-in', 'undo-unsubscribe'] as const)('a %s token does not unsubscribe', async (purpose) => {
    expect(await post(oneClick, await sign(purpose))).toMatchObject({ status: 400 });
    expect(services.writes).toBe(0);
  });

  test.each(['sign-in', 'unsubscribe'] as const)('a %s token does not take an unsubscribe back', async (purpose) => {
    await post(oneClick);
    expect(await post({ undo: await sign(purpose) })).toMatchObject({ status: 400 });
    expect(unsubscribedAt()).not.toBeNull();
  });

  test.each([
    ['no form', null],
    ['an empty form', {}],
    ['a form of somebody else', { q: 'ada@example.com' }],
    ['one click in other words', { 'List-Unsubscribe': 'one click' }],
  ])('a body with %s is refused without repeating it', async (_, form) => {
    const { status, html } = await post(form);
    expect(status).toBe(400);
    expect(html).not.toContain('ada@example.com');
    expect(services.writes).toBe(0);
  });

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', ''])('method %j is told what is allowed', async (method) => {
    const headers = { Allow: 'GET, HEAD, POST' };
    expect(await send(method, oneClick)).toMatchObject({ status: 405, headers });
    expect(services.writes).toBe(0);
  });

  test.each([
    ['GET', 200],
    ['HEAD', 200],
    ['POST', 400],
  ])('%s with a type and no body is answered by %i', async (method, status) => {
    const typed = { method, token, contentType: 'application/x-www-form-urlencoded', body: undefined };
    expect(await handleUnsubscribe(services, typed)).toMatchObject({ status });
    expect(services.writes).toBe(0);
  });
});

test('a database that does not answer is an error, so that the mail program tries again', async () => {
  services.stores = async () => {
    throw new Error('unavailable');
  };
  await expect(post(oneClick)).rejects.toThrow('unavailable');
});
