// The arguments of `npm start`.
import { parseArgs } from 'node:util';
import { LocalError } from '../local-error.ts';

/** Whether the weekly run is wanted: not with `--no-run`. Throws a LocalError at anything else. */
export function startArguments(args: readonly string[]): { run: boolean } {
  try {
    const { values } = parseArgs({ args: [...args], options: { 'no-run': { type: 'boolean' } } });
    return { run: values['no-run'] !== true };
  } catch {
    throw new LocalError('I know no such argument: npm start, or npm start -- --no-run');
  }
}
