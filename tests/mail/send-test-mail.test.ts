// A test mail goes to its editor alone, and does nothing but show.
import { describe, expect, test } from 'vitest';
import type { SendOutcome } from '../../functions/mail/mailer.ts';
import { aChallenge } from '../kit/a-challenge.ts';
import { aLearner } from '../kit/a-learner.ts';
import { aLevel } from '../kit/a-level.ts';
import { anApi, type SessionName, type TestApi } from '../kit/an-api.ts';

function anApiWithDraft(config: { testMailAddresses?: string[] } = {}): TestApi {
  const draft = aChallenge({ title: 'The snail & the well', publishedAt: null });
  const learner = aLearner({ id: 'shopify-1001' });
  return anApi(
    {
      catalogue: { levels: [aLevel()], challenges: new Map([[draft.id, draft]]) },
      learners: new Map([[learner.id, learner]]),
    },
    { config },
  );
}

const send = (api: TestApi, to: string, { id = 'snail-in-the-well', as = 'editor' as SessionName } = {}) =>
  api.ask<{ sendTestMail: boolean }, object>(
    'mutation ($id: ID!, $to: String!) { sendTestMail(challengeId: $id, to: $to) }',
    { id, to },
    as,
  );
const mimeOf = (api: TestApi) => Buffer.from(api.mailer.sent[0]?.mime ?? []).toString();
/** Without the soft line breaks of quoted-printable. */
const flat = (mime: string) => mime.replaceAll('=\r\n', '').replaceAll('=3D', '=');

describe('sendTestMail', () => {
  test.each(['Editor@example.com', 'editor@EXAMPLE.com', ' editor@example.com '])(
    'mails %j, the editor’s own verified address, a challenge that is not published',
    async (to) => {
      const api = anApiWithDraft();
      expect(await send(api, to)).toEqual({ status: 200, data: { sendTestMail: true }, errors: [] });
      // As the account spells it.
      expect(api.mailer.sent.map((mail) => mail.to)).toEqual(['Editor@example.com']);
    },
  );

  test('mails an address of the configured list', async () => {
    const api = anApiWithDraft({ testMailAddresses: ['proofs@example.com'] });
    expect((await send(api, 'Proofs@example.com')).data).toEqual({ sendTestMail: true });
    expect(api.mailer.sent.map((mail) => mail.to)).toEqual(['proofs@example.com']);
  });

  test('is the learner’s mail, marked as a test', async () => {
    const api = anApiWithDraft();
    await send(api, 'editor@example.com');
    const mime = flat(mimeOf(api));
    expect(mime).toMatch(/^Subject: \[Test\] This week: The snail & the well\r$/m);
    expect(mime).toContain('Your level: Curious');
    expect(mime).toContain('A snail climbs <strong>three</strong> metres a day.');
    expect(mime).toContain('http://127.0.0.1:5000/week/2026-W48');
  });

  test('signs nobody in, unsubscribes nobody, and holds nothing of a learner', async () => {
    const api = anApiWithDraft();
    await send(api, 'editor@example.com');
    const mime = flat(mimeOf(api));
    expect(mime).not.toMatch(/^List-/im);
    expect(mime).not.toMatch(/token=|eyJ|shopify-/i);
    const { firstName, address } = aLearner().customer;
    for (const held of [firstName, address]) expect(mime).not.toContain(held);
    // Events of SES must not be taken for those of a learner's mail.
    expect(api.mailer.sent[0]?.tags).toEqual({ 'ses:feedback-id-a': 'test' });
    expect(api.memory.written).toEqual([]);
  });

  test.each(['ada@example.com', 'editor@example.com.evil.example', 'admin@example.com'])(
    'mails nobody else: %s',
    async (to) => {
      const api = anApiWithDraft({ testMailAddresses: ['proofs@example.com'] });
      const { errors } = await send(api, to);
      expect(errors).toMatchObject([
        { message: expect.stringMatching(/^to must be the verified address/), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
      expect(errors[0]?.message).not.toContain(to);
      expect(api.mailer.sent).toEqual([]);
    },
  );

  test.each([
    '',
    'editor',
    'editor@example.com, ada@example.com',
    'editor@example.com\r\nBcc: a@b.c',
    `${'a'.repeat(250)}@b.cd`,
  ])('refuses %j as no address', async (to) => {
    const api = anApiWithDraft();
    expect((await send(api, to)).errors).toMatchObject([
      { message: expect.stringMatching(/^to must be an e-mail address/), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(api.mailer.sent).toEqual([]);
  });

  test.each(['stranger', 'owner', 'operator', 'operatorByLink', 'unverifiedOperator'] as const)(
    'mails nothing for %s',
    async (as) => {
      const api = anApiWithDraft({ testMailAddresses: ['proofs@example.com'] });
      const { errors } = await send(api, 'proofs@example.com', { as });
      expect(errors[0]?.extensions.code).toBe(as === 'stranger' ? 'UNAUTHENTICATED' : 'FORBIDDEN');
      expect(api.mailer.sent).toEqual([]);
    },
  );

  test('mails no address that bounced or complained, but one that only unsubscribed', async () => {
    for (const reason of ['BOUNCE', 'COMPLAINT', 'UNSUBSCRIBED'] as const) {
      const api = anApiWithDraft();
      api.memory.suppressions.set('editor@example.com', { reason, since: api.clock.now() });
      const { errors } = await send(api, 'editor@example.com');
      expect(errors.map(({ message }) => message.split(' ')[0])).toEqual(reason === 'UNSUBSCRIBED' ? [] : ['to']);
      expect(api.mailer.sent).toHaveLength(reason === 'UNSUBSCRIBED' ? 1 : 0);
    }
  });

  test('an unknown challenge is NOT_FOUND, a malformed id is named', async () => {
    const api = anApiWithDraft();
    expect((await send(api, 'editor@example.com', { id: 'doors' })).errors).toMatchObject([
      { extensions: { code: 'NOT_FOUND' } },
    ]);
    expect((await send(api, 'editor@example.com', { id: 'a/b' })).errors).toMatchObject([
      { message: expect.stringMatching(/^challengeId must be /), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(api.mailer.sent).toEqual([]);
  });

  const failures: [Exclude<SendOutcome, { kind: 'accepted' }>, string, RegExp][] = [
    [{ kind: 'refused', code: 'ADDRESS_REFUSED', error: 'InvalidParameterValue' }, 'BAD_USER_INPUT', /^to must be/],
    [{ kind: 'refused', code: 'MESSAGE_REFUSED', error: 'MessageRejected' }, 'BAD_USER_INPUT', /^challengeId must be/],
    [{ kind: 'unsent', because: 'rate', error: 'Throttling' }, 'OVERLOADED', /was not sent .*Try again/],
    [
      { kind: 'account', error: 'AccessDenied', fix: 'Allow it in IAM.' },
      'OVERLOADED',
      /was not sent: .*Allow it in IAM/,
    ],
    [{ kind: 'unknown', error: 'TimeoutError' }, 'OVERLOADED', /may have been sent, or not .*Look into the mailbox/],
  ];
  test.each(failures)('tells what became of the mail: %j', async (outcome, code, message) => {
    const api = anApiWithDraft();
    api.mailer.failNext(outcome);
    expect((await send(api, 'editor@example.com')).errors).toMatchObject([
      { message: expect.stringMatching(message), extensions: { code } },
    ]);
  });

  test('an eleventh within ten minutes is refused', async () => {
    const api = anApiWithDraft();
    for (let sent = 0; sent < 10; sent += 1) expect((await send(api, 'editor@example.com')).errors).toEqual([]);
    expect((await send(api, 'editor@example.com')).errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
    expect(api.mailer.sent).toHaveLength(10);
    api.clock.advance(600_000);
    expect((await send(api, 'editor@example.com')).errors).toEqual([]);
  });
});
