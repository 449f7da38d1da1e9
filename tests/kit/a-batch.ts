// A batch of a weekly run for tests.
import type { Batch, Outcome } from '../../functions/weekly-run/batch.ts';

/** One mail for each learner that `outcomes` names; null is pending. */
export function aBatch(outcomes: Record<string, Outcome | null>): Batch {
  const ids = Object.keys(outcomes).sort();
  return {
    number: 1,
    throughId: ids.at(-1) ?? '',
    mails: ids.map((learnerId) => ({ learnerId, code: 'NEXT_CHALLENGE', challengeId: 'snail-in-the-well' })),
    planHash: 'a-plan-hash',
    frozenAt: new Date('2026-11-23T08:05:00Z'),
    expiresAt: new Date('2027-12-28T08:05:00Z'),
    inFlight: null,
    outcomes: Object.fromEntries(Object.entries(outcomes).flatMap(([id, outcome]) => (outcome ? [[id, outcome]] : []))),
    resentIds: [],
    contentWeeksLeft: null,
  };
}
