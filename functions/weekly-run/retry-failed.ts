// An operator has failed mails tried again.
import type { Delivery } from '../deliveries/delivery.ts';
import { deliveryState } from '../deliveries/delivery-state.ts';
import { AppError } from '../errors.ts';
import type { Services } from '../services.ts';
import type { Batch, Outcome } from './batch.ts';
import type { Settlement } from './batch-store.ts';
import { isTooLateToSend } from './lateness.ts';
import type { ReasonCode } from './reason.ts';
import type { Run } from './run.ts';
import { settleRun } from './settle-run.ts';

/** The reasons for which a mail can be booked as failed. */
const retryable: readonly ReasonCode[] = ['ADDRESS_REFUSED', 'MESSAGE_REFUSED', 'OUTCOME_UNKNOWN'];

/**
 * Puts the failed mails with these reasons back to pending, and lets the run send: also one that was done. Mails booked
 * as OUTCOME_UNKNOWN may arrive twice; those of which an event came since are booked as accepted. Where no mail has such a reason the run stays as it is. Throws `NOT_FOUND` and
 * `BAD_USER_INPUT`; then nothing is written.
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
  const { reasons: booked } = run.books ?? (await batches.books(week));
  if (!booked.some(({ code }) => reasons.includes(code))) return run;
  const opened = await runs.change(week, ({ state }) =>
    state === 'done' ? { state: 'settling', finishedAt: null, books: null, reason: null } : null,
  );
  if (opened?.run.state !== 'settling') return opened?.run ?? run;
  for (const { batch } of await batches.all(week)) {
    const failedIds = Object.entries(batch.outcomes)
      .filter(([, outcome]) => isMeant(outcome, reasons))
      .map(([id]) => id);
    if (failedIds.length === 0) continue;
    const known = await deliveries.getAll(week, failedIds);
    if (!(await batches.settle(week, batch.number, (stored) => retried(stored, reasons, known)))) break;
  }
  await settleRun(services, week);
  return (await runs.get(week)) ?? run;
}

function refuseOtherReasons(reasons: readonly ReasonCode[]): void {
  const other = reasons.find((code) => !retryable.includes(code));
  if (reasons.length > 0 && other === undefined) return;
  const given = other === undefined ? 'none was given' : `${other} is no reason of a failed mail`;
  throw new AppError('BAD_USER_INPUT', `reasons: ${given}; a failed mail has ${retryable.join(', ')}.`);
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
