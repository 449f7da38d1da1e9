// Check: the project and its secrets can be looked at.
import { z } from 'zod';
import { secrets } from '../../functions/params.ts';
import { readGoogle } from '../project/read-google.ts';
import { Unseen } from '../project/unseen.ts';
import { type Finding, finding } from './finding.ts';
import type { Patient } from './patient.ts';

/**
 * One finding to fix for each cause for which the project, or every secret, is unseen: where that is all that the other
 * lines have to say, nothing is known to be well.
 */
export async function projectAccess(patient: Pick<Patient, 'google' | 'parameters' | 'project'>): Promise<Finding[]> {
  const { unseenSecrets } = patient.parameters;
  const ofProject = await projectUnseen(patient);
  const ofSecrets = unseenSecrets.length === Object.keys(secrets).length ? unseenSecrets[0] : undefined;
  if (ofProject && ofSecrets && ofProject.found === ofSecrets.found)
    return [finding.fixThis(`${ofProject.found}: neither the project nor a secret of it was seen`, ofProject.mend)];
  const found = [
    ...(ofProject ? [finding.fixThis(`${ofProject.found}: the project was not seen`, ofProject.mend)] : []),
    ...(ofSecrets ? [finding.fixThis(`${ofSecrets.found}: no secret was seen`, ofSecrets.mend)] : []),
  ];
  return found.length > 0 ? found : [finding.ok('the project can be looked at')];
}

async function projectUnseen({ google, project }: Pick<Patient, 'google' | 'project'>): Promise<Unseen | undefined> {
  try {
    await readGoogle(google, `https://firebase.googleapis.com/v1beta1/projects/${project}`, z.object({}));
    return undefined;
  } catch (error) {
    if (error instanceof Unseen) return error;
    throw error;
  }
}
