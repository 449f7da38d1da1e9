// Lets a week go by without further trouble: messages and events come, the sweep fires, nobody intervenes.
import { recordEvent } from '../../functions/deliveries/record-event.ts';
import { sweep } from '../../functions/weekly-run/sweep.ts';
import type { House } from './a-house.ts';
import { sendEvents } from './ses-feed.ts';

/** In hours. A sweep each quarter of an hour at first; then what is open waits longer, at last for the week's end. */
const twoHours = Array<number>(8).fill(0.25);
const pauses = { 'two hours': twoHours, 'the end': [...twoHours, ...Array<number>(6).fill(1.5), 48, 48] };

export type Settling = {
  /** `the end` by default. */
  until?: keyof typeof pauses;
  /** Delivers what Amazon SES has told since; by default the Send event of every mail. */
  hear?: () => Promise<void>;
};

/** At the latest until the run is done, paused or cancelled. Events come while the run is open. */
export async function settleDown(house: House, week: string, settling: Settling = {}): Promise<void> {
  const { until = 'the end', hear = hearSends(house) } = settling;
  await house.deliverAll();
  for (const hours of pauses[until]) {
    const run = await house.stores.runs.get(week);
    if (run === null || run.state === 'done' || run.state === 'paused' || run.state === 'failed') return;
    await hear();
    house.clock.advance(hours * 3_600_000);
    await sweep(house.services);
    await house.deliverAll();
  }
}

function hearSends(house: House): () => Promise<void> {
  let heard = 0;
  return async () => {
    for (const event of sendEvents(house, heard)) await recordEvent(house.services, event);
    heard = house.mailer.sent.length;
  };
}
