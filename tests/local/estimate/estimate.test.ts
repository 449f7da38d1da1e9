import fc from 'fast-check';
import { expect, test } from 'vitest';
import { costOf } from '../../../local/estimate/bill.ts';
import { type Estimate, estimate } from '../../../local/estimate/estimate.ts';
import { estimateText } from '../../../local/estimate/estimate-text.ts';
import { monthOf, weeksPerMonth } from '../../../local/estimate/load.ts';
import type { Price } from '../../../local/estimate/price-table.ts';
import { readPrices } from '../../../local/estimate/read-prices.ts';

const table = await readPrices(new URL('../../../local/estimate/prices.json', import.meta.url).pathname);
const free = { date: '2026-11-22', source: 'a test', checked: true, unit: 'units' };
const shops = fc.record({
  learners: fc.integer({ min: 1, max: 100_000_000 }),
  rate: fc.integer({ min: 1, max: 1_000 }),
  visits: fc.integer({ min: 0, max: 70 }).map((week) => week / 10),
});

test('the total is the sum of its lines, every line has a price of the table, and every price has its line', () => {
  fc.assert(
    fc.property(shops, (shop) => {
      const { bill } = estimate(shop, table);
      expect(bill.dollars).toBeCloseTo(bill.lines.reduce((sum, { dollars }) => sum + dollars, 0));
      expect(bill.perLearner * shop.learners).toBeCloseTo(bill.dollars, 5);
      expect(bill.lines.map(({ key }) => key).sort()).toEqual(Object.keys(table.prices).sort());
    }),
  );
});

test('more learners never cost, store, ask or last less, and no figure is less than nothing', () => {
  fc.assert(
    fc.property(shops, fc.integer({ min: 1, max: 1_000_000 }), (shop, more) => {
      const fewer = figures(estimate(shop, table));
      const all = figures(estimate({ ...shop, learners: shop.learners + more }, table));
      for (const [name, value] of Object.entries(fewer)) {
        expect(value, name).toBeGreaterThanOrEqual(0);
        // Sums of fractions may differ in their last digit.
        expect(all[name], name).toBeGreaterThanOrEqual(value * (1 - 1e-9));
      }
    }),
  );
});

test('a faster account never makes Monday longer, and the sender never sends faster than the account allows', () => {
  fc.assert(
    fc.property(shops, fc.integer({ min: 1, max: 1_000 }), (shop, more) => {
      const slow = estimate(shop, table).monday;
      const fast = estimate({ ...shop, rate: shop.rate + more }, table).monday;
      expect(fast.totalSeconds).toBeLessThanOrEqual(slow.totalSeconds * (1 + 1e-9));
      expect(slow.sentPerSecond).toBeLessThanOrEqual(shop.rate);
    }),
  );
});

test('what was measured of the sender is what the estimate says: 11.2 a second at 14, 38 at 200', () => {
  const sentAt = (rate: number) => estimate({ learners: 1_000, rate, visits: 1 }, table).monday.sentPerSecond;
  expect(sentAt(14)).toBeGreaterThan(11.2 * 0.95);
  expect(sentAt(14)).toBeLessThan(11.2 * 1.05);
  expect(sentAt(200)).toBeGreaterThan(38 * 0.95);
  expect(sentAt(200)).toBeLessThan(38 * 1.05);
});

test('what is free each month costs nothing up to its last unit, and the next unit costs its price', () => {
  const price: Price = { ...free, dollars: 3, per: 10, free: 1_000, freeEach: 'month' };
  expect(costOf({ month: 1_000 }, price)).toBe(0);
  expect(costOf({ month: 1_001 }, price)).toBeCloseTo(0.3);
});

test('what is free each day is free on that day alone: Monday’s excess is paid, whatever the other days leave over', () => {
  const price: Price = { ...free, dollars: 1, per: 1, free: 100, freeEach: 'day' };
  expect(costOf({ monday: 100, otherDay: 100 }, price)).toBe(0);
  expect(costOf({ monday: 101, otherDay: 0 }, price)).toBeCloseTo(weeksPerMonth);
  expect(costOf({ monday: 0, otherDay: 101 }, price)).toBeCloseTo(6 * weeksPerMonth);
});

test('a month’s free quota takes from what was used on all its days', () => {
  const price: Price = { ...free, dollars: 1, per: 1, free: 40, freeEach: 'month' };
  expect(costOf({ monday: 10, otherDay: 0 }, price)).toBeCloseTo(10 * weeksPerMonth - 40);
  expect(monthOf({ monday: 10, otherDay: 1 })).toBeCloseTo(16 * weeksPerMonth);
});

test('a shop of 10,000 pays for its mails and for little else', () => {
  const { bill, month } = estimate({ learners: 10_000, rate: 14, visits: 1 }, table);
  expect(month.mails).toBeCloseTo(43_482, -1);
  expect(bill.lines.find(({ key }) => key === 'mails')?.dollars).toBeCloseTo(6.96, 2);
  expect(bill.mailShare).toBeGreaterThan(0.95);
});

test('mails stay the larger part up to ten million learners, and the rest is no longer nothing there', () => {
  const shareOf = (learners: number) => estimate({ learners, rate: 200, visits: 1 }, table).bill.mailShare;
  expect(shareOf(10_000_000)).toBeGreaterThan(0.7);
  expect(shareOf(10_000_000)).toBeLessThan(0.9);
});

test('the text names the prices’ dates, every line of the bill, and its total', () => {
  const made = estimate({ learners: 10_000, rate: 14, visits: 1 }, table);
  const text = estimateText(made, table);
  for (const { label } of made.bill.lines) expect(text).toContain(label);
  for (const part of ['10,000 learners', '2026-07-22', 'from memory', 'Total', '% of it']) expect(text).toContain(part);
  expect(text).not.toMatch(/NaN|undefined|Infinity/);
});

test('the text warns of a Monday that is not over on Thursday, and of a walk that is left', () => {
  const textOf = (learners: number) => {
    const made = estimate({ learners, rate: 14, visits: 1 }, table);
    return estimateText(made, table);
  };
  expect(textOf(1_000_000)).not.toContain('Thursday');
  expect(textOf(10_000_000)).toMatch(/not over on Thursday at 20:00: 6,\d{3},\d{3} learners get no mail/);
  expect(textOf(10_000_000)).toContain('the walk takes more than 3 hours');
});

function figures({ requestsPerSecond, month, stored, bandwidth, monday, bill }: Estimate): Record<string, number> {
  const lines = Object.fromEntries(bill.lines.map(({ key, dollars }) => [key, dollars]));
  const { sentPerSecond: _, ...times } = monday;
  return { ...requestsPerSecond, ...month, ...stored, ...bandwidth, ...times, ...lines, dollars: bill.dollars };
}
