import { expect, test } from 'vitest';
import { inTurn } from '../../../local/doctor/in-turn.ts';
import { fakeClock } from '../../kit/fake-clock.ts';

const start = '2026-11-23T08:00:00Z';

test('calls begin one after another, a second apart, in the order in which they were asked for', async () => {
  const clock = fakeClock(start);
  const next = inTurn(clock, 1000);
  const begun: [string, number][] = [];
  let running = 0;
  const call = (name: string) =>
    next(async () => {
      running += 1;
      expect(running).toBe(1);
      begun.push([name, clock.now().getTime() - Date.parse(start)]);
      await Promise.resolve();
      running -= 1;
      return name;
    });
  expect(await Promise.all([call('a'), call('b'), call('c')])).toEqual(['a', 'b', 'c']);
  expect(begun).toEqual([
    ['a', 0],
    ['b', 1000],
    ['c', 2000],
  ]);
});

test('a call that took longer than that is waited for, and no longer', async () => {
  const clock = fakeClock(start);
  const next = inTurn(clock, 1000);
  await next(async () => clock.advance(5000));
  await next(async () => undefined);
  expect(clock.now().getTime() - Date.parse(start)).toBe(5000);
});

test('a call that fails keeps none of the others from their turn', async () => {
  const next = inTurn(fakeClock(start), 1000);
  const failed = next(() => Promise.reject(new Error('refused')));
  const other = next(async () => 'other');
  await expect(failed).rejects.toThrow('refused');
  expect(await other).toBe('other');
});
