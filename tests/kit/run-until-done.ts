// Lets time pass and the schedule's sweep fire until the week's run stands still.
import { sweep } from '../../functions/weekly-run/sweep.ts';
import type { House } from './a-house.ts';

/** Delivers and sweeps, a quarter of an hour apart, at most `sweepsMax` times; stops where the run works no more. */
export async function runUntilDone(house: House, week: string, sweepsMax = 8): Promise<void> {
  await house.deliverAll();
  for (let sweeps = 0; sweeps < sweepsMax; sweeps += 1) {
    const run = await house.stores.runs.get(week);
    if (run === null || run.state === 'done' || run.state === 'paused' || run.state === 'failed') return;
    if (run.state === 'settling' && (await house.stores.batches.books(week)).counts.unknown > 0) return;
    house.clock.advance(15 * 60_000);
    await sweep(house.services);
    await house.deliverAll();
  }
}
