import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenBucket } from '../../functions/sending/token-bucket.ts';
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

/** When so many mails leave where each sleep is so many milliseconds too long, by turns. */
async function leavesLate(rate: number, late: number[], mails: number): Promise<number[]> {
  const clock = fakeClock(start);
  let sleeps = 0;
  const sleep = (milliseconds: number) => clock.sleep(milliseconds + (late[sleeps++ % late.length] ?? 0));
  const bucket = tokenBucket({ now: clock.now, sleep }, 1);
  // As a sender paces: a little below what is allowed.
  bucket.setRate(rate * 0.99, rate);
  const times: number[] = [];
  for (let mail = 0; mail < mails; mail += 1) {
    await bucket.take();
    times.push(clock.now().getTime());
  }
  return times;
}

const anyRate = fc.integer({ min: 5, max: 200 });
const aLittleLate = fc.double({ min: 0, max: 3, noNaN: true });

test('however late timers wake, what is made up for leaves in no burst', async () => {
  const stall = fc.double({ min: 0, max: 400, noNaN: true });
  // Then they wake in time for a while: what a pause delayed is made up for after it.
  const stalls = fc
    .array(fc.tuple(stall, fc.integer({ min: 0, max: 300 })), { minLength: 1, maxLength: 4 })
    .map((each) => each.flatMap(([late, inTime]) => [late, ...Array.from({ length: inTime }, () => 0)]));
  await fc.assert(
    fc.asyncProperty(anyRate, stalls, async (rate, late) => {
      const times = await leavesLate(rate, late, rate * 5);
      // The clock tells whole milliseconds.
      for (const [mail, at] of times.slice(rate).entries()) expect(at - (times[mail] ?? 0)).toBeGreaterThanOrEqual(999);
    }),
    { numRuns: 60, examples: [[100, [200, ...Array.from({ length: 300 }, () => 0)]]] },
  );
});

test('timers that wake a little late, and a pause now and then, cost nothing of the rate', async () => {
  const mostlyALittle = fc.array(aLittleLate, { minLength: 100, maxLength: 100 }).map((late) => [...late, 90]);
  await fc.assert(
    fc.asyncProperty(anyRate, mostlyALittle, async (rate, late) => {
      const times = await leavesLate(rate, late, rate * 20);
      const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1_000;
      expect((times.length - 1) / seconds / rate).toBeGreaterThan(0.98);
    }),
    { numRuns: 40, endOnFailure: true },
  );
});

test.each([2_000, 60_000, 86_400_000])(
  'a clock that is set back by %i ms holds up no mail, and lets none burst',
  async (back) => {
    const clock = fakeClock(start);
    const slept: number[] = [];
    const sleep = async (milliseconds: number) => {
      slept.push(milliseconds);
      await clock.sleep(milliseconds);
    };
    const bucket = tokenBucket({ now: clock.now, sleep }, 10);
    for (let mail = 0; mail < 25; mail += 1) await bucket.take();
    clock.advance(-back);
    slept.length = 0;
    for (let mail = 0; mail < 25; mail += 1) await bucket.take();
    expect(slept).toEqual(Array.from({ length: 25 }, () => 100));
  },
);
