// Pauses a run whose mails bounce too often, before Amazon does more than that.
import type { Services } from '../services.ts';
import { pausedParts } from './run.ts';

/** With fewer, a rate says little. */
const bouncesMin = 5;
/** 2.5 % of what was accepted: half of the rate at which Amazon reviews an account (SES FAQ on enforcement). */
const bouncesPerThousandMin = 25;

/**
 * Asked after a hard bounce of a mail of this week. Only a run that is sending is paused: after that there is nothing left
 * to protect. Who resumed it has seen the bounces until then: it is paused again only at twice as many.
 */
export async function guardBounces({ stores, clock }: Services, week: string): Promise<void> {
  const { runs, deliveries, batches } = await stores();
  const run = await runs.get(week);
  if (run?.state !== 'sending') return;
  const bounced = await deliveries.hardBounces(week);
  if (!isAlarming(bounced, 0, run.bouncesSeen)) return;
  if (!isAlarming(bounced, await batches.acceptedCount(week), run.bouncesSeen)) return;
  // The books know batches from before sums were kept, too.
  const { accepted } = (await batches.books(week)).counts;
  const reason = `Of ${accepted} mails that Amazon SES accepted, ${bounced} bounced for good. Amazon reviews an account at 5 % and may close it at 10 %. See where these addresses come from, mend that, then resume; nobody of them is mailed again.`;
  const at = clock.now();
  await runs.change(week, (stood) =>
    stood.state === 'sending' && isAlarming(bounced, accepted, stood.bouncesSeen)
      ? pausedParts(stood, { reason, by: 'ITSELF', at })
      : null,
  );
}

function isAlarming(bounced: number, accepted: number, seen: number): boolean {
  return bounced >= Math.max(bouncesMin, 2 * seen) && bounced * 1_000 >= accepted * bouncesPerThousandMin;
}
