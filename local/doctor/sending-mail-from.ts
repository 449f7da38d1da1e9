// The custom MAIL FROM domain that a mail of the sender goes out with.
import type { SesReadings } from './ses-readings.ts';

type MailFrom = Awaited<ReturnType<SesReadings['mailFrom']>>[number];

/**
 * That of the nearest verified domain: a domain that is verified by itself inherits nothing of the one above it, and SES
 * lists names that nobody ever verified too. Where none is verified, that of the nearest with such a domain, which is being
 * set up. Undefined where there is neither, or SES lists none. Throws an Unseen.
 */
export async function sendingMailFrom(
  ses: Pick<SesReadings, 'identities' | 'mailFrom'>,
): Promise<MailFrom | undefined> {
  const [identities, all] = [await ses.identities(), await ses.mailFrom()];
  const sending = identities.find(({ name, status }) => status === 'Success' && !name.includes('@'));
  if (sending === undefined) return all.find(({ MailFromDomain }) => MailFromDomain);
  return all.find(({ name }) => name === sending.name);
}
