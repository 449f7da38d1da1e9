// Drains one batch, group by group.
import { type BatchDesk, batchDesk } from './batch-desk.ts';
import type { StoredBatch } from './batch-store.ts';
import { isTooLateToSend } from './lateness.ts';
import { pauseByItself } from './pause-by-itself.ts';
import { sendGroup } from './send-group.ts';
import type { Sender, Stop } from './sender.ts';

/** Groups in a row that brought nothing, before the run rests: with the waits between them, about two minutes. */
const fruitlessGroupsMax = 20;
/** Groups in a row that brought only unknown outcomes, before the run is paused: each costs a person's decision. */
const unknownGroupsMax = 3;
/** Tries of the write that closes a batch. */
const closingWritesMax = 3;

/**
 * Gives why the sender must stop, or null when every mail of the batch has an outcome. What is known is written also
 * where an error is thrown.
 */
export async function sendBatch(sender: Sender, taken: StoredBatch): Promise<Stop | null> {
  const desk = batchDesk(sender, taken);
  let stop: Stop | null;
  try {
    stop = await sendGroups(sender, desk);
  } catch (error) {
    // The first error is the one to tell; a write that fails too leaves the group in flight, and so unknown.
    await closeDesk(desk).catch(() => undefined);
    throw error;
  }
  return stop === 'lost' ? stop : ((await closeDesk(desk)) ?? stop);
}

async function sendGroups(sender: Sender, desk: BatchDesk): Promise<Stop | null> {
  const { services, week } = sender;
  for (let pending = desk.pending(); pending.length > 0; pending = desk.pending()) {
    const now = services.clock.now();
    if (isTooLateToSend(week, now, services.config)) {
      for (const { learnerId } of pending) desk.book(learnerId, { state: 'excluded', code: 'TOO_LATE', at: now });
      return null;
    }
    const before = desk.booked();
    const stop = (await sender.reasonToStop()) ?? (await sendGroup(sender, desk, pending.slice(0, sender.groupSize())));
    if (stop !== null) return stop;
    const giveUp = await judge(sender, before, desk.booked());
    if (giveUp !== null) return giveUp;
  }
  return null;
}

type Booked = ReturnType<BatchDesk['booked']>;

/** Whether SES seems unwell: then the run rests or waits for a person, before the whole plan meets the same end. */
async function judge(sender: Sender, before: Booked, after: Booked): Promise<Stop | null> {
  const { services, week, inARow } = sender;
  if (after.known > before.known) {
    inARow.fruitless = 0;
    inARow.unknown = 0;
    return null;
  }
  if (after.unknown > before.unknown) {
    inARow.unknown += 1;
    if (inARow.unknown < unknownGroupsMax) return null;
    const reason = `Amazon SES left the outcome of ${unknownGroupsMax} groups of mails in a row unknown. See whether it and the network are well, then resume.`;
    await pauseByItself(services, week, reason);
    return 'paused';
  }
  inARow.fruitless += 1;
  if (inARow.fruitless >= fruitlessGroupsMax) return 'resting';
  // Full jitter between a half and the whole of an exponential wait, at most 8 s.
  await services.clock.sleep(Math.min(250 * 2 ** inARow.fruitless, 8_000) * (0.5 + Math.random() / 2));
  return null;
}

/** Writes what is still held. Throws where that cannot be: then what was in flight is unknown to the next sender. */
async function closeDesk(desk: BatchDesk): Promise<'lost' | null> {
  for (let attempt = 1; desk.isDirty(); attempt += 1) {
    const written = await desk.write([], []);
    if (written === 'lost') return 'lost';
    if (written === 'refused' && attempt >= closingWritesMax) {
      throw new Error('The outcomes of a batch could not be written.');
    }
  }
  return null;
}
