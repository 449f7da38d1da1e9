// A mailer that keeps what it accepted. It never deduplicates, because SES does not.
import type { Mailer, OutgoingMail, QuotaOutcome, SendOutcome } from '../../functions/mail/mailer.ts';

export type FakeMailer = Mailer & {
  /** Every mail accepted, in order, doubles included. */
  sent: OutgoingMail[];
  /** What `quota()` answers. */
  quotaValue: QuotaOutcome;
  /** The next sends end so, in this order. An `unknown` of which SES has the mail is `acceptThenUnknown`. */
  failNext(...outcomes: (Exclude<SendOutcome, { kind: 'accepted' }> | 'acceptThenUnknown')[]): void;
  /** Runs before a mail is accepted; a test may move the clock here, or throw as a dying instance does. */
  onSend: ((mail: OutgoingMail) => void | Promise<void>) | undefined;
  /** Runs after a mail was accepted and before the caller hears of it. */
  onAccepted: ((mail: OutgoingMail) => void | Promise<void>) | undefined;
};

/** Accepts every mail at 14 a second and 50,000 a day until told otherwise. */
export function fakeMailer(): FakeMailer {
  const failures: (SendOutcome | 'acceptThenUnknown')[] = [];
  const mailer: FakeMailer = {
    sent: [],
    quotaValue: { kind: 'quota', quota: { maxSendRate: 14, max24HourSend: 50_000, sentLast24Hours: 0 } },
    onSend: undefined,
    onAccepted: undefined,
    failNext: (...outcomes) => {
      failures.push(...outcomes);
    },
    send: async (mail) => {
      const failure = failures.shift();
      await mailer.onSend?.(mail);
      if (failure !== undefined && failure !== 'acceptThenUnknown') return failure;
      mailer.sent.push(mail);
      const sesId = `fake-${mailer.sent.length}`;
      await mailer.onAccepted?.(mail);
      return failure === 'acceptThenUnknown' ? { kind: 'unknown', error: 'TimeoutError' } : { kind: 'accepted', sesId };
    },
    quota: async () => mailer.quotaValue,
  };
  return mailer;
}
