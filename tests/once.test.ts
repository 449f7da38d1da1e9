import { expect, test } from 'vitest';
import { once } from '../functions/once.ts';

test('all who ask, also at the same time, get what was built once', async () => {
  let built = 0;
  const get = once(async () => {
    built += 1;
    return {};
  });
  const [one, other] = await Promise.all([get(), get()]);
  expect(one).toBe(other);
  expect(await get()).toBe(one);
  expect(built).toBe(1);
});

test('a failed build is told to all who waited for it, and tried again by who asks later', async () => {
  let tries = 0;
  const get = once(async () => {
    tries += 1;
    if (tries === 1) throw new Error('not yet');
    return tries;
  });
  const both = await Promise.allSettled([get(), get()]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await get()).toBe(2);
});
