// An operator has failed mails tried again.
import type { Delivery } from '../deliveries/delivery.ts';
import { deliveryState } from '../deliveries/delivery-state.ts';
import { AppError } from '../errors.ts';
import type { Services } from '../services.ts';
import type { Batch, Outcome } from './batch.ts';
import type { Settlement } from './batch-store.ts';
import { isTooLateToSend } from './lateness.ts';
import type { ReasonCode } from './reason.ts';
import { reopenRun } from './reopen-run.ts';
import type { Run } from './run.ts';
import type { NumberedTally } from './tally-store.ts';

/** The reasons for which a mail can be booked as failed. */
const retryable: readonly ReasonCode[] = ['ADDRESS_REFUSED', 'MESSAGE_REFUSED', 'OUTCOME_UNKNOWN'];

/**
 * Puts the failed mails with these reasons back to pending, and lets the run send: also one that was done. Mails booked
 * as OUTCOME_UNKNOWN may arrive twice; those of which an event came since are booked as accepted. Where no mail has such a
 * reason the run stays as it is. Throws `NOT_FOUND` and `BAD_USER_INPUT`; then nothing is written.
 */
export async function retryFailed(
  services: Services,
  { week, reasons }: { week: string; reasons: readonly ReasonCode[] },
): Promise<Run> {
  refuseOtherReasons(reasons);
  const { runs, batches, deliveries } = await services.stores();
  const run = await runs.get(week);
  if (run === null) throw new AppError('NOT_FOUND', `week: ${week} has no run.`);
  if (isTooLateToSend(week, services.clock.now(), services.config)) {
    throw new AppError('BAD_USER_INPUT', `week: the sending of ${week} ended on Thursday at 20:00.`);
  }
  if (run.state !== 'done' && run.state !== 'settling') {
    throw new AppError('BAD_USER_INPUT', `week: the run of ${week} is ${run.state}; it must be done or settling.`);
  }
  const numbers = (await batches.tallies(week)).filter((each) => mayHold(each, reasons)).map(({ number }) => number);
  if (numbers.length === 0) return run;
  await reopenRun(services, { week, from: ['done', 'settling'] }, async () => {
    for (const number of numbers) {
      const failedIds = Object.entries((await batches.get(week, number))?.batch.outcomes ?? {})
        .filter(([, outcome]) => isMeant(outcome, reasons))
        .map(([id]) => id);
      if (failedIds.length === 0) continue;
      const known = await deliveries.getAll(week, failedIds);
      if (!(await batches.settle(week, number, (stored) => retried(stored, reasons, known)))) return;
    }
  });
  return (await runs.get(week)) ?? run;
}

function refuseOtherReasons(reasons: readonly ReasonCode[]): void {
  const other = reasons.find((code) => !retryable.includes(code));
  if (reasons.length > 0 && other === undefined) return;
  const given = other === undefined ? 'none was given' : `${other} is no reason of a failed mail`;
  throw new AppError('BAD_USER_INPUT', `reasons: ${given}; a failed mail has ${retryable.join(', ')}.`);
}

/** A reason of the sums may be that of an excluded or an unknown mail. */
function mayHold({ tally }: NumberedTally, reasons: readonly ReasonCode[]): boolean {
  return tally.failed > 0 && reasons.some((code) => tally.reasons[code] !== undefined);
}

function isMeant(outcome: Outcome, reasons: readonly ReasonCode[]): boolean {
  return outcome.state === 'failed' && reasons.includes(outcome.code);
}

/** Pending again, but for those of which an event tells by now that SES took them. */
function retried(
  { outcomes }: Batch,
  reasons: readonly ReasonCode[],
  known: ReadonlyMap<string, Delivery>,
): Settlement {
  const after = Object.entries(outcomes).flatMap(([id, outcome]): [string, Outcome][] => {
    if (!isMeant(outcome, reasons)) return [[id, outcome]];
    const { accepted } = deliveryState(known.get(id) ?? null);
    return accepted === null ? [] : [[id, { state: 'accepted', ...accepted }]];
  });
  return { outcomes: Object.fromEntries(after) };
}
