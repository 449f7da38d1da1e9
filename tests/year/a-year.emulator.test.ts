import { expect, test } from 'vitest';
import { cachedContent } from '../../functions/challenges/cached-content.ts';
import { aHouse } from '../kit/a-house.ts';
import { seededRandom } from '../kit/seeded-random.ts';
import { checkLearners } from './check-learners.ts';
import { checkRun } from './check-run.ts';
import { join } from './live-in-shop.ts';
import { liveWeek } from './live-week.ts';
import { type Fault, faults, runWeek } from './run-week.ts';
import type { Year } from './year.ts';
import { firstTasks, publish, saveContent, tasksOf } from './year-content.ts';
import type { YearModel } from './year-model.ts';
import { yearSes } from './year-ses.ts';
import { yearWeeks } from './year-weeks.ts';

/** Another year: `YEAR_SEED=7`. */
const seed = Number(process.env.YEAR_SEED ?? 2026);
const customersAtFirst = 1_000;
/** Content changes only through the API's own instance, which then reads it again. */
const contentLifeSeconds = 366 * 86_400;

async function newYear(): Promise<Year> {
  const house = aHouse({ start: '2025-12-28T12:00:00Z', config: { resendUnknown: true } });
  house.shop.pageSize = 250;
  const stores = { ...house.stores, content: cachedContent(house.stores.content, house.clock, contentLifeSeconds) };
  const model: YearModel = {
    ...{ learners: [], tasks: firstTasks, addresses: new Map(), sharers: new Map() },
    ...{ accepted: [], complaints: [] },
  };
  const wrong: string[] = [];
  const ses = yearSes(house, model, wrong);
  const api = { ...house.services, stores: async () => stores };
  const year = { house, api, model, ses, wrong, random: seededRandom(seed), seen: new Map() };
  await saveContent(house);
  await publish(api, firstTasks);
  join(year, customersAtFirst);
  return year;
}

/** Every third week has one, each in its turn. */
function faultOf(week: number): Fault {
  return week % 3 === 2 ? (faults[((week - 2) / 3) % faults.length] ?? 'none') : 'none';
}

/** The top level runs out, and gets more twice. */
async function publishMore({ api, model }: Year, week: number): Promise<void> {
  const added = week === 20 ? tasksOf('sharp', 10, 3) : week === 35 ? tasksOf('sharp', 13, 3) : [];
  await publish(api, added);
  model.tasks = [...model.tasks, ...added];
}

function expectNothingWrong({ wrong }: Year, when: string): void {
  expect(wrong.slice(0, 20), `seed ${seed}, ${when}`).toEqual([]);
}

test('in a year of 1,000 learners every run is done, and everyone gets what they should, once, and nothing they should not', async () => {
  const year = await newYear();
  for (const [week, { id }] of yearWeeks.entries()) {
    await publishMore(year, week);
    await runWeek(year, week, faultOf(week));
    await checkRun(year);
    await checkLearners(year);
    expectNothingWrong(year, `the run of ${id}`);
    await liveWeek(year, { complaints: week === 30 ? 4 : 0 });
    expectNothingWrong(year, `the days after the run of ${id}`);
  }
  await checkLearners(year);
  expectNothingWrong(year, 'the end');

  const runs = await year.house.stores.runs.list(100);
  expect(runs.map(({ week }) => week).reverse()).toEqual(yearWeeks.map(({ id }) => id));
  // The year is worth something: all of this happened.
  for (const what of [
    ...faults,
    ...['mail', 'questionnaire', 'excluded', 'failed ADDRESS_REFUSED', 'failed OUTCOME_UNKNOWN'],
    ...['PASSED', 'FAILED', 'PENDING_REVIEW', 'TooSoonError', 'AlreadyPassedError', 'NotEntitledError'],
    ...['placed', 'ALREADY_STARTED', 'review', 'pause', 'resume', 'unsubscribe', 'failed five times'],
    ...['loses entitlement', 'buys again', 'moves', 'withdraws consent', 'signs up again'],
    ...['hard bounce', 'soft bounce', 'complaint', 'held by complaints', 'paused by bounces'],
    ...['nothing left', 'climbed', 'unsubscribe lifted by consent', 'complaint not lifted'],
    ...['shares', 'paused', 'unsubscribed', 'no consent', 'BOUNCE'],
  ]) {
    expect(year.seen.get(what) ?? 0, `seed ${seed}: ${what}`).toBeGreaterThan(0);
  }
}, 1_200_000);
