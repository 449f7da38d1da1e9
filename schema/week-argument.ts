// The week that an operator names.
import { parseArgument } from '../functions/parse-argument.ts';
import { weekSchema } from '../functions/week.ts';

/** Throws `BAD_USER_INPUT` with an example where there is no such week. */
export function weekArgument({ week }: { week: string }): string {
  return parseArgument('week', weekSchema, week);
}
