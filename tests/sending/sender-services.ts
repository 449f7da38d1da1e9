// What a sender uses of its services, over a clock, a mailer and stores of the test's own.
import type { Services } from '../../functions/services.ts';
import { testConfig } from '../kit/test-config.ts';

/** What sending does not use throws. */
export function senderServices({ clock, mailer, stores }: SenderParts): Services {
  const unused = async () => {
    throw new Error('Sending does not use this.');
  };
  return {
    clock,
    config: testConfig(),
    mailer: async () => mailer,
    stores: async () => stores,
    linkTokens: async () => ({ sign: async () => 'token', verify: unused, signUndo: unused, verifyUndo: unused }),
    ...{ queue: unused, shop: unused, identity: unused },
  };
}

type SenderParts = Pick<Services, 'clock'> & {
  mailer: Awaited<ReturnType<Services['mailer']>>;
  stores: Awaited<ReturnType<Services['stores']>>;
};
