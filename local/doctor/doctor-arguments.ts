// The arguments of `npm run doctor`.
import { parseArgs } from 'node:util';
import { LocalError } from '../local-error.ts';

export type DoctorArguments = {
  /** An id or an alias of .firebaserc. */
  project: string | undefined;
  learners: number | undefined;
};

/** Throws a LocalError at anything else than `--project <id>` and `--learners <whole number>`. */
export function doctorArguments(args: readonly string[]): DoctorArguments {
  const { project, learners } = parsed(args);
  if (learners !== undefined && !/^[1-9]\d{0,8}$/.test(learners))
    throw new LocalError(`--learners ${JSON.stringify(learners)} must be a whole number such as 10000.`);
  return { project, learners: learners === undefined ? undefined : Number(learners) };
}

function parsed(args: readonly string[]): { project?: string | undefined; learners?: string | undefined } {
  try {
    return parseArgs({ args: [...args], options: { project: { type: 'string' }, learners: { type: 'string' } } })
      .values;
  } catch {
    throw new LocalError('I know no such argument: npm run doctor -- --project <id> --learners 10000');
  }
}
