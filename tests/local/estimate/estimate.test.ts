import fc from 'fast-check';
import { expect, test } from 'vitest';
import { costOf } from '../../../local/estimate/bill.ts';
import { type Estimate, estimate } from '../../../local/estimate/estimate.ts';
import { estimateText } from '../../../local/estimate/estimate-text.ts';
import { load, monthOf, weeksPerMonth } from '../../../local/estimate/load.ts';
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

test('the peak is never below the mean, also for a shop of one and where nobody comes', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        shops,
        shops.map((shop) => ({ ...shop, learners: 1 + (shop.learners % 50) })),
      ),
      (shop) => {
        const { mean, peak } = estimate(shop, table).requestsPerSecond;
        expect(peak).toBeGreaterThanOrEqual(mean * (1 - 1e-9));
      },
    ),
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

test('one sender uses 97 % of the account’s rate, up to the 400 a second that one process comes to', () => {
  const sentAt = (rate: number) => estimate({ learners: 1_000, rate, visits: 1 }, table).monday.sentPerSecond;
  expect(sentAt(14)).toBeCloseTo(13.58);
  expect(sentAt(200)).toBeCloseTo(194);
  expect(sentAt(412)).toBeLessThan(400);
  expect(sentAt(413)).toBe(400);
  expect(sentAt(100_000)).toBe(400);
});

test('each mail that arrives has two events: a write, a request and a notification each, as fast as mails go out', () => {
  const shop = { learners: 100_000, rate: 50, visits: 1 };
  const { month, eventsPerSecond } = estimate(shop, table);
  expect(month.events).toBeCloseTo(2 * month.mails);
  expect(eventsPerSecond.peak).toBeCloseTo(2 * 0.97 * 50);
  const { uses, requests } = load(shop);
  const { monday } = 'monday' in uses.firestoreWrites ? uses.firestoreWrites : { monday: 0 };
  expect(monday).toBeCloseTo(100_000 * (1.15 + 2 + 0.5 * 2));
  expect(monthOf(uses.functionRequests) - requests).toBeCloseTo(month.events);
  expect([uses.eventNotifications, uses.eventPublishes]).toEqual([{ month: month.events }, { month: month.events }]);
  // One learner has two events, however fast the account is.
  expect(estimate({ ...shop, learners: 1 }, table).eventsPerSecond.peak).toBe(2);
});

test('a notification costs its price from the first after 100,000 a month', () => {
  const lineOf = (learners: number) =>
    estimate({ learners, rate: 14, visits: 1 }, table).bill.lines.find(({ key }) => key === 'eventNotifications');
  // 8.6964 a learner and month.
  expect(lineOf(11_498)?.dollars).toBe(0);
  expect(lineOf(11_499)?.dollars).toBeGreaterThan(0);
  expect(lineOf(1_000_000)?.dollars).toBeCloseTo(((8.6964 * 1_000_000 - 100_000) / 1_000_000) * 0.6, 2);
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
  for (const part of ['10,000 learners', '2026-07-22', 'from memory', 'Total', '% of the total'])
    expect(text).toContain(part);
  expect(text).not.toMatch(/NaN|undefined|Infinity/);
});

test('the text says one learner, one mail, one visit and one page, and nothing else of one', () => {
  const text = estimateText(estimate({ learners: 1, rate: 1, visits: 1 }, table), table);
  for (const part of [
    '1 learner, 1 mail a second, 1 visit a learner',
    'must allow 1 mail in',
    'comes to 0.97 mails a second',
  ])
    expect(text).toContain(part);
  expect(text).not.toMatch(/(?<![\d.,])1 (learners|mails|visits|pages|reads|writes|deletes)/);
});

test('the text warns of a Monday that is not over on Thursday, and of a walk that is left', () => {
  const textOf = (learners: number) => {
    const made = estimate({ learners, rate: 14, visits: 1 }, table);
    return estimateText(made, table);
  };
  expect(textOf(1_000_000)).not.toContain('Thursday');
  expect(textOf(10_000_000)).toMatch(/not over on Thursday at 20:00: 6,\d{3},\d{3} learners get no mail/);
  expect(textOf(10_000_000)).toContain('learners get no mail; the bill is of mailing everyone\n');
  expect(textOf(10_000_000)).toContain('the walk takes more than 3 hours');
});

function figures({
  requestsPerSecond,
  eventsPerSecond,
  month,
  stored,
  bandwidth,
  monday,
  bill,
}: Estimate): Record<string, number> {
  const lines = Object.fromEntries(bill.lines.map(({ key, dollars }) => [key, dollars]));
  const { sentPerSecond: _, ...times } = monday;
  return {
    ...requestsPerSecond,
    eventsPeak: eventsPerSecond.peak,
    ...month,
    ...stored,
    ...bandwidth,
    ...times,
    ...lines,
    dollars: bill.dollars,
  };
}
