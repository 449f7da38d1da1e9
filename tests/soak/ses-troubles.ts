// What Amazon SES may do to the mails of a schedule, and how it is mended.
import type { SendOutcome } from '../../functions/mail/mailer.ts';
import type { FakeMailer } from '../kit/fake-mailer.ts';
import type { Random } from '../kit/random.ts';

type Fault = Exclude<SendOutcome, { kind: 'accepted' }> | 'acceptThenUnknown';

const faults: Record<string, Fault> = {
  throttles: { kind: 'unsent', because: 'rate', error: 'Throttling' },
  'cannot be reached': { kind: 'unsent', because: 'network', error: 'ECONNREFUSED' },
  'accepts and does not answer': 'acceptThenUnknown',
  'answers 500': { kind: 'unknown', error: 'InternalFailure' },
};

export type SesTroubles = {
  /** Something goes wrong from now on, or for the next few mails; says what. */
  strike(): string;
  /** The account works again. */
  mend(): void;
  /** Whether anything struck by which a run may pause itself. */
  mayPause(): boolean;
};

export function sesTroubles(mailer: FakeMailer, chance: Random): SesTroubles {
  const healthy = mailer.quotaValue;
  const accepts = mailer.send;
  const paused = { kind: 'account', error: 'AccountSendingPausedException', fix: 'Mend it.' } as const;
  const usedUp = { maxSendRate: 14, max24HourSend: 200, sentLast24Hours: 200 };
  let mayPause = false;

  return {
    strike() {
      const kind = chance.below(4);
      if (kind === 0) {
        mailer.send = async () => paused;
        mayPause = true;
        return 'the account is paused';
      }
      if (kind === 1) {
        mailer.send = async () => ({ kind: 'unsent', because: 'daily-quota', error: 'Throttling' });
        if (chance.chance(0.5)) mailer.quotaValue = { kind: 'quota', quota: usedUp };
        return 'the daily quota is used up';
      }
      const [name, fault] = chance.pick(Object.entries(faults));
      const times = 1 + chance.below(3);
      mailer.failNext(...Array<Fault>(times).fill(fault));
      mayPause ||= fault === 'acceptThenUnknown' || fault.kind === 'unknown';
      return `SES ${name}, ${times} times`;
    },
    mend() {
      mailer.send = accepts;
      mailer.quotaValue = healthy;
    },
    mayPause: () => mayPause,
  };
}
