// Puts an earlier release back, as it was.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LocalError } from '../local-error.ts';
import type { NamedProject } from '../project/named-project.ts';
import { logDeploy, previousRelease, readDeployLog } from './deploy-log.ts';
import { deployParameters } from './deploy-parameters.ts';
import type { Outside } from './outside.ts';
import { backwards, putRelease } from './put-release.ts';
import { smokeRelease } from './smoke-release.ts';

export type RollbackArguments = { project: NamedProject; to: string | undefined };

/** Said before anything is done. */
export const cannotUndo = [
  'This does not undo what the newer version did:',
  '  - documents that it wrote stay as they are; the older version reads them, because shapes only grow',
  '  - mails that it sent are sent; links in them go on working',
  '  - indexes that it brought stay, and those that were dropped by hand do not come back',
  '  - parameters are those of .env today, and secrets those of Secret Manager today',
];

/**
 * Needs no clean branch and no tests: those were looked at when the release was made. It may stop a run in the middle, which
 * goes on under the older version. Throws a LocalError where there is nothing to go back to; then nothing has changed.
 */
export async function rollbackProject(outside: Outside, { project, to }: RollbackArguments): Promise<void> {
  const { id: projectId } = project;
  const name = to ?? previousRelease(await readDeployLog(outside, projectId));
  if (name === undefined)
    throw new LocalError(
      `There is nothing to go back to: build/releases holds no earlier release that stood in ${projectId}. Releases of CI are artifacts of its runs: unpack one there, and name it with --to.`,
    );
  const folder = join(outside.root, 'build/releases', name);
  const isRelease = /^[\w-]+$/.test(name) && (await stat(join(folder, 'firebase.json')).catch(() => undefined));
  if (!isRelease)
    throw new LocalError(`build/releases holds no release ${name}: its folders are the names to choose from.`);
  const { values: parameters, faults, warnings } = await deployParameters(outside.root, project);
  if (faults.length > 0) throw new LocalError(faults.join('\n'));
  for (const warning of warnings) outside.print(`Think about ${warning}`);
  for (const line of cannotUndo) outside.print(line);
  const log = await logDeploy(outside, projectId, { release: name, at: outside.now() });
  const release = { projectId, folder, parameters };
  await putRelease(outside, release, backwards);
  await smokeRelease(outside, release, 'Look at the logs of the functions in the console.');
  await log.complete();
  outside.print(`${name} stands again at ${parameters.PUBLIC_URL}: ${backwards.join(', ')}.`);
}
