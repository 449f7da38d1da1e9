// Lets one sign-in mail go to a learner in 5 minutes.
import type { Services } from '../services.ts';

/**
 * Null where the last was claimed less than 5 minutes ago, or the learner is gone. Claimed before the mail is sent, so
 * that of messages that are handled at once only one sends. Throws `UNREADABLE`.
 */
export async function claimSignInMail(services: Services, learnerId: string): Promise<SignInMailClaim | null> {
  const { learners } = await services.stores();
  const now = services.clock.now();
  let before: Date | null = null;
  let claimed = false;
  await learners.change(learnerId, ({ mail }) => {
    before = mail.signInMailedAt;
    claimed = before === null || now.getTime() - before.getTime() >= intervalSeconds * 1000;
    return claimed ? { mail: { ...mail, signInMailedAt: now } } : null;
  });
  if (!claimed) return null;
  return {
    async release() {
      await learners.change(learnerId, ({ mail }) =>
        mail.signInMailedAt?.getTime() === now.getTime() ? { mail: { ...mail, signInMailedAt: before } } : null,
      );
    },
  };
}

/** `release` takes the claim back where surely no mail went out, so that another try may send it at once. */
export type SignInMailClaim = { release(): Promise<void> };

/** Long enough that nobody's mailbox is flooded, short enough for who deleted the mail and asks again. */
const intervalSeconds = 300;
