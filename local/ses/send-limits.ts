// Counts what was sent against the account's two limits: recipients a second and recipients in 24 h.
import type { Clock } from '../../functions/clock.ts';
import { createDailyCount } from './daily-count.ts';
import { createRateBucket } from './rate-bucket.ts';
import { SesError } from './ses-error.ts';

export type SendLimits = {
  /** Recipients a second. */
  maxSendRate: number;
  /** Recipients in a rolling 24 h; -1 is no limit. */
  max24HourSend: number;
};

export type SendMeter = {
  /** Counts an accepted mail. Throws `Throttling`, and counts nothing, when a limit is reached. */
  take(recipients: number): void;
  setLimits(limits: Partial<SendLimits>): void;
  quota(): SendLimits & { sentLast24Hours: number };
};

/** The day comes before the second: a mail refused for the day takes nothing of the rate. */
export function createSendMeter(clock: Clock, initial: SendLimits): SendMeter {
  let limits = initial;
  const sent = createDailyCount();
  const bucket = createRateBucket(initial.maxSendRate, clock.now().getTime());
  return {
    take(recipients) {
      const now = clock.now().getTime();
      const isLimited = limits.max24HourSend !== -1;
      if (isLimited && sent.total(now) + recipients > limits.max24HourSend) throw SesError.dailyQuota();
      if (!bucket.take(recipients, now)) throw SesError.rate();
      sent.add(recipients, now);
    },
    setLimits(changed) {
      limits = { ...limits, ...changed };
      bucket.setRate(limits.maxSendRate, clock.now().getTime());
    },
    quota: () => ({ ...limits, sentLast24Hours: sent.total(clock.now().getTime()) }),
  };
}
