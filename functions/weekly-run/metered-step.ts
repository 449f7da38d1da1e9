// Keeps on the run what each of its steps uses.
import type { Services } from '../services.ts';
import { type Usage, usage } from '../usage.ts';
import type { RunCost } from './run-cost.ts';

/**
 * Runs a step of a run and adds what it used to the run's cost, also where it throws. A write more a message. Where that
 * write fails the cost is short of it: no mail waits for a count.
 */
export async function meteredStep<Tally>(services: Services, week: string, step: () => Promise<Tally>): Promise<Tally> {
  const used: Usage = { reads: 0, writes: 0, deletes: 0, messages: 0, mails: 0 };
  const startedAt = services.clock.now().getTime();
  try {
    return await usage.during(used, step);
  } finally {
    const computeSeconds = (services.clock.now().getTime() - startedAt) / 1_000;
    // Its own write is among what is counted.
    await book(services, week, { ...used, writes: used.writes + 1, invocations: 1, computeSeconds });
  }
}

async function book(services: Services, week: string, cost: RunCost): Promise<void> {
  try {
    await (await services.stores()).runs.addCost(week, cost);
  } catch {
    // A message for a week without a run has nowhere to be booked either.
  }
}
