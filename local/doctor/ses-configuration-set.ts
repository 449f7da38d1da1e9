// Check: the configuration set exists, and its events go somewhere.
import { type Finding, finding } from './finding.ts';
import type { Patient } from './patient.ts';
import { sesConsole } from './ses-console.ts';
import { whereToSet } from './where-to-set.ts';

/** None at all is a warning: bounces and complaints are then seen only in the console. */
export async function sesConfigurationSet(patient: Pick<Patient, 'config' | 'project' | 'ses'>): Promise<Finding> {
  const { config, project, ses } = patient;
  const where = whereToSet('SES_CONFIGURATION_SET', project);
  const name = config.sesConfigurationSet;
  if (name === undefined)
    return finding.warning(
      'mails have no configuration set: bounces and complaints show only in the console',
      `${sesConsole(config, 'Configuration → Configuration sets → Create set.')} ${where}`,
    );
  const destinations = await ses.eventDestinations(name);
  if (destinations === null)
    return finding.fixThis(
      `${config.sesRegion} has no configuration set ${name}, so SES refuses every mail`,
      `${sesConsole(config, 'Configuration → Configuration sets → Create set')}, or leave the parameter empty. ${where}`,
    );
  const heard = destinations.filter(({ Enabled }) => Enabled).flatMap(({ MatchingEventTypes: types }) => types ?? []);
  if (heard.includes('bounce') && heard.includes('complaint'))
    return finding.ok(`${name} tells of ${[...new Set(heard)].join(', ')}`);
  return finding.warning(
    `no event destination of ${name} takes bounces and complaints`,
    sesConsole(
      config,
      `Configuration → Configuration sets → ${name} → Event destinations → Add destination: Hard bounces, Complaints.`,
    ),
  );
}
