// Reads a table of prices from a file.
import { readFile } from 'node:fs/promises';
import { LocalError } from '../local-error.ts';
import { type PriceTable, priceTableSchema } from './price-table.ts';

/** Throws a LocalError that names the file and, where a price is missing or wrong, its key. */
export async function readPrices(file: string): Promise<PriceTable> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new LocalError(`--prices ${JSON.stringify(file)} cannot be read.`);
  });
  const parsed = priceTableSchema.safeParse(parseJson(file, text));
  if (parsed.success) return parsed.data;
  const [first, ...others] = parsed.error.issues;
  const key = first?.code === 'unrecognized_keys' ? [...first.path, ...first.keys.slice(0, 1)] : (first?.path ?? []);
  const more = others.length === 0 ? '' : `, and ${others.length} more`;
  throw new LocalError(`${file}: ${key.join('.') || 'the table'}: ${first?.message}${more}`);
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new LocalError(`${file} is not JSON: copy local/estimate/prices.json and change the figures.`);
  }
}
