// A sender's desk for one batch: the batch as stored, who is at hand or in flight, and the outcomes that the next write takes along.
import { isDeepStrictEqual } from 'node:util';
import type { Outcome, PlannedMail } from '../weekly-run/batch.ts';
import type { BatchCommit, StoredBatch } from '../weekly-run/batch-store.ts';
import { tally } from '../weekly-run/tally.ts';
import type { Sender } from './sender.ts';

type Written = 'written' | 'refused' | 'lost';

export type BatchDesk = {
  number: number;
  /** Without an outcome, and not claimed. */
  pending(): PlannedMail[];
  /** Takes so many of them for one group, in id order; they are the group's until it releases them. */
  claim(limit: number): PlannedMail[];
  /** Ends a group: who has no outcome is pending again, and no longer in flight from the next write on. */
  release(group: PlannedMail[]): void;
  /** Holds an outcome until a write has taken it along. */
  book(learnerId: string, outcome: Outcome): void;
  /** Whether every mail has an outcome, written or held, and no group is under way. */
  isDone(): boolean;
  /** Whether anything is held, or stands in flight, that a write has to record, or the sums as stored are not the batch's. */
  isDirty(): boolean;
  /**
   * Writes what is held together with who goes in flight now, beside those of the groups before that have no outcome yet:
   * a sender that dies leaves exactly these in doubt. One write at a time. `refused`: nothing was written, look at the
   * batch again. `lost`: the lease is another's, and so is the batch.
   */
  write(goingIds: string[], released: BatchCommit['released']): Promise<Written>;
};

/** Takes a batch over: what another sender left in flight may have been sent, so it is unknown, never sent again blindly. */
export function batchDesk(sender: Sender, taken: StoredBatch): BatchDesk {
  let stored = taken;
  const held = new Map<string, Outcome>();
  const claimed = new Set<string>();
  const inFlight = new Set<string>();
  let wasRefused = false;
  let isTallyStale = staleTally(taken);

  const isOpen = (learnerId: string) => !(learnerId in stored.batch.outcomes) && !held.has(learnerId);
  const pending = () => stored.batch.mails.filter(({ learnerId }) => isOpen(learnerId) && !claimed.has(learnerId));

  function takeOver(): void {
    const left = stored.batch.inFlight;
    if (left === null || left.senderId === sender.id) return;
    const at = sender.services.clock.now();
    for (const id of left.learnerIds) if (isOpen(id)) held.set(id, { state: 'unknown', error: 'SenderDied', at });
  }
  takeOver();

  async function lookAgain(parts: BatchCommit['parts']): Promise<Written> {
    const { runs, batches } = await sender.services.stores();
    const run = await runs.get(sender.week);
    const fresh = await batches.get(sender.week, stored.batch.number);
    if (run?.sender?.id !== sender.id || fresh === null) return 'lost';
    const { inFlight: written, outcomes } = fresh.batch;
    // It was written, and only the answer was lost, or the new version is not known yet.
    const applied = isDeepStrictEqual({ inFlight: written, outcomes }, parts) && !fresh.version.isEqual(stored.version);
    stored = fresh;
    isTallyStale = staleTally(fresh);
    if (applied) return 'written';
    // Who was in doubt is not, where the sender before wrote the outcome after all.
    for (const [id, outcome] of held) if (outcome.state === 'unknown' && id in outcomes) held.delete(id);
    takeOver();
    return 'refused';
  }

  async function commit(commit: BatchCommit): Promise<Written> {
    const { batches } = await sender.services.stores();
    try {
      if (!wasRefused) {
        stored = await batches.commit(sender.week, stored, commit);
        isTallyStale = false;
        return 'written';
      }
      await batches.commitLocked(sender.week, stored, commit);
    } catch {
      // Nobody knows whether it was written: the look tells.
    }
    return lookAgain(commit.parts);
  }

  return {
    number: taken.batch.number,
    pending,
    claim(limit) {
      const group = pending().slice(0, limit);
      for (const { learnerId } of group) claimed.add(learnerId);
      return group;
    },
    release(group) {
      for (const { learnerId } of group) {
        claimed.delete(learnerId);
        inFlight.delete(learnerId);
      }
    },
    book(learnerId, outcome) {
      held.set(learnerId, outcome);
    },
    isDone: () => claimed.size === 0 && pending().length === 0,
    isDirty: () => held.size > 0 || stored.batch.inFlight !== null || isTallyStale,
    async write(goingIds, released) {
      const carried = new Map(held);
      const learnerIds = [...inFlight].filter((id) => !held.has(id) && !(id in stored.batch.outcomes)).concat(goingIds);
      const parts = {
        inFlight: learnerIds.length === 0 ? null : { senderId: sender.id, learnerIds },
        outcomes: { ...stored.batch.outcomes, ...Object.fromEntries(carried) },
      };
      const written = await commit({ parts, released });
      wasRefused = written === 'refused';
      if (written !== 'written') return written;
      for (const [id, outcome] of carried) if (held.get(id) === outcome) held.delete(id);
      for (const id of goingIds) inFlight.add(id);
      return written;
    },
  };
}

/** Where the release before wrote the outcomes, its sums are missing or from earlier: the run's books would not end. */
function staleTally({ batch }: StoredBatch): boolean {
  return !isDeepStrictEqual(batch.tally, tally(batch));
}
