// The arguments of `npm run content`.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LocalError } from '../local-error.ts';
import { projectRoot } from '../project-root.ts';

export type ContentArguments = {
  /** Absolute, or from where the command was started. */
  folder: string;
} & (
  | { command: 'check' }
  | {
      command: 'push' | 'pull';
      /** An id or an alias of .firebaserc; null for the local stack. */
      project: string | null;
      dryRun: boolean;
      force: boolean;
    }
  | { command: 'preview'; id: string }
);

/** The folder is the project's own `content/` where none is named. Throws a LocalError that shows what can be written. */
export function contentArguments(args: readonly string[]): ContentArguments {
  const { values, positionals } = parsed(args);
  const [command, id, ...more] = positionals;
  const folder = values.folder ?? join(projectRoot, 'content');
  const { project = null, 'dry-run': dryRun = false, force = false } = values;
  if (folder === '' || more.length > 0) throw usage();
  if (command === 'push' || command === 'pull') {
    if (id !== undefined || project === '') throw usage();
    return { command, folder, project, dryRun, force };
  }
  if (project !== null || dryRun || force) throw usage();
  if (command === 'check' && id === undefined) return { command, folder };
  if (command === 'preview' && id !== undefined) return { command, folder, id };
  throw usage();
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        folder: { type: 'string' },
        project: { type: 'string' },
        'dry-run': { type: 'boolean' },
        force: { type: 'boolean' },
      },
    });
  } catch {
    throw usage();
  }
}

function usage(): LocalError {
  return new LocalError(
    [
      'Write one of these, each with --folder <folder> where the content is not in content/:',
      '  npm run content -- check',
      '  npm run content -- preview <id of a challenge>',
      '  npm run content -- push [--dry-run] [--force] [--project <id or alias>]',
      '  npm run content -- pull [--dry-run] [--force] [--project <id or alias>]',
    ].join('\n'),
  );
}
