// Mails a sign-in link to who asked for one, where the address is a learner's.
import { AppError } from '../errors.ts';
import type { Learner } from '../learners/learner.ts';
import type { Services } from '../services.ts';
import { asciiDomain } from './ascii-domain.ts';
import { claimSignInMail } from './claim-sign-in-mail.ts';
import { composeMime } from './compose-mime.ts';
import { greetingName } from './greeting-name.ts';
import type { OutgoingMail } from './mailer.ts';
import { signInMail } from './sign-in-mail.ts';

/**
 * Sends at most one mail, none within 5 minutes of the learner's last, and none to an address that bounced or
 * complained. Whoever is a learner may sign in, entitled or not. Throws a retryable AppError `OVERLOADED` where SES surely
 * did not take the mail and may take it later; an unknown outcome is not tried again, because the learner can simply ask
 * once more.
 */
export async function sendSignInLink(services: Services, { email }: { email: string }): Promise<SignInLinkTally> {
  const { learners, suppressions } = await services.stores();
  const addressKey = email.trim().toLowerCase();
  const learner = ownerOf(await learners.withAddresses([addressKey]));
  if (learner === undefined) return { sent: 0, outcome: 'no-learner' };
  const suppression = (await suppressions.getAll([addressKey])).get(addressKey);
  const undeliverable = suppression !== undefined && suppression.reason !== 'UNSUBSCRIBED';
  if (undeliverable || learner.mail.suppressed !== null) return { sent: 0, outcome: 'suppressed' };

  // All that can throw comes before the claim, so that a message that comes again finds none.
  const [mailer, mail] = await Promise.all([services.mailer(), composeLinkMail(services, learner)]);
  const claim = await claimSignInMail(services, learner.id);
  if (claim === null) return { sent: 0, outcome: 'too-soon' };
  const outcome = await mailer.send(mail);
  switch (outcome.kind) {
    case 'accepted':
      return { sent: 1, outcome: 'accepted' };
    case 'unsent':
      await claim.release();
      throw new AppError('OVERLOADED', `The sign-in mail was not taken (${outcome.error}).`, { retryable: true });
    default:
      return { sent: 0, outcome: outcome.kind, error: outcome.error };
  }
}

/** `error` is SES's own error name. */
export type SignInLinkTally =
  | { sent: 1; outcome: 'accepted' }
  | { sent: 0; outcome: 'no-learner' | 'suppressed' | 'too-soon' }
  | { sent: 0; outcome: 'refused' | 'account' | 'unknown'; error: string };

// Of several customers with one address, the one that gets its weekly mail; of several of those, one who is entitled.
function ownerOf(learners: Learner[]): Learner | undefined {
  const owners = learners.filter(({ customer }) => customer.address !== null && !customer.sharesAddress);
  return owners.find(({ customer }) => customer.entitled) ?? owners[0];
}

async function composeLinkMail({ config, linkTokens }: Services, learner: Learner): Promise<OutgoingMail> {
  const { address, firstName, lastName } = learner.customer;
  const tokens = await linkTokens();
  const content = signInMail({
    firstName,
    buttonUrl: `${config.publicUrl}/#token=${await tokens.sign('sign-in', learner.id)}`,
    brandName: config.brandName,
    postalAddress: config.postalAddress,
  });
  const to = asciiDomain(address ?? '');
  const mime = await composeMime({
    from: { name: config.brandName, address: config.mailFrom },
    to: { name: greetingName(firstName, lastName), address: to },
    replyTo: config.mailReplyTo,
    content,
    unsubscribeUrl: null,
  });
  return { to, mime, tags: { 'ses:feedback-id-a': 'sign-in' } };
}
