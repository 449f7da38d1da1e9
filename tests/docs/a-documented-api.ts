// A house as docs/api.md describes it, and its API as the callers whom that document names use it.
import { createApi } from '../../functions/api/server.ts';
import { AppError } from '../../functions/errors.ts';
import { startRun } from '../../functions/weekly-run/start-run.ts';
import { aHouse, type House } from '../kit/a-house.ts';
import { aLearner } from '../kit/a-learner.ts';
import { aWeek } from '../kit/a-week.ts';
import { aCustomer } from '../kit/fill-house.ts';
import type { Example } from './read-examples.ts';
import { saveDocumentedContent } from './save-documented-content.ts';

/**
 * Wednesday of 2026-W48, after its Monday: Ada got the questionnaire, Grace her fourth challenge, Alan gave the product
 * back, and the address of a fourth was refused. `ask` sends an example as often as it says, and gives the last answer; it
 * throws where nobody is called what its caller is.
 */
export async function aDocumentedApi(): Promise<DocumentedApi> {
  const identity = {
    customToken: async () => '<a Firebase custom token>',
    verify: async (token: string) => claimsOf(token),
  };
  const house = aHouse({ services: { identity: async () => identity } });
  await saveDocumentedContent(house.stores.content);
  await savePeople(house);
  house.mailer.failNext({ kind: 'refused', code: 'ADDRESS_REFUSED', error: 'MessageRejected' });
  await startRun(house.services, { week: '2026-W48', by: 'schedule' });
  await house.deliverAll();
  const linkToken = await (await house.services.linkTokens()).sign('sign-in', 'shopify-1001');
  house.clock.set('2026-11-25T10:00:00Z');

  const api = createApi(house.services, { explorer: false });
  const send = async ({ caller, query, variables }: Example) => {
    if (!(caller in callers)) throw new Error(`Nobody is called ${caller}.`);
    const token = caller.replaceAll(' ', '-');
    const response = await api.fetch('http://127.0.0.1:5000/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(caller === 'a stranger' ? throughHosting : { authorization: `Bearer ${token}.id.token` }),
      },
      body: JSON.stringify({ query, variables }).replace("<the token of the mail's link>", linkToken),
    });
    return { status: response.status, body: (await response.json()) as unknown };
  };
  return {
    async ask(example) {
      house.clock.advance(example.waitSeconds * 1000);
      for (let sent = 1; sent < example.times; sent += 1) await send(example);
      return send(example);
    },
  };
}

export type DocumentedApi = { ask(example: Example): Promise<{ status: number; body: unknown }> };

const throughHosting = { 'x-forwarded-for': '203.0.113.1, 192.0.2.80' };
const ofLink = (uid: string) => ({ uid, provider: 'custom', email: null, emailVerified: false, roles: [] });
const ofStaff = (role: string) => ({
  uid: `staff-${role}`,
  provider: 'google.com',
  email: `${role}@example.com`,
  emailVerified: true,
  roles: [role],
});

/** What their ID tokens say; null is no valid one. */
const callers: Record<string, ReturnType<typeof ofLink | typeof ofStaff> | null> = {
  'a stranger': null,
  'somebody whose ID token has expired': null,
  Ada: ofLink('shopify-1001'),
  Grace: ofLink('shopify-1002'),
  Alan: ofLink('shopify-1003'),
  'an editor': ofStaff('editor'),
  'an operator': ofStaff('operator'),
};

function claimsOf(token: string) {
  const caller = token.split('.')[0]?.replaceAll('-', ' ') ?? '';
  const claims = callers[caller] ?? null;
  if (claims === null) throw new AppError('UNAUTHENTICATED', 'The ID token is not valid, or no longer. Sign in again.');
  return claims;
}

async function savePeople(house: House): Promise<void> {
  house.shop.customers.push(
    aCustomer('1000'),
    aCustomer('1001'),
    aCustomer('1002', { firstName: 'Grace', lastName: 'Hopper' }),
    aCustomer('1003', { firstName: 'Alan', lastName: 'Turing', bought: false }),
  );
  const placement = { version: '1', levelId: 'curious', placedAt: new Date('2026-11-01T10:00:00Z') };
  const passedAt = new Date('2026-11-03T18:00:00Z');
  const weeks = {
    '2026-W45': aWeek('snail-in-the-well', {
      releasedAt: new Date('2026-11-02T08:10:00Z'),
      outcome: 'PASSED',
      answeredAt: passedAt,
    }),
    '2026-W46': aWeek('four-candles', { releasedAt: new Date('2026-11-09T08:10:00Z') }),
    '2026-W47': aWeek('a-letter', { releasedAt: new Date('2026-11-16T08:10:00Z') }),
  };
  await house.saveLearners(
    aLearner({ id: 'shopify-1002', placement, passes: 1, firstSubmittedAt: passedAt, weeks }),
    aLearner({ id: 'shopify-1003', placement, weeks: { '2026-W47': aWeek('four-candles') } }),
  );
}
