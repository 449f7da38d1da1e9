// The arguments of `npm run deploy` and `npm run rollback`.
import { parseArgs } from 'node:util';
import { LocalError } from '../local-error.ts';

export type ProjectArguments = { projectId: string; dryRun: boolean; to: string | undefined };

const usages = {
  deploy: 'npm run deploy -- --project my-project [--dry-run]',
  rollback: 'npm run rollback -- --project my-project [--to <release>]',
};
const options = {
  deploy: { project: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  rollback: { project: { type: 'string' }, to: { type: 'string' } },
} as const;

/** Throws a LocalError that says what would be right; also at a project that exists only in the emulators. */
export function projectArguments(command: 'deploy' | 'rollback', args: readonly string[]): ProjectArguments {
  const { project, dryRun, to } = parsed(command, args);
  if (project === undefined) throw new LocalError(`Say which Firebase project: ${usages[command]}`);
  // Google's rule for a project id: 6 to 30 of these, beginning with a letter, not ending with a hyphen.
  if (!/^[a-z][a-z0-9-]{4,28}[a-z0-9]$/.test(project))
    throw new LocalError(`--project ${JSON.stringify(project)} is no project id: it is one like my-project-1a2b3.`);
  if (project.startsWith('demo-'))
    throw new LocalError(`${project} exists only in the emulators: name a project of your own.`);
  return { projectId: project, dryRun, to };
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
