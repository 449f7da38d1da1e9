// Real concurrency: things that several instances do at the same moment.
import type { House } from './a-house.ts';
import { meeting } from './meeting.ts';

/** Does things at once, each on an instance of its own, none of which commits before all are about to. */
export async function atOnce<Result>(
  house: House,
  ...acts: ((instance: House) => Promise<Result>)[]
): Promise<Result[]> {
  const join = meeting('commit', acts.length);
  return Promise.all(acts.map((act) => act(house.instance(join()))));
}
