import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { learnerSchema } from '../../functions/learners/learner.ts';
import { sendSignInLink } from '../../functions/mail/send-sign-in-link.ts';
import { aLearner } from '../kit/a-learner.ts';
import { mailServices } from './mail-services.ts';

const ada = aLearner({ id: 'shopify-1', customer: { address: 'Ada@Example.com', firstName: 'Ada' } });
const email = ' ADA@example.com ';

test('a learner gets one mail, at the address the shop holds, with a link that signs in for 14 days', async () => {
  const services = mailServices([ada]);
  expect(await sendSignInLink(services, { email })).toEqual({ sent: 1, outcome: 'accepted' });
  const [outgoing, ...more] = services.sesMailer.sent;
  expect(more).toEqual([]);
  expect(outgoing).toMatchObject({ to: 'Ada@Example.com', tags: { 'ses:feedback-id-a': 'sign-in' } });
  const mail = await PostalMime.parse(outgoing?.mime ?? '');
  const token = /https:\/\/challenge\.example\.com\/#token=([\w.-]+)/.exec(mail.text ?? '')?.[1] ?? '';
  services.clock.advance(13 * 24 * 3600 * 1000);
  expect(await (await services.linkTokens()).verify('sign-in', token)).toBe('shopify-1');
});

test('the mail is no part of the list, and says that no person sent it', async () => {
  const services = mailServices([ada]);
  await sendSignInLink(services, { email });
  const { headers } = await PostalMime.parse(services.sesMailer.sent[0]?.mime ?? '');
  expect(headers.filter(({ key }) => key.startsWith('list-'))).toEqual([]);
  expect(headers).toContainEqual(expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }));
});

test('an address that is nobody’s gets nothing', async () => {
  const services = mailServices([ada]);
  for (const unknown of ['eve@example.com', '', 'not an address', 'ada@example.com\r\nBcc: eve@example.com']) {
    expect(await sendSignInLink(services, { email: unknown })).toEqual({ sent: 0, outcome: 'no-learner' });
  }
  expect(services.sesMailer.sent).toEqual([]);
});

test('who may not get the weekly mail may sign in all the same', async () => {
  const services = mailServices([
    aLearner({
      customer: { address: 'ada@example.com', entitled: false, consent: 'UNSUBSCRIBED' },
      mail: { unsubscribedAt: new Date('2026-11-01T00:00:00Z') },
    }),
  ]);
  services.suppressed.set('ada@example.com', { reason: 'UNSUBSCRIBED', since: new Date('2026-11-01T00:00:00Z') });
  expect(await sendSignInLink(services, { email })).toEqual({ sent: 1, outcome: 'accepted' });
});

describe('of several customers with one address', () => {
  const person = (id: string, customer: Partial<typeof ada.customer>) =>
    aLearner({ id, customer: { address: 'ada@example.com', ...customer } });

  async function chosenOf(...learners: ReturnType<typeof person>[]): Promise<string | null> {
    const services = mailServices(learners);
    await sendSignInLink(services, { email });
    const mime = services.sesMailer.sent[0]?.mime;
    if (mime === undefined) return null;
    const token = /#token=([\w.-]+)/.exec((await PostalMime.parse(mime)).text ?? '')?.[1] ?? '';
    return (await services.linkTokens()).verify('sign-in', token);
  }

  test('the one that gets the weekly mail gets the link', async () => {
    const sharing = person('shopify-2', { sharesAddress: true });
    expect(await chosenOf(sharing, person('shopify-1', {}))).toBe('shopify-1');
  });

  test('one who is entitled goes before one who is not', async () => {
    expect(await chosenOf(person('shopify-1', { entitled: false }), person('shopify-2', {}))).toBe('shopify-2');
  });

  test('nobody gets it where each shares with another', async () => {
    expect(await chosenOf(person('shopify-2', { sharesAddress: true }))).toBeNull();
  });
});

test.each(['BOUNCE', 'COMPLAINT'] as const)(
  'an address with a %s gets nothing, wherever that is noted',
  async (reason) => {
    const since = new Date('2026-11-01T00:00:00Z');
    const noted = mailServices([ada]);
    noted.suppressed.set('ada@example.com', { reason, since });
    const onLearner = mailServices([aLearner({ ...ada, mail: { suppressed: { reason, since } } })]);
    for (const services of [noted, onLearner]) {
      expect(await sendSignInLink(services, { email })).toEqual({ sent: 0, outcome: 'suppressed' });
      expect(services.sesMailer.sent).toEqual([]);
    }
  },
);

test.each(['rate', 'daily-quota', 'network', 'overloaded'] as const)(
  'a mail that was not taken (%s) is an error that asks for another try, without the address',
  async (because) => {
    const services = mailServices([ada]);
    services.sesMailer.failNext({ kind: 'unsent', because, error: 'Throttling' });
    const error: unknown = await sendSignInLink(services, { email }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'OVERLOADED', retryable: true });
    expect(String(error)).not.toMatch(/ada/i);
  },
);

test('a mail of which nobody knows is not tried again', async () => {
  const services = mailServices([ada]);
  services.sesMailer.failNext('acceptThenUnknown');
  expect(await sendSignInLink(services, { email })).toEqual({ sent: 0, outcome: 'unknown', error: 'TimeoutError' });
  expect(services.sesMailer.sent).toHaveLength(1);
});

describe('who asks again', () => {
  test('within 5 minutes gets no second mail, however often, and then one more', async () => {
    const services = mailServices([ada]);
    expect(await sendSignInLink(services, { email })).toEqual({ sent: 1, outcome: 'accepted' });
    services.clock.advance(5 * 60_000 - 1);
    for (const _time of [1, 2, 3]) {
      expect(await sendSignInLink(services, { email })).toEqual({ sent: 0, outcome: 'too-soon' });
    }
    services.clock.advance(1);
    expect(await sendSignInLink(services, { email })).toEqual({ sent: 1, outcome: 'accepted' });
    expect(services.sesMailer.sent).toHaveLength(2);
  });

  test('gets three mails in any hour, and the next as soon as the first of them is an hour old', async () => {
    const services = mailServices([ada]);
    const askAfter = async (minutes: number) => {
      services.clock.advance(minutes * 60_000);
      return (await sendSignInLink(services, { email })).outcome;
    };
    expect([await askAfter(0), await askAfter(20), await askAfter(20)]).toEqual(Array(3).fill('accepted'));
    expect([await askAfter(5), await askAfter(14)]).toEqual(['too-soon', 'too-soon']);
    services.clock.advance(60_000 - 1);
    expect(await askAfter(0)).toBe('too-soon');
    services.clock.advance(1);
    expect(await askAfter(0)).toBe('accepted');
    expect(await askAfter(19)).toBe('too-soon');
    expect(await askAfter(1)).toBe('accepted');
    expect(services.learners.get(ada.id)?.mail.signInMailsAt).toHaveLength(3);
  });

  test('all day long, whenever they like, never gets more than three in an hour nor two in 5 minutes', async () => {
    const waits = fc.array(fc.integer({ min: 0, max: 40 * 60 }), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(waits, async (waitsSeconds) => {
        const services = mailServices([ada]);
        const sentAt: number[] = [];
        for (const waitSeconds of waitsSeconds) {
          services.clock.advance(waitSeconds * 1000);
          const { sent } = await sendSignInLink(services, { email });
          if (sent === 1) sentAt.push(services.clock.now().getTime() / 1000);
        }
        sentAt.forEach((at, index) => {
          expect(at - (sentAt[index - 1] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(300);
          expect(at - (sentAt[index - 3] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(3600);
        });
      }),
      { numRuns: 30 },
    );
  });

  test('many times at once gets one mail', async () => {
    const services = mailServices([ada]);
    const tallies = await Promise.all(Array.from({ length: 20 }, () => sendSignInLink(services, { email })));
    expect(tallies.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(1);
    expect(services.sesMailer.sent).toHaveLength(1);
  });

  test('holds up nobody else', async () => {
    const eve = aLearner({ id: 'shopify-2', customer: { address: 'eve@example.com' } });
    const services = mailServices([ada, eve]);
    for (const asked of [email, 'eve@example.com']) {
      expect(await sendSignInLink(services, { email: asked })).toEqual({ sent: 1, outcome: 'accepted' });
    }
  });

  test('need not wait for a mail that was not taken', async () => {
    const earlier = new Date('2026-11-23T07:50:00Z');
    const services = mailServices([aLearner({ ...ada, mail: { signInMailsAt: [earlier] } })]);
    services.sesMailer.failNext({ kind: 'unsent', because: 'rate', error: 'Throttling' });
    await expect(sendSignInLink(services, { email })).rejects.toThrow('Throttling');
    expect(services.learners.get(ada.id)?.mail.signInMailsAt).toEqual([earlier]);
    expect(await sendSignInLink(services, { email })).toEqual({ sent: 1, outcome: 'accepted' });
  });

  test('keeps their wishes about the weekly mail', async () => {
    const mail = { pausedUntil: new Date('2026-12-07T00:00:00Z'), unsubscribedAt: new Date('2026-11-01T00:00:00Z') };
    const services = mailServices([aLearner({ ...ada, mail })]);
    await sendSignInLink(services, { email });
    expect(services.learners.get(ada.id)?.mail).toEqual({
      ...mail,
      suppressed: null,
      signInMailsAt: [services.clock.now()],
    });
  });
});

test('a learner from before sign-in mails were kept, or when only the last one was, can still be read', () => {
  const { signInMailsAt: _undated, ...mail } = ada.mail;
  expect(learnerSchema.parse({ ...ada, mail })).toEqual(ada);
  const dated = { ...mail, signInMailedAt: new Date('2026-11-23T07:50:00Z') };
  expect(learnerSchema.parse({ ...ada, mail: dated })).toEqual(ada);
});

test('what another try cannot mend is told and not tried again', async () => {
  const services = mailServices([ada]);
  services.sesMailer.failNext(
    { kind: 'refused', code: 'ADDRESS_REFUSED', error: 'InvalidParameterValue' },
    { kind: 'account', error: 'AccountSendingPausedException', fix: 'See SES.' },
  );
  expect(await sendSignInLink(services, { email })).toMatchObject({ sent: 0, outcome: 'refused' });
  services.clock.advance(5 * 60_000);
  expect(await sendSignInLink(services, { email })).toMatchObject({ sent: 0, outcome: 'account' });
});
