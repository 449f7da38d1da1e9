import { expect, test } from 'vitest';
import { inParallel } from '../kit/in-parallel.ts';
import { knownHouse } from '../soak/known-house.ts';
import { schedule } from '../soak/schedule.ts';
import { scheduleReport } from '../soak/schedule-report.ts';

/** These are always the same; the soak takes others. */
const seeds = Array.from({ length: 100 }, (_, at) => at + 1);

test('a hundred weeks of random troubles lose nobody, mail nobody twice, and end without a person', async () => {
  const { base, learnerIds } = await knownHouse();
  const ended = await inParallel(seeds, 3, (seed) => schedule(seed, base, learnerIds));
  expect(
    ended
      .filter(({ broken }) => broken.length > 0)
      .map(scheduleReport)
      .join('\n\n'),
  ).toBe('');
}, 600_000);
