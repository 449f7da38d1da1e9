// The quota, for a check that cannot do without.
import type { SendQuota } from '../../functions/mail/mailer.ts';
import { Unseen } from '../project/unseen.ts';
import type { SesReadings } from './ses-readings.ts';

/** Throws an Unseen where SES does not say. */
export async function seenQuota(ses: Pick<SesReadings, 'quota'>): Promise<SendQuota> {
  const outcome = await ses.quota();
  if (outcome.kind === 'quota') return outcome.quota;
  throw new Unseen('SES did not say its quota', 'Mend what the line “SES key” says, then run this again.');
}
