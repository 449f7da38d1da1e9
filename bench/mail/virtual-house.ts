// Services over virtual stores, and one sender that mails all of them through the real SES client.

import { systemClock } from '../../functions/clock.ts';
import { linkTokens } from '../../functions/mail/link-token.ts';
import type { Mailer } from '../../functions/mail/mailer.ts';
import { sesMailer } from '../../functions/mail/ses-mailer.ts';
import { sendBatches } from '../../functions/sending/send-batches.ts';
import { openSender } from '../../functions/sending/sender.ts';
import type { Services } from '../../functions/services.ts';
import { testConfig } from '../../tests/kit/test-config.ts';
import { virtualSenderId, virtualStores } from '../../tests/kit/virtual-stores.ts';

/** A clock that stands in the week of the run, and passes as the machine's does. */
const monday = new Date('2026-11-23T08:00:00Z').getTime();

export type VirtualHouse = {
  services: Services;
  mailer: Mailer;
  /** Mails so many learners; throws unless each was accepted and written. */
  mail(options: { learners: number; storeDelayMilliseconds: number }): Promise<void>;
};

export function virtualHouse(sesEndpoint: string): VirtualHouse {
  const config = testConfig({ sesEndpoint });
  const began = systemClock.now().getTime();
  const clock = {
    now: () => new Date(monday + systemClock.now().getTime() - began),
    sleep: systemClock.sleep,
  };
  const mailer = sesMailer(config);
  const tokens = linkTokens({ keys: config.linkKeys, clock });
  const unused = async () => {
    throw new Error('Sending uses neither.');
  };
  const services: Services = {
    clock,
    config,
    mailer: async () => mailer,
    linkTokens: async () => tokens,
    stores: unused,
    queue: unused,
    shop: unused,
    identity: unused,
  };
  return {
    services,
    mailer,
    async mail({ learners, storeDelayMilliseconds }) {
      const { stores, written } = virtualStores(learners, async () => {
        if (storeDelayMilliseconds > 0) await clock.sleep(storeDelayMilliseconds);
      });
      const leaseExpiresAt = new Date(clock.now().getTime() + 24 * 3_600_000);
      const sender = await openSender(
        { ...services, stores: async () => stores },
        { week: '2026-W48', id: virtualSenderId, leaseExpiresAt, deadline: leaseExpiresAt },
      );
      const end = typeof sender === 'string' ? sender : (await sendBatches(sender, 1)).did;
      const { accepted } = written();
      if (end !== 'drained' || accepted !== learners) {
        throw new Error(`The sender ended ${end} with ${accepted} of ${learners} mails accepted and written.`);
      }
    },
  };
}
