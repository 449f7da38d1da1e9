import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenBucket } from '../../functions/weekly-run/token-bucket.ts';
import { fakeClock } from '../kit/fake-clock.ts';

const start = '2026-11-23T08:00:00Z';

async function leavesAt(ratePerSecond: number, mails: number): Promise<number[]> {
  const clock = fakeClock(start);
  const bucket = tokenBucket(clock, ratePerSecond);
  const times: number[] = [];
  for (let mail = 0; mail < mails; mail += 1) {
    await bucket.take();
    times.push(clock.now().getTime());
  }
  return times;
}

test('in no second does more leave than the rate allows, and the rate is used', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 2, max: 300 }), async (rate, mails) => {
      const times = await leavesAt(rate, mails);
      for (const [first, at] of times.entries()) {
        expect(
          times.filter((time) => time >= at && time < at + 1_000).length,
          `from mail ${first}`,
        ).toBeLessThanOrEqual(rate + 1);
      }
      const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1_000;
      expect(seconds).toBeLessThanOrEqual((mails - 1) / rate + 0.001 * mails);
    }),
    { numRuns: 50 },
  );
});

test('a refusal halves the rate, and it comes back by itself', async () => {
  const clock = fakeClock(start);
  const bucket = tokenBucket(clock, 10);
  await bucket.take();
  bucket.slowDown();
  await bucket.take();
  const before = clock.now().getTime();
  await bucket.take();
  expect(clock.now().getTime() - before).toBe(200);
  clock.advance(6_000);
  await bucket.take();
  const later = clock.now().getTime();
  await bucket.take();
  expect(clock.now().getTime() - later).toBe(100);
});

test('an idle bucket gives no burst afterwards', async () => {
  const clock = fakeClock(start);
  const bucket = tokenBucket(clock, 10);
  await bucket.take();
  clock.advance(60_000);
  await bucket.take();
  const before = clock.now().getTime();
  await bucket.take();
  expect(clock.now().getTime() - before).toBe(100);
});
