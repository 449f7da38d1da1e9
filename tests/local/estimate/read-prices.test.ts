import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPrices } from '../../../local/estimate/read-prices.ts';

const table = new URL('../../../local/estimate/prices.json', import.meta.url).pathname;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prices-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('the table beside the code is whole, and says of each price where and when it was taken', async () => {
  const { prices } = await readPrices(table);
  for (const { source, date } of Object.values(prices)) {
    expect(source).not.toBe('');
    expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
  }
  for (const { checked, source } of Object.values(prices)) if (!checked) expect(source).toContain('re-checked');
});

test('a table that begins with a byte order mark is read', async () => {
  expect(await readPrices(await written(`\uFEFF${await readFile(table, 'utf8')}`))).toEqual(await readPrices(table));
});

type Loose = { prices: Record<string, Record<string, unknown> | undefined>; [key: string]: unknown };

test.each<[string, (found: Loose) => void, string]>([
  ['a missing price', (found) => delete found.prices.egress, 'prices.egress:'],
  ['a price without dollars', (found) => delete found.prices.logs?.dollars, 'prices.logs.dollars:'],
  ['a negative price', (found) => Object.assign(found.prices.mails ?? {}, { dollars: -1 }), 'prices.mails.dollars:'],
  [
    'a price in words',
    (found) => Object.assign(found.prices.mails ?? {}, { dollars: '0.16' }),
    'prices.mails.dollars:',
  ],
  ['a price for nothing', (found) => Object.assign(found.prices.mails ?? {}, { per: 0 }), 'prices.mails.per:'],
  ['a negative free tier', (found) => Object.assign(found.prices.pubsub ?? {}, { free: -1 }), 'prices.pubsub.free:'],
  [
    'a date that does not exist',
    (found) => Object.assign(found.prices.logs ?? {}, { date: '2026-02-30' }),
    'prices.logs.date:',
  ],
  ['a price of something else', (found) => Object.assign(found.prices, { coffee: {} }), 'prices.coffee:'],
  ['another currency', (found) => Object.assign(found, { currency: 'EUR' }), 'currency:'],
])('%s is refused in one line that names its key', async (_, spoil, key) => {
  const found = JSON.parse(await readFile(table, 'utf8'));
  spoil(found);
  const file = await written(JSON.stringify(found));
  await expect(readPrices(file)).rejects.toThrow(`${file}: ${key}`);
  await expect(readPrices(file)).rejects.toThrow(/^[^\n]+$/);
});

test('of several faults the first is named, and how many more there are', async () => {
  const file = await written('{"currency":"USD","region":"here","prices":{}}');
  await expect(readPrices(file)).rejects.toThrow(/prices\.mails: .+, and 19 more$/);
});

test('a file that is not there, a folder, and one that is not JSON are each said in one line', async () => {
  await expect(readPrices(join(folder, 'nowhere.json'))).rejects.toThrow(
    /^--prices ".*nowhere\.json" cannot be read\.$/,
  );
  await expect(readPrices(folder)).rejects.toThrow(/cannot be read\.$/);
  for (const text of ['', 'dollars: 1', '{'])
    await expect(readPrices(await written(text))).rejects.toThrow(/is not JSON/);
  for (const text of ['[]', 'null', '7']) await expect(readPrices(await written(text))).rejects.toThrow(/the table:/);
});

let files = 0;
async function written(text: string): Promise<string> {
  files += 1;
  const file = join(folder, `${files}.json`);
  await writeFile(file, text);
  return file;
}
