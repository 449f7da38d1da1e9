// The week that a command was asked for.
import { parseArgs } from 'node:util';
import { weekSchema } from '../../functions/week.ts';
import { LocalError } from '../local-error.ts';

/** The week of `--week 2026-W48`; undefined where none was named. Throws a LocalError where it is none that exists. */
export function weekArgument(args: readonly string[]): string | undefined {
  const { week } = parsed(args);
  if (week === undefined || weekSchema.safeParse(week).success) return week;
  throw new LocalError(`--week ${JSON.stringify(week)} is no ISO week that exists: write it like 2026-W48.`);
}

function parsed(args: readonly string[]): { week?: string | undefined } {
  try {
    return parseArgs({ args: [...args], options: { week: { type: 'string' } } }).values;
  } catch {
    throw new LocalError('I know no such argument: npm run weekly -- --week 2026-W48');
  }
}
