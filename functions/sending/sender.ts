// One sender: what it holds while it has the lease, and whether it may go on.
import type { Catalogue } from '../challenges/catalogue.ts';
import type { Mailer } from '../mail/mailer.ts';
import { type WeeklyTemplates, weeklyTemplates } from '../mail/weekly-templates.ts';
import type { Services } from '../services.ts';
import { isTooLateToSend } from '../weekly-run/lateness.ts';
import { pauseByItself } from '../weekly-run/pause-by-itself.ts';
import { leaseMarginSeconds } from '../weekly-run/sender-lease.ts';
import { type DailyQuota, dailyQuota } from './daily-quota.ts';
import { type TokenBucket, tokenBucket } from './token-bucket.ts';

/**
 * Why a sender stops: its time is nearly up, the run is no longer sending, another holds the lease, or nothing can be
 * sent for a while (the day's quota is used up, SES does not answer): then the run rests, and the sweep comes back.
 */
export type Stop = 'deadline' | 'paused' | 'lost' | 'resting';

export type Sender = {
  services: Services;
  mailer: Mailer;
  catalogue: Catalogue;
  templates: WeeklyTemplates;
  week: string;
  id: string;
  bucket: TokenBucket;
  daily: DailyQuota;
  /** Groups in a row that brought nothing, and that brought only unknown outcomes. */
  inARow: { fruitless: number; unknown: number };
  /** Mails that go in flight with one write. */
  groupSize(): number;
  /** So many mails in flight may still wait for their turn when the next group goes in flight. */
  leadSize(): number;
  /** Whether a request may still begin: the lease outlives it. */
  mayBegin(): boolean;
  /** Asked before each group. Null: go on. */
  reasonToStop(): Promise<Stop | null>;
};

/** A pause takes effect within this time and one group; each look costs one read. */
const lookSeconds = 5;
/** GetSendQuota may be called once a second at most; the quota moves slowly (ses.md §2). */
const quotaSeconds = 60;
/** A group begins only where this much of the function's time is left. */
const groupSecondsMax = 40;
/** Of the account's rate: what is left is for sign-in mails, and for clocks that differ. */
const rateShare = 0.99;
/** What a look at the run and a write take: so much of sending is in flight ahead, and no more; the bucket catches up. */
const leadSeconds = 0.1;
/** That much at 400 a second (architecture §5); a sender that dies leaves these in doubt. */
const leadSizeMax = 40;

/** Opens a sender that holds the lease; or says why it must stop before the first mail. */
export async function openSender(
  services: Services,
  held: { week: string; id: string; leaseExpiresAt: Date; deadline: Date },
): Promise<Sender | Stop> {
  const { clock } = services;
  const { runs, content } = await services.stores();
  const mailer = await services.mailer();
  const bucket = tokenBucket(clock, rateShare);
  const daily = dailyQuota();
  let rate = 1;
  let lookedAt = clock.now().getTime();
  let quotaAt = 0;
  const left = (until: Date) => until.getTime() - clock.now().getTime();

  async function readQuota(): Promise<Stop | null> {
    // Closing a week that is over needs no quota.
    if (isTooLateToSend(held.week, clock.now(), services.config)) return null;
    const outcome = await mailer.quota();
    quotaAt = clock.now().getTime();
    if (outcome.kind === 'account') {
      await pauseByItself(services, held.week, `Amazon SES: ${outcome.error}. ${outcome.fix}`);
      return 'paused';
    }
    // Without an answer the rate stays what it was: at first the slowest that SES gives anyone, one a second.
    if (outcome.kind === 'unavailable') return null;
    rate = outcome.quota.maxSendRate;
    if (rate > 0) bucket.setRate(rate * rateShare, Math.max(1, Math.floor(rate)));
    daily.set(outcome.quota);
    return rate <= 0 || daily.left() === 0 ? 'resting' : null;
  }

  const stop = await readQuota();
  if (stop !== null) return stop;
  return {
    services,
    mailer,
    catalogue: await content.catalogue(),
    templates: weeklyTemplates(services.config),
    week: held.week,
    id: held.id,
    bucket,
    daily,
    inARow: { fruitless: 0, unknown: 0 },
    groupSize: () => groupSizeAt(rate),
    leadSize: () => Math.min(Math.ceil(rate * leadSeconds), leadSizeMax),
    mayBegin: () => left(held.leaseExpiresAt) > leaseMarginSeconds * 1_000,
    async reasonToStop() {
      if (left(held.deadline) < groupSecondsMax * 1_000) return 'deadline';
      const now = clock.now().getTime();
      if (now - lookedAt >= lookSeconds * 1_000) {
        lookedAt = now;
        const run = await runs.get(held.week);
        if (run?.sender?.id !== held.id) return 'lost';
        if (run.state !== 'sending') return 'paused';
      }
      if (now - quotaAt >= quotaSeconds * 1_000) return readQuota();
      return daily.left() === 0 ? 'resting' : null;
    },
  };
}

/**
 * Less than a second's worth, so that what was read of a learner stays fresh, and about ten (architecture §5.4); where
 * so few would be a write every few milliseconds, an eighth of a second's, at most 25.
 */
function groupSizeAt(rate: number): number {
  return Math.max(1, Math.min(Math.floor(rate * 0.7), Math.max(10, Math.min(25, Math.ceil(rate / 8)))));
}
