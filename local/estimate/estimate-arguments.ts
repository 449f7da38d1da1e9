// The arguments of `npm run estimate`.
import { parseArgs } from 'node:util';
import { LocalError } from '../local-error.ts';
import type { Shop } from './shop.ts';

type EstimateArguments = Shop & {
  /** Undefined: the table beside the code. */
  prices: string | undefined;
  /** Undefined: no plot. */
  plot: string | undefined;
  json: boolean;
};

const usage =
  'npm run estimate -- --learners 10000 [--rate 14] [--visits 1] [--prices FILE] [--plot FILE.svg] [--json]';

const takesValue = new Map([
  ['learners', '10000'],
  ['rate', '14'],
  ['visits', '1'],
  ['prices', 'my-prices.json'],
  ['plot', 'estimate.svg'],
]);

/** Throws a LocalError that names the flag. */
export function estimateArguments(args: readonly string[]): EstimateArguments {
  const given = read(args);
  const learners = given.get('learners');
  if (learners === undefined) throw new LocalError(`--learners is missing: ${usage}`);
  const plot = given.get('plot');
  if (plot !== undefined && !/[^/\\]\.svg$/.test(plot)) {
    throw new LocalError(`--plot ${JSON.stringify(plot)} must be a file whose name ends in .svg.`);
  }
  return {
    learners: numberOf('learners', learners, { form: /^\d+$/, min: 1, max: 100_000_000, what: 'a whole number' }),
    // SES gives nobody less than one mail a second.
    rate: numberOf('rate', given.get('rate') ?? '14', { form: decimal, min: 1, max: 100_000, what: 'a number' }),
    visits: numberOf('visits', given.get('visits') ?? '1', { form: decimal, min: 0, max: 100, what: 'a number' }),
    prices: given.get('prices'),
    plot,
    json: given.has('json'),
  };
}

const decimal = /^\d+(\.\d+)?$/;

function read(args: readonly string[]): Map<string, string> {
  const options = Object.fromEntries([...takesValue.keys()].map((name) => [name, { type: 'string' as const }]));
  // Not strict: its own messages are several lines, and do not name the flag where a value begins with a dash.
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const given = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind !== 'option')
      throw new LocalError(
        `I know no such argument${token.kind === 'positional' ? ` as ${JSON.stringify(token.value)}` : ''}: ${usage}`,
      );
    const { name, rawName, value } = token;
    const example = takesValue.get(name);
    if ((example === undefined && name !== 'json') || rawName !== `--${name}`)
      throw new LocalError(`I know no ${rawName}: ${usage}`);
    if (given.has(name)) throw new LocalError(`--${name} stands there twice.`);
    if (example === undefined && value !== undefined) throw new LocalError('--json takes no value.');
    if (example !== undefined && (value ?? '').trim() === '')
      throw new LocalError(`--${name} needs a value, such as --${name} ${example}.`);
    given.set(name, value ?? '');
  }
  return given;
}

function numberOf(
  flag: string,
  text: string,
  { form, min, max, what }: { form: RegExp; min: number; max: number; what: string },
): number {
  const number = form.test(text) ? Number(text) : Number.NaN;
  if (number >= min && number <= max) return number;
  throw new LocalError(
    `--${flag} ${JSON.stringify(text)} must be ${what} from ${min} to ${max.toLocaleString('en')}, in digits alone.`,
  );
}
