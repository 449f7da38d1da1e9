// npm takes the options before `--` for its own: a dry run would be none.
import { LocalError } from './local-error.ts';

/** Options that change what a command does. */
const flags = ['project', 'dry-run', 'force', 'folder', 'to', 'week', 'reason', 'failed', 'passed', 'resend', 'note'];

/** Throws a LocalError where npm was given one of ours; it tells its scripts of each by a variable. */
export function refuseTakenFlags(env: NodeJS.ProcessEnv): void {
  const taken = flags.find((flag) => env[`npm_config_${flag.replaceAll('-', '_')}`] !== undefined);
  if (taken === undefined) return;
  const script = env.npm_lifecycle_event ?? 'content';
  throw new LocalError(
    `npm took --${taken} for itself: write it after two hyphens, as in npm run ${script} -- … --${taken}.`,
  );
}
