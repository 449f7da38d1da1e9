// Every step of a whole weekly run of few learners, each with the house as it stands right before.
import { startRun } from '../../functions/weekly-run/start-run.ts';
import { sweep } from '../../functions/weekly-run/sweep.ts';
import { aHouse, type House } from './a-house.ts';
import type { CrashStep } from './crash-step.ts';
import { fillHouse } from './fill-house.ts';
import { type HouseSnapshot, snapshotOf } from './house-snapshot.ts';
import { watchMails } from './ses-feed.ts';
import { settleDown } from './settle-down.ts';

type Run = { week: string; customers: number; options: NonNullable<HouseSnapshot['options']> };

/** From the schedule's start to the last message, as one undisturbed run does them. */
export async function runSteps({ week, customers, options }: Run): Promise<CrashStep[]> {
  const house = aHouse(options);
  watchMails(house);
  house.shop.pageSize = 3;
  await fillHouse(house, { customers });
  const goesOn: CrashStep['goesOn'] = (other, until) => settleDown(other, week, { until });
  const start = (other: House) => startRun(other.services, { week, by: 'schedule' });
  const steps: CrashStep[] = [
    { name: 'start-run', before: await snapshotOf(house, options), act: start, comesAgain: start, goesOn },
  ];
  await start(house);
  for (let message = house.queue.waiting[0]; message !== undefined; message = house.queue.waiting[0]) {
    const before = await snapshotOf(house, options);
    const came = message;
    steps.push({
      name: `${came.topic} ${steps.length}`,
      before: { ...before, waiting: before.waiting.slice(1) },
      message: came,
      act: (instance) => instance.deliver(came),
      comesAgain: async (other) => other.queue.waiting.push(came),
      goesOn,
    });
    house.queue.waiting.shift();
    await house.deliver(came);
  }
  await house.db.terminate();
  return steps;
}

/** The sweep that finds the message of a step lost: one step of each topic. */
export function sweepSteps(steps: CrashStep[]): CrashStep[] {
  const byTopic = new Map(steps.flatMap((step) => (step.message ? [[step.message.topic, step] as const] : [])));
  return [...byTopic.values()].map(({ name, before, goesOn }) => ({
    name: `sweep after ${name} was lost`,
    before: { ...before, waiting: [], time: new Date(Date.parse(before.time) + 15 * 60_000).toISOString() },
    act: (instance: House) => sweep(instance.services),
    comesAgain: async () => undefined,
    goesOn,
  }));
}
