// Stores of a run over so many learners, made up when they are read and forgotten when they are done.
import { Timestamp } from 'firebase-admin/firestore';
import type { Challenge } from '../../functions/challenges/challenge.ts';
import type { ReadLearner } from '../../functions/learners/learner-store.ts';
import type { Stores } from '../../functions/stores.ts';
import { batchSizeMax, type Outcome, type PlannedMail } from '../../functions/weekly-run/batch.ts';
import type { BatchCommit, StoredBatch } from '../../functions/weekly-run/batch-store.ts';
import type { Run } from '../../functions/weekly-run/run.ts';
import { aChallenge } from './a-challenge.ts';
import { aLearner } from './a-learner.ts';
import { aLevel } from './a-level.ts';
import { aRun } from './a-run.ts';

export type VirtualStores = {
  stores: Stores;
  /** Learners with an outcome that was written. */
  written(): Record<Outcome['state'], number>;
};

/** `delay` before each answer, as a network takes. The run's week is that of `aRun`. */
export function virtualStores(learners: number, delay: () => Promise<void>): VirtualStores {
  const world: World = { learners, stored: new Map(), tally: { accepted: 0, excluded: 0, failed: 0, unknown: 0 } };
  let run: Run = aRun({ state: 'sending', sender: { id: virtualSenderId, expiresAt: new Date(8.64e15) } });
  const parts = {
    runs: {
      async get() {
        await delay();
        return run;
      },
      async change(_: string, decide: (run: Run) => Partial<Run> | null) {
        await delay();
        const decided = decide(run);
        run = { ...run, ...decided };
        return { run, changed: decided !== null };
      },
    },
    content: {
      catalogue: async () => ({
        levels: [level],
        challenges: new Map(virtualChallenges.map((each) => [each.id, each])),
      }),
      challenge: async (id: string) => virtualChallenges.find((each) => each.id === id) ?? null,
    },
    learners: {
      async getAll(ids: string[]): Promise<ReadLearner[]> {
        await delay();
        return ids.map((id) => ({ id, version, learner: learnerOf(id) }));
      },
    },
    batches: {
      async get(_: string, number: number) {
        await delay();
        return storedBatch(world, number);
      },
      async commit(_: string, stored: StoredBatch, commit: BatchCommit) {
        await delay();
        return keep(world, stored, commit);
      },
    },
  };
  return { stores: parts as unknown as Stores, written: () => ({ ...world.tally }) };
}

/** Who holds the run's lease. */
export const virtualSenderId = 'bench-sender';

type World = { learners: number; stored: Map<number, StoredBatch>; tally: Record<Outcome['state'], number> };

const version = Timestamp.fromMillis(0);
const level = aLevel({ id: 'first' });
const paragraph =
  'A snail climbs three metres up a well by day and slides two metres down by night. After how many days is it out? ';
/** What the learners are mailed, by turns. */
export const virtualChallenges: Challenge[] = Array.from({ length: 10 }, (_, at) => {
  const bodyText = paragraph.repeat(12);
  return aChallenge({ id: `challenge-${at}`, levelId: level.id, bodyText, bodyHtml: `<p>${bodyText}</p>` });
});

function learnerOf(id: string): ReadLearner['learner'] {
  const number = id.slice('shopify-'.length);
  const address = `customer-${number}@example.com`;
  return aLearner({
    id,
    levelId: level.id,
    customer: { firstName: `Zoë ${number}`, lastName: 'Lovelace', address, addressKey: address },
  });
}

function storedBatch({ learners, stored }: World, number: number): StoredBatch | null {
  const first = (number - 1) * batchSizeMax;
  if (first >= learners) return null;
  const present = stored.get(number);
  if (present !== undefined) return present;
  const mails = Array.from({ length: Math.min(batchSizeMax, learners - first) }, (_, at): PlannedMail => {
    const learnerId = `shopify-${String(first + at + 1).padStart(9, '0')}`;
    return { learnerId, code: 'NEXT_CHALLENGE', challengeId: `challenge-${at % virtualChallenges.length}` };
  });
  const expiresAt = new Date(8.64e15);
  return {
    version,
    batch: {
      number,
      throughId: mails.at(-1)?.learnerId ?? '',
      mails,
      planHash: 'bench',
      frozenAt: new Date(0),
      expiresAt,
      inFlight: null,
      outcomes: {},
      resentIds: [],
      contentWeeksLeft: null,
    },
  };
}

/** A batch that is done is forgotten, but for the first, which is judged afterwards. */
function keep({ stored, tally }: World, before: StoredBatch, { parts }: BatchCommit): StoredBatch {
  for (const [id, { state }] of Object.entries(parts.outcomes)) {
    if (!(id in before.batch.outcomes)) tally[state] += 1;
  }
  const after = { batch: { ...before.batch, ...parts }, version };
  const { number } = after.batch;
  const isDone = Object.keys(parts.outcomes).length === after.batch.mails.length && parts.inFlight === null;
  if (isDone && number > 1) stored.delete(number);
  else stored.set(number, after);
  return after;
}
