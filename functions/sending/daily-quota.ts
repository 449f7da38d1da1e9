// How many more mails a sender may send today, so that sign-in mails still go.
import type { SendQuota } from '../mail/mailer.ts';

export type DailyQuota = {
  /** What SES said just now. Mails in flight are counted beside it: it may hold them already, or not. */
  set(quota: Pick<SendQuota, 'max24HourSend' | 'sentLast24Hours'>): void;
  /** How many more may go in flight; never below 0, infinite without a limit. */
  left(): number;
  /** A mail goes in flight. */
  begin(): void;
  /** A mail is in flight no more; `sent` where SES has it, or may have it. */
  end(sent: boolean): void;
};

/** Without a limit until the first `set`. */
export function dailyQuota(): DailyQuota {
  let limit = Number.POSITIVE_INFINITY;
  let sent = 0;
  let inFlight = 0;
  return {
    set({ max24HourSend, sentLast24Hours }) {
      limit = max24HourSend === null ? Number.POSITIVE_INFINITY : max24HourSend - reserveOf(max24HourSend);
      sent = sentLast24Hours;
    },
    left: () => Math.max(0, limit - sent - inFlight),
    begin() {
      inFlight += 1;
    },
    end(wasSent) {
      inFlight -= 1;
      if (wasSent) sent += 1;
    },
  };
}

/** Kept for mails that somebody waits for: 2 % of the day's quota, at least 10 mails and at most 500. */
function reserveOf(max24HourSend: number): number {
  return Math.min(500, Math.max(10, Math.ceil(max24HourSend * 0.02)));
}
