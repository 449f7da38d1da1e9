import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { drawPlot } from '../../../local/estimate/draw-plot.ts';
import { estimate } from '../../../local/estimate/estimate.ts';
import { readPrices } from '../../../local/estimate/read-prices.ts';

const table = await readPrices(new URL('../../../local/estimate/prices.json', import.meta.url).pathname);
const svg = drawPlot({ rate: 14, visits: 1 }, table);

test('the plot is well-formed XML: every element that opens closes, in order', () => {
  const open: string[] = [];
  const rest = svg.replace(
    /<(\/?)([a-z][a-z0-9]*)((?: [a-zA-Z][\w-]*="[^"<]*")*)(\/?)>/g,
    (_, closes, name, _attributes, empty) => {
      if (closes) expect(open.pop()).toBe(name);
      else if (!empty) open.push(name);
      return '';
    },
  );
  expect(open).toEqual([]);
  // Between the elements there is text alone.
  expect(rest).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
});

test('the plot holds the label of every line, and both axes to their ends', () => {
  const groups = new Set(estimate({ learners: 1, rate: 14, visits: 1 }, table).bill.lines.map(({ group }) => group));
  for (const label of [...groups, 'Total', 'SES allows 14 mails a second', 'the walk over Shopify alone']) {
    expect(svg).toContain(`>${label}</text>`);
  }
  for (const tick of ['100', '10,000,000', '$0.01', '$10,000', '1 s', '10 days'])
    expect(svg).toContain(`>${tick}</text>`);
});

test('every line of the legend has a stroke of its own in light and in dark', () => {
  const looks = new Set([...svg.matchAll(/class="line ([\w-]+)"/g)].map(([, look]) => look));
  const [light = '', dark = ''] = svg.split('prefers-color-scheme: dark');
  for (const look of looks)
    for (const half of [light, dark]) expect(half).toMatch(new RegExp(`\\.${look} \\{ stroke: #`));
});

test('nothing is drawn outside the picture, and no figure is none', () => {
  expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  for (const [, x, y] of svg.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)) {
    expect(Number(x)).toBeGreaterThanOrEqual(0);
    expect(Number(x)).toBeLessThanOrEqual(760);
    expect(Number(y)).toBeGreaterThanOrEqual(0);
    expect(Number(y)).toBeLessThanOrEqual(820);
  }
});

test('the plot asks for nothing from elsewhere', () => {
  expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|url\(|@import|<script|<image|href/);
});

test('also a shop whom nobody visits, and one with a free table, can be drawn', () => {
  const prices = Object.fromEntries(
    Object.entries(table.prices).map(([key, price]) => [key, { ...price, dollars: 0 }]),
  );
  for (const plot of [
    drawPlot({ rate: 1, visits: 0 }, table),
    drawPlot({ rate: 1, visits: 100 }, { ...table, prices } as typeof table),
  ])
    expect(plot).not.toMatch(/NaN|Infinity|undefined/);
});

test('the README’s plot is the one that the command draws today', async () => {
  const drawn = await readFile(new URL('../../../docs/estimate.svg', import.meta.url), 'utf8');
  expect(drawn, 'npm run estimate -- --learners 1000 --plot docs/estimate.svg').toBe(svg);
});
