// Check: somebody is told when a run needs a person.
import { type Finding, finding } from './finding.ts';
import type { Patient } from './patient.ts';
import { whereToSet } from './where-to-set.ts';

/** None is a warning: a paused run is then found by who reads the log. The address itself is not told. */
export async function operatorEmail({ config, project }: Pick<Patient, 'config' | 'project'>): Promise<Finding> {
  if (config.operatorEmail !== undefined) return finding.ok('is told by mail when a run needs a person');
  return finding.warning(
    'nobody is mailed when a run needs a person: only the log says so',
    `${whereToSet('OPERATOR_EMAIL', project)} docs/alert-policy.json watches the log besides.`,
  );
}
