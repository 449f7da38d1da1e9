// The arguments of `npm run deploy` and `npm run rollback`.
import { parseArgs } from 'node:util';
import { LocalError } from '../local-error.ts';

/** The project is an id, or an alias of .firebaserc. */
export type ProjectArguments = { project: string; dryRun: boolean; to: string | undefined };

const usages = {
  deploy: 'npm run deploy -- --project <id or alias> [--dry-run]',
  rollback: 'npm run rollback -- --project <id or alias> [--to <release>]',
};
const options = {
  deploy: { project: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  rollback: { project: { type: 'string' }, to: { type: 'string' } },
} as const;

/** Throws a LocalError that says what would be right. */
export function projectArguments(command: 'deploy' | 'rollback', args: readonly string[]): ProjectArguments {
  const { project, dryRun, to } = parsed(command, args);
  if (project === undefined) throw new LocalError(`Say which Firebase project: ${usages[command]}`);
  return { project, dryRun, to };
}

function parsed(command: 'deploy' | 'rollback', args: readonly string[]) {
  try {
    const { values } = parseArgs({ args: [...args], options: options[command] });
    const { project, 'dry-run': dryRun, to } = values as { project?: string; 'dry-run'?: boolean; to?: string };
    return { project, dryRun: dryRun === true, to };
  } catch {
    throw new LocalError(`I know no such argument: ${usages[command]}`);
  }
}
