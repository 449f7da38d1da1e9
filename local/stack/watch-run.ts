// Follows a weekly run until it ends or rests.
import type { Firestore } from 'firebase-admin/firestore';
import { batchStore } from '../../functions/weekly-run/batch-store.ts';
import type { Counts } from '../../functions/weekly-run/counts.ts';
import type { RunState } from '../../functions/weekly-run/run.ts';
import { runStore } from '../../functions/weekly-run/run-store.ts';
import { LocalError } from '../local-error.ts';

const pollMilliseconds = 200;
const timeoutMilliseconds = 15 * 60_000;

export type WatchedRun = { state: RunState; reason: string | null; notices: string[]; counts: Counts };

/**
 * Reads the run and its books until it is done, paused, failed or waits for an operator, and hands on each reading. Throws a LocalError where
 * there is no such run, or where it has not ended within 15 minutes.
 */
export async function watchRun(
  db: Firestore,
  week: string,
  onProgress: (run: WatchedRun) => void,
): Promise<WatchedRun> {
  const [runs, batches] = [runStore(db), batchStore(db)];
  const giveUpAt = performance.now() + timeoutMilliseconds;
  while (performance.now() < giveUpAt) {
    // The state first: books that are read after `done` are complete.
    const run = await runs.get(week);
    if (run === null) throw new LocalError(`There is no run of week ${week}: the schedule did not start one.`);
    const { counts } = await batches.books(week);
    const watched = { state: run.state, reason: run.reason, notices: run.notices, counts };
    onProgress(watched);
    if (['done', 'paused', 'failed'].includes(run.state)) return watched;
    if (run.state === 'settling' && counts.unknown > 0) {
      return {
        ...watched,
        reason: `mails with an unknown outcome: ${counts.unknown}. Settle them with settleUnknown.`,
      };
    }
    await new Promise((resolve) => setTimeout(resolve, pollMilliseconds));
  }
  throw new LocalError(
    `The run of week ${week} has not ended after 15 minutes: see it at /graphql, and the log in .stack/.`,
  );
}
