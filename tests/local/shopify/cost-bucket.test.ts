import { expect, test } from 'vitest';
import { costBucket } from '../../../local/shopify/cost-bucket.ts';

test('the bucket holds 2000 points, gives no more than it has, and fills by 100 a second', () => {
  let now = 0;
  const bucket = costBucket(() => new Date(now));
  expect(bucket.reserve(1950)).toBe(true);
  expect(bucket.reserve(51)).toBe(false);
  expect(bucket.status()).toEqual({ maximumAvailable: 2000, currentlyAvailable: 50, restoreRate: 100 });
  now = 10;
  expect(bucket.reserve(51)).toBe(true);
  now = 10_010;
  expect(bucket.status().currentlyAvailable).toBe(1000);
  now = 60_000;
  expect(bucket.status().currentlyAvailable).toBe(2000);
});

test('a refund never fills the bucket beyond its size', () => {
  const bucket = costBucket(() => new Date(0));
  bucket.reserve(10);
  bucket.refund(100);
  expect(bucket.status().currentlyAvailable).toBe(2000);
});
