// Lets one sign-in mail go to a learner in 5 minutes, and three in an hour.
import type { Services } from '../services.ts';

/**
 * Null where the last was claimed less than 5 minutes ago, three were within the hour, or the learner is gone. Claimed
 * before the mail is sent and in a transaction, so that this holds over all instances, and of messages that are handled
 * at once only one sends. Throws `UNREADABLE`.
 */
export async function claimSignInMail(services: Services, learnerId: string): Promise<SignInMailClaim | null> {
  const { learners } = await services.stores();
  const now = services.clock.now();
  let claimed = false;
  await learners.change(learnerId, ({ mail }) => {
    const inHour = mail.signInMailsAt.filter((at) => secondsBetween(at, now) < hourSeconds);
    const last = inHour.at(-1);
    claimed = inHour.length < mailsInHour && (last === undefined || secondsBetween(last, now) >= intervalSeconds);
    return claimed ? { mail: { ...mail, signInMailsAt: [...inHour, now] } } : null;
  });
  if (!claimed) return null;
  return {
    async release() {
      await learners.change(learnerId, ({ mail }) => ({
        mail: { ...mail, signInMailsAt: mail.signInMailsAt.filter((at) => at.getTime() !== now.getTime()) },
      }));
    },
  };
}

/** `release` takes the claim back where surely no mail went out, so that another try may send it at once. */
export type SignInMailClaim = { release(): Promise<void> };

/** Long enough that nobody's mailbox is flooded, short enough for who deleted the mail and asks again. */
const intervalSeconds = 300;

/** Whoever found none of three mails will not find the fourth; a stranger may fill a mailbox no faster than this. */
const mailsInHour = 3;
const hourSeconds = 3600;

function secondsBetween(earlier: Date, later: Date): number {
  return (later.getTime() - earlier.getTime()) / 1000;
}
