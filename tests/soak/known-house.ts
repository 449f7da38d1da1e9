// The house that every schedule begins with: customers of whom all but the last are learners from weeks before.
import { startRun } from '../../functions/weekly-run/start-run.ts';
import { aHouse } from '../kit/a-house.ts';
import { deliverUntil } from '../kit/deliver-until.ts';
import { fillHouse } from '../kit/fill-house.ts';
import { type HouseSnapshot, snapshotOf } from '../kit/house-snapshot.ts';

const customers = 6;

/** The learner ids are of those who are known. */
export async function knownHouse(): Promise<{ base: HouseSnapshot; learnerIds: string[] }> {
  const house = aHouse();
  await fillHouse(house, { customers });
  await startRun(house.services, { week: '2026-W48', by: 'schedule' });
  await deliverUntil(house, 'plan-run');
  const synced = await snapshotOf(house, {});
  await house.db.terminate();
  const newest = `learners/shopify-${1000 + customers}`;
  const documents = synced.documents.filter(({ path }) => !path.startsWith('weeklyRuns/') && path !== newest);
  const learnerIds = Array.from({ length: customers - 1 }, (_, at) => `shopify-${1001 + at}`);
  return { base: { ...synced, documents, waiting: [] }, learnerIds };
}
