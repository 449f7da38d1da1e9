// Rule: what becomes of the unknown mails of a batch, by what Amazon SES told of them since.
import type { Delivery } from '../deliveries/delivery.ts';
import { deliveryState } from '../deliveries/delivery-state.ts';
import type { Batch, Outcome } from './batch.ts';
import type { Settlement } from './batch-store.ts';
import { isSilent } from './is-silent.ts';

/**
 * An event decides. Without one, after the grace: failed where the week's sending is over, since it could not be sent
 * again; pending once more where that is allowed, was not done before, and a later mail had its Send event, so that events
 * do come; else it stays unknown. `settlement` is null where nothing changes; one that changes no outcome mends sums that an
 * older release left behind.
 */
export function settleBatch(batch: Batch, deliveries: ReadonlyMap<string, Delivery>, told: Told): SettledBatch {
  const outcomes: Batch['outcomes'] = {};
  const resentIds = [...batch.resentIds];
  let settled = 0;
  let unknown = 0;
  for (const [id, outcome] of Object.entries(batch.outcomes)) {
    const settledAs = outcome.state === 'unknown' ? settle(outcome, deliveries.get(id) ?? null, told) : outcome;
    const again = settledAs === 'resend' && !batch.resentIds.includes(id);
    if (again) resentIds.push(id);
    else outcomes[id] = typeof settledAs === 'string' ? outcome : settledAs;
    if (again || outcomes[id] !== outcome) settled += 1;
    else if (outcome.state === 'unknown') unknown += 1;
  }
  const pending = batch.mails.filter(({ learnerId }) => !(learnerId in outcomes)).length;
  const isStale = settled === 0 && (batch.tally?.unknown ?? unknown) !== unknown;
  return { settlement: settled > 0 || isStale ? { outcomes, resentIds } : null, settled, unknown, pending };
}

type Told = {
  now: Date;
  /** Whether the week's sending is over. */
  isOver: boolean;
  /** When the latest mail was accepted whose Send event came; null where none did, or where nothing is to be sent again. */
  eventsUntil: Date | null;
};

/** How many mails this settled, and how many are unknown and pending afterwards. */
export type SettledBatch = { settlement: Settlement | null; settled: number; unknown: number; pending: number };

type Unknown = Extract<Outcome, { state: 'unknown' }>;

function settle(unknown: Unknown, delivery: Delivery | null, told: Told): Outcome | 'resend' | 'wait' {
  const { accepted, refused } = deliveryState(delivery);
  const { now, isOver, eventsUntil } = told;
  if (accepted !== null) return { state: 'accepted', ...accepted };
  if (refused !== null) return { state: 'failed', code: 'MESSAGE_REFUSED', error: refused.error, at: now };
  if (!isSilent(unknown, now)) return 'wait';
  if (isOver) return { state: 'failed', code: 'OUTCOME_UNKNOWN', error: unknown.error, at: now };
  return eventsUntil !== null && eventsUntil > unknown.at ? 'resend' : 'wait';
}
