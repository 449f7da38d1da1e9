// Exchanges the link token of a mail for a Firebase custom token.
import { AppError } from '../errors.ts';
import type { Services } from '../services.ts';

/** Throws `LINK_EXPIRED`, and `LINK_INVALID` also where the learner is gone: a link tells nobody who is a learner. */
export async function signInWithLink(services: Services, token: string): Promise<SignIn> {
  const learnerId = await (await services.linkTokens()).verify('sign-in', token);
  const { learners } = await services.stores();
  if ((await learners.get(learnerId)) === null) {
    throw new AppError('LINK_INVALID', 'This link is not valid. Use the whole link of the newest mail.');
  }
  return { customToken: await (await services.identity()).customToken(learnerId), learnerId };
}

export type SignIn = { customToken: string; learnerId: string };
