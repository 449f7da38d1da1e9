// What every mailer promises: the real one over the SES stand-in, and the double that other tests use.
import { afterEach, describe, expect, test } from 'vitest';
import type { Mailer, OutgoingMail } from '../../functions/mail/mailer.ts';
import { sesMailer } from '../../functions/mail/ses-mailer.ts';
import type { Faults } from '../../local/ses/faults-schema.ts';
import { startSes } from '../../local/ses/start-ses.ts';
import { type FakeMailer, fakeMailer } from '../kit/fake-mailer.ts';
import { testConfig } from '../kit/test-config.ts';

type Fault = 'throttle' | 'dailyQuota' | 'reject' | 'pause' | 'error500' | 'acceptThenDrop';

/** A mailer, what SES has of it, and the next hand-over's fault. */
type Stage = {
  mailer: Mailer;
  kept(): Promise<{ to: string; tags: Record<string, string>; subject: string }[]>;
  failOnce(fault: Fault): void;
  close(): Promise<void>;
};

const mail = (to = 'ada@example.com'): OutgoingMail => ({
  to,
  mime: Buffer.from(`From: challenge@weekly.example.com\r\nTo: ${to}\r\nSubject: Hello\r\n\r\nHello\r\n`),
  tags: { assignment: '2026-W48_shopify-1', run: '2026-W48', 'ses:feedback-id-a': 'weekly' },
});

async function overStandIn(): Promise<Stage> {
  const ses = await startSes({ port: 0, maxSendRate: 25, max24HourSend: -1 });
  return {
    mailer: sesMailer(testConfig({ sesEndpoint: ses.url, sesConfigurationSet: 'weekly' })),
    kept: async () => (await ses.readStore()).map(({ to, tags, subject }) => ({ to: to.join(), tags, subject })),
    failOnce: (fault) => ses.setFaults({ [fault]: { times: 1 } } satisfies Faults),
    close: () => ses.close(),
  };
}

async function double(): Promise<Stage> {
  const mailer = fakeMailer();
  mailer.quotaValue = { kind: 'quota', quota: { maxSendRate: 25, max24HourSend: null, sentLast24Hours: 0 } };
  return {
    mailer,
    kept: async () => mailer.sent.map(({ to, tags, mime }) => ({ to, tags, subject: subjectOf(mime) })),
    failOnce: (fault) => mailer.failNext(doubled[fault]),
    close: async () => {},
  };
}

const subjectOf = (mime: Uint8Array) => /Subject: (.*)\r\n/.exec(Buffer.from(mime).toString())?.[1] ?? '';
const doubled: Record<Fault, Parameters<FakeMailer['failNext']>[0]> = {
  throttle: { kind: 'unsent', because: 'rate', error: 'Throttling' },
  dailyQuota: { kind: 'unsent', because: 'daily-quota', error: 'Throttling' },
  reject: { kind: 'refused', code: 'MESSAGE_REFUSED', error: 'MessageRejected' },
  pause: { kind: 'account', error: 'AccountSendingPausedException', fix: 'See the SES console.' },
  error500: { kind: 'unknown', error: 'InternalFailure' },
  acceptThenDrop: 'acceptThenUnknown',
};

const open: Stage[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((stage) => stage.close()));
});

describe.each([
  ['the real mailer over the SES stand-in', overStandIn],
  ['the double', double],
])('%s', (_, start) => {
  async function stage(): Promise<Stage> {
    const started = await start();
    open.push(started);
    return started;
  }

  test('hands one mail over, with its tags, to its one recipient, and gives its id', async () => {
    const { mailer, kept } = await stage();
    expect(await mailer.send(mail())).toEqual({ kind: 'accepted', sesId: expect.stringMatching(/./) });
    expect(await kept()).toEqual([
      { to: 'ada@example.com', tags: expect.objectContaining(mail().tags), subject: 'Hello' },
    ]);
  });

  test('hands the same mail over twice where it is asked twice, each under an id of its own', async () => {
    const { mailer, kept } = await stage();
    const [first, second] = [await mailer.send(mail()), await mailer.send(mail())];
    expect(first).not.toEqual(second);
    expect(await kept()).toHaveLength(2);
  });

  test('hands many over at once, each to its own recipient', async () => {
    const { mailer, kept } = await stage();
    const recipients = Array.from({ length: 20 }, (__, index) => `learner-${index}@example.com`);
    const outcomes = await Promise.all(recipients.map((to) => mailer.send(mail(to))));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(20);
    expect((await kept()).map(({ to }) => to).sort()).toEqual([...recipients].sort());
  });

  test.each([
    ['throttle', { kind: 'unsent', because: 'rate', error: 'Throttling' }],
    ['dailyQuota', { kind: 'unsent', because: 'daily-quota', error: 'Throttling' }],
    ['reject', { kind: 'refused', code: 'MESSAGE_REFUSED', error: 'MessageRejected' }],
    ['pause', { kind: 'account', error: 'AccountSendingPausedException', fix: expect.stringContaining('SES console') }],
    ['error500', { kind: 'unknown', error: 'InternalFailure' }],
  ] as const)('after %s nothing is sent, nothing is tried again, and the next mail goes', async (fault, outcome) => {
    const { mailer, kept, failOnce } = await stage();
    failOnce(fault);
    expect(await mailer.send(mail())).toEqual(outcome);
    expect(await kept()).toEqual([]);
    expect(await mailer.send(mail())).toMatchObject({ kind: 'accepted' });
  });

  test('a mail that was taken without an answer is unknown, and SES has it exactly once', async () => {
    const { mailer, kept, failOnce } = await stage();
    failOnce('acceptThenDrop');
    expect(await mailer.send(mail())).toEqual({ kind: 'unknown', error: 'TimeoutError' });
    expect(await kept()).toHaveLength(1);
  });

  test('tells what the account may send, and no limit as null', async () => {
    const { mailer } = await stage();
    expect(await mailer.quota()).toEqual({
      kind: 'quota',
      quota: { maxSendRate: 25, max24HourSend: null, sentLast24Hours: 0 },
    });
  });
});
