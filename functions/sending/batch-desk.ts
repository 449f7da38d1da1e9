// A sender's desk for one batch: the batch as stored, and the outcomes that the next write takes along.
import { isDeepStrictEqual } from 'node:util';
import type { Outcome, PlannedMail } from './batch.ts';
import type { BatchCommit, StoredBatch } from './batch-store.ts';
import type { Sender } from './sender.ts';

type Written = 'written' | 'refused' | 'lost';

export type BatchDesk = {
  /** Neither written nor held as an outcome; also what is in flight right now. */
  pending(): PlannedMail[];
  /** How many outcomes were booked here so far: those that SES or a rule decided, and those that nobody knows. */
  booked(): { known: number; unknown: number };
  /** Holds an outcome until the next write. */
  book(learnerId: string, outcome: Outcome): void;
  /** Whether anything is held, or stands in flight, that a write has to record. */
  isDirty(): boolean;
  /**
   * Writes what is held together with who goes in flight now. `refused`: nothing was written, look at the batch again.
   * `lost`: the lease is another's, and so is the batch.
   */
  write(inFlightIds: string[], released: BatchCommit['released']): Promise<Written>;
};

/** Takes a batch over: what another sender left in flight may have been sent, so it is unknown, never sent again blindly. */
export function batchDesk(sender: Sender, taken: StoredBatch): BatchDesk {
  let stored = taken;
  const held = new Map<string, Outcome>();
  const booked = { known: 0, unknown: 0 };
  let wasRefused = false;

  function takeOver(): void {
    const { inFlight, outcomes } = stored.batch;
    if (inFlight === null || inFlight.senderId === sender.id) return;
    const at = sender.services.clock.now();
    for (const id of inFlight.learnerIds) {
      if (!(id in outcomes) && !held.has(id)) held.set(id, { state: 'unknown', error: 'SenderDied', at });
    }
  }
  takeOver();

  async function lookAgain(parts: BatchCommit['parts']): Promise<Written> {
    const { runs, batches } = await sender.services.stores();
    const run = await runs.get(sender.week);
    const fresh = await batches.get(sender.week, stored.batch.number);
    if (run?.sender?.id !== sender.id || fresh === null) return 'lost';
    const { inFlight, outcomes } = fresh.batch;
    // It was written, and only the answer was lost, or the new version is not known yet.
    const applied = isDeepStrictEqual({ inFlight, outcomes }, parts) && !fresh.version.isEqual(stored.version);
    stored = fresh;
    // Who was in doubt is not, where the sender before wrote the outcome after all.
    for (const [id, outcome] of held) if (outcome.state === 'unknown' && id in outcomes) held.delete(id);
    if (applied) {
      held.clear();
      return 'written';
    }
    takeOver();
    return 'refused';
  }

  return {
    pending: () =>
      stored.batch.mails.filter(({ learnerId }) => !(learnerId in stored.batch.outcomes) && !held.has(learnerId)),
    booked: () => ({ ...booked }),
    book(learnerId, outcome) {
      held.set(learnerId, outcome);
      booked[outcome.state === 'unknown' ? 'unknown' : 'known'] += 1;
    },
    isDirty: () => held.size > 0 || stored.batch.inFlight !== null,
    async write(inFlightIds, released) {
      const inFlight = inFlightIds.length === 0 ? null : { senderId: sender.id, learnerIds: inFlightIds };
      const parts = { inFlight, outcomes: { ...stored.batch.outcomes, ...Object.fromEntries(held) } };
      const { batches } = await sender.services.stores();
      let written: Written;
      try {
        if (wasRefused) {
          await batches.commitLocked(sender.week, stored, { parts, released });
          written = await lookAgain(parts);
        } else {
          stored = await batches.commit(sender.week, stored, { parts, released });
          held.clear();
          written = 'written';
        }
      } catch {
        written = await lookAgain(parts);
      }
      wasRefused = written === 'refused';
      return written;
    },
  };
}
