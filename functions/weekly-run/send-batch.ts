// Drains one batch, group by group.
import { type BatchDesk, batchDesk } from './batch-desk.ts';
import type { StoredBatch } from './batch-store.ts';
import { isTooLateToSend } from './lateness.ts';
import { pauseByItself } from './pause-by-itself.ts';
import { sendGroup } from './send-group.ts';
import type { Sender, Stop } from './sender.ts';

/** Groups in a row that brought nothing before the run is paused for a person to look. */
const fruitlessGroupsMax = 20;
/** Tries of the write that closes a batch. */
const closingWritesMax = 3;

/** Gives why the sender must stop, or null when every mail of the batch has an outcome. */
export async function sendBatch(sender: Sender, taken: StoredBatch): Promise<Stop | null> {
  const { clock, config } = sender.services;
  const desk = batchDesk(sender, taken);
  const now = clock.now();
  if (isTooLateToSend(sender.week, now, config)) {
    for (const { learnerId } of desk.pending()) desk.book(learnerId, { state: 'excluded', code: 'TOO_LATE', at: now });
  }
  const stop = await sendGroups(sender, desk);
  return stop === 'lost' ? stop : ((await closeDesk(desk)) ?? stop);
}

async function sendGroups(sender: Sender, desk: BatchDesk): Promise<Stop | null> {
  const { services, week } = sender;
  let fruitless = 0;
  for (let pending = desk.pending(); pending.length > 0; ) {
    const stop = (await sender.reasonToStop()) ?? (await sendGroup(sender, desk, pending.slice(0, sender.groupSize())));
    if (stop !== null) return stop;
    const left = desk.pending();
    fruitless = left.length < pending.length ? 0 : fruitless + 1;
    pending = left;
    if (fruitless >= fruitlessGroupsMax) {
      const reason = `Amazon SES took nothing in ${fruitless} tries in a row. See whether SES and the network are well, then resume.`;
      await pauseByItself(services, week, reason);
      return 'paused';
    }
    // Full jitter between a half and the whole of an exponential wait, at most 8 s.
    if (fruitless > 0) await services.clock.sleep(Math.min(250 * 2 ** fruitless, 8_000) * (0.5 + Math.random() / 2));
  }
  return null;
}

/** Writes what is still held. Throws where that cannot be: then what was in flight is unknown to the next sender. */
async function closeDesk(desk: BatchDesk): Promise<'lost' | null> {
  for (let attempt = 1; desk.isDirty(); attempt += 1) {
    const written = await desk.write([], []);
    if (written === 'lost') return 'lost';
    if (written === 'refused' && attempt >= closingWritesMax)
      throw new Error('The outcomes of a batch could not be written.');
  }
  return null;
}
