// Settles the unknown mails of a run by what Amazon SES told of them since.
import { deliveryState } from '../deliveries/delivery-state.ts';
import type { Services } from '../services.ts';
import type { Batch } from './batch.ts';
import { isSilent } from './is-silent.ts';
import { isTooLateToSend } from './lateness.ts';
import type { Run } from './run.ts';
import { type SettledBatch, settleBatch } from './settle-batch.ts';

/** Mails that are asked for a Send event: one may have lost its own. */
const witnessesMax = 10;

/**
 * Looks at the batches that held unknown mails when the run was settled last, and at their deliveries; writes only while
 * the run is settling. Gives the sums over these batches.
 */
export async function settleBatches(
  services: Services,
  { week, unknownIn }: Pick<Run, 'week' | 'unknownIn'>,
): Promise<Sums> {
  const { batches, deliveries } = await services.stores();
  const { clock, config } = services;
  const now = clock.now();
  const isOver = isTooLateToSend(week, now, config);
  const mayResend = config.resendUnknown && !isOver;
  const sums: Sums = { settled: 0, unknown: 0, pending: 0 };
  let eventsUntil: Promise<Date | null> | undefined;
  for (const number of unknownIn) {
    const batch = (await batches.get(week, number))?.batch;
    if (batch === undefined) continue;
    const unknown = unknownOf(batch);
    const known = await deliveries.getAll(week, [...unknown.keys()]);
    if (mayResend && [...unknown.values()].some((outcome) => isSilent(outcome, now))) {
      eventsUntil ??= lastEvents(services, week);
    }
    const told = { now, isOver, eventsUntil: (await eventsUntil) ?? null };
    let settled = settleBatch(batch, known, told);
    if (settled.settlement !== null) {
      const isSettling = await batches.settle(week, number, (stored) => {
        settled = settleBatch(stored, known, told);
        return settled.settlement;
      });
      if (!isSettling) return sums;
    }
    sums.settled += settled.settled;
    sums.unknown += settled.unknown;
    sums.pending += settled.pending;
  }
  return sums;
}

type Sums = Omit<SettledBatch, 'settlement'>;

function unknownOf({ outcomes }: Batch): Map<string, { at: Date }> {
  return new Map(Object.entries(outcomes).filter(([, { state }]) => state === 'unknown'));
}

/**
 * When the latest mail was accepted whose Send event came. Looks in the last batch of the run that has accepted mails: where
 * events come, they come there too.
 */
async function lastEvents(services: Services, week: string): Promise<Date | null> {
  const { batches, deliveries } = await services.stores();
  const last = await batches.last(week);
  for (let batch = last; batch !== null; batch = (await batches.get(week, batch.number - 1))?.batch ?? null) {
    const accepted = Object.entries(batch.outcomes)
      .filter(([, { state }]) => state === 'accepted')
      .sort(([, a], [, b]) => b.at.getTime() - a.at.getTime())
      .slice(0, witnessesMax);
    if (accepted.length === 0) continue;
    const known = await deliveries.getAll(
      week,
      accepted.map(([id]) => id),
    );
    const witness = accepted.find(([id]) => deliveryState(known.get(id) ?? null).hasSend);
    return witness?.[1].at ?? null;
  }
  return null;
}
