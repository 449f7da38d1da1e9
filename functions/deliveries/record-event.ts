// Records what Amazon SES told of a mail, and does at once what follows from it.

import type { Services } from '../services.ts';
import type { SesEvent } from '../ses-events/ses-event.ts';
import { guardBounces } from '../weekly-run/bounce-guard.ts';
import { deliveryParts } from './delivery-parts.ts';
import { isHardBounce } from './is-hard-bounce.ts';
import { mailOfEvent } from './mail-of-event.ts';
import { suppressAddress } from './suppress-address.ts';

/**
 * Safe to repeat, and in any order. `foreign`: not about a weekly mail, so nothing is recorded; an address that bounced for
 * good or complained is suppressed all the same, since it was this account that mailed it. Throws where Firestore fails:
 * then the event has to come again.
 */
export async function recordEvent(services: Services, event: SesEvent): Promise<{ did: 'recorded' | 'foreign' }> {
  const mail = mailOfEvent(event.assignmentId);
  if (mail !== null) await (await services.stores()).deliveries.merge(deliveryParts(event, mail));
  const reason = isHardBounce(event) ? 'BOUNCE' : event.kind === 'complaint' ? 'COMPLAINT' : null;
  if (reason !== null) {
    const suppression = { reason, since: event.at } as const;
    await suppressAddress(services, {
      recipients: event.recipients,
      learnerId: mail?.learnerId ?? null,
      suppression,
    });
  }
  if (mail !== null && reason === 'BOUNCE') await guardBounces(services, mail.week);
  return { did: mail === null ? 'foreign' : 'recorded' };
}
