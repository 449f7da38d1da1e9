// Suppresses the address of a mail that bounced for good or was complained about.
import type { Learner } from '../learners/learner.ts';
import { addressKeys } from '../mail/address-keys.ts';
import type { SesSuppression } from '../mail/suppression.ts';
import type { Services } from '../services.ts';

/**
 * At once, for good, and for everyone who has the address. `learnerId` is whose mail it was, null where that is not known.
 * The address is the event's: where the learner has another one since, the learner is left alone. Only where the event
 * names none it is the learner's. A second call writes nothing.
 */
export async function suppressAddress({ stores }: Services, told: ToldAddress): Promise<void> {
  const { learners, suppressions } = await stores();
  const [found] = told.learnerId === null ? [] : await learners.getAll([told.learnerId]);
  const keys = keysOf(told.recipients, found?.learner ?? null);
  // Ours have one recipient; another sender's, on the same topic, may have 50.
  for (let from = 0; from < keys.length; from += keysMax) {
    await suppressions.suppress(keys.slice(from, from + keysMax), told.suppression);
  }
}

/** At once: what Firestore compares in one query. */
const keysMax = 30;

type ToldAddress = { recipients: readonly string[]; learnerId: string | null; suppression: SesSuppression };

function keysOf(recipients: readonly string[], learner: Learner | null): string[] {
  const { address, addressKey } = learner?.customer ?? { address: null, addressKey: null };
  const keys = new Set(recipients.flatMap(addressKeys));
  // A shop may write one domain in more ways than one: what counts is where the mail went.
  const isLearners = address !== null && addressKeys(address).some((key) => keys.has(key));
  if (addressKey !== null && (isLearners || keys.size === 0)) keys.add(addressKey);
  return [...keys];
}
