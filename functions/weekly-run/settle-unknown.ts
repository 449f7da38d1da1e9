// An operator decides what becomes of mails whose outcome nobody knows.
import { AppError } from '../errors.ts';
import type { Services } from '../services.ts';
import type { Batch, Outcome } from './batch.ts';
import type { Settlement } from './batch-store.ts';
import { findUnknown } from './find-unknown.ts';
import { reopenRun } from './reopen-run.ts';
import type { Run } from './run.ts';
import { settleBatches } from './settle-batches.ts';
import { settleRun } from './settle-run.ts';

/**
 * `resend`: back to pending, and they may arrive twice; otherwise they are booked as failed, OUTCOME_UNKNOWN. Of whose mail
 * an event of SES came by now, that decides. Only while the run settles; where two operators do it at once, each mail is
 * settled once. A run with mails put back is held until all of them are. Throws `NOT_FOUND` and `BAD_USER_INPUT`.
 */
export async function settleUnknown(
  services: Services,
  { week, resend }: { week: string; resend: boolean },
): Promise<Run> {
  const { runs, batches } = await services.stores();
  const run = await runs.get(week);
  if (run === null) throw new AppError('NOT_FOUND', `week: ${week} has no run.`);
  if (run.state !== 'settling') {
    throw new AppError('BAD_USER_INPUT', `week: the run of ${week} is not settling, so nothing of it can be settled.`);
  }
  const decide = (batch: Batch) => (resend ? withoutUnknown(batch) : withFailed(batch, services.clock.now()));
  const unknownIn = findUnknown(await batches.tallies(week));
  const settle = async () => {
    await settleBatches(services, { week, unknownIn });
    for (const number of unknownIn) if (!(await batches.settle(week, number, decide))) break;
  };
  if (resend) await reopenRun(services, { week, from: ['settling'] }, settle);
  else {
    await settle();
    await settleRun(services, week);
  }
  return (await runs.get(week)) ?? run;
}

function withoutUnknown({ outcomes }: Batch): Settlement | null {
  const kept = Object.entries(outcomes).filter(([, { state }]) => state !== 'unknown');
  return kept.length === Object.keys(outcomes).length ? null : { outcomes: Object.fromEntries(kept) };
}

function withFailed({ outcomes }: Batch, at: Date): Settlement | null {
  const settled = Object.entries(outcomes).map(([id, outcome]): [string, Outcome] =>
    outcome.state === 'unknown'
      ? [id, { state: 'failed', code: 'OUTCOME_UNKNOWN', error: outcome.error, at }]
      : [id, outcome],
  );
  return Object.values(outcomes).some(({ state }) => state === 'unknown')
    ? { outcomes: Object.fromEntries(settled) }
    : null;
}
