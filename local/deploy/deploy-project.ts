// Deploys what is committed and tested.
import { join } from 'node:path';
import { LocalError } from '../local-error.ts';
import type { NamedProject } from '../project/named-project.ts';
import { lastWords } from '../stack/last-words.ts';
import { logDeploy } from './deploy-log.ts';
import { deployParameters } from './deploy-parameters.ts';
import { findFaults } from './find-faults.ts';
import { makeRelease } from './make-release.ts';
import type { Outside } from './outside.ts';
import { forwards, putRelease } from './put-release.ts';
import { releaseName } from './release-name.ts';
import { runFault } from './run-fault.ts';
import { smokeRelease } from './smoke-release.ts';

export type DeployArguments = { project: NamedProject; dryRun: boolean };

/** Throws a LocalError with a line for each thing that speaks against it; then nothing has changed. */
export async function deployProject(outside: Outside, { project, dryRun }: DeployArguments): Promise<void> {
  const { id: projectId } = project;
  const { values: parameters, faults: parameterFaults, warnings } = await deployParameters(outside.root, project);
  const { commit, faults } = await findFaults(outside, projectId);
  const all = [...parameterFaults, ...faults];
  if (all.length > 0) throw new LocalError(all.join('\n'));
  for (const warning of warnings) outside.print(`Think about ${warning}`);
  const built = await outside.run('node', ['local/build.ts'], { folder: outside.root, timeoutMinutes: 10 });
  if (built.code !== 0) throw new LocalError(`It does not build: ${lastWords(built.output)}`);
  const parts = [...forwards.first, ...forwards.second].join(', ');
  const name = releaseName(outside.now(), commit);
  if (dryRun) {
    outside.print(`All is well. ${name} would go to ${projectId}: ${parts}. Nothing is changed.`);
    return;
  }
  await makeRelease(outside.root, name);
  const log = await logDeploy(outside, projectId, { release: name, at: outside.now() });
  const release = { projectId, folder: join(outside.root, 'build/releases', name), parameters };
  await putRelease(outside, release, forwards.first);
  // Indexes may take an hour, and Monday may have come.
  const begun = await runFault(outside, projectId);
  if (begun !== undefined) throw new LocalError(`${begun} Only the indexes are in place.`);
  await putRelease(outside, release, forwards.second);
  await smokeRelease(outside, release, `npm run rollback -- --project ${projectId} puts the version before back.`);
  await log.complete();
  outside.print(`${name} stands at ${parameters.PUBLIC_URL}: ${parts}. It is kept in build/releases/${name}.`);
}
