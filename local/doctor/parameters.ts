// Check: every parameter and secret is given and well-formed.
import { params, secrets } from '../../functions/params.ts';
import { cutValue } from '../project/cut-value.ts';
import { parameterFaults } from '../project/parameter-faults.ts';
import { type Finding, finding } from './finding.ts';
import type { Patient } from './patient.ts';
import { whereToSet } from './where-to-set.ts';

/** One finding for each parameter to mend; a secret that could not be read is a warning. No secret's value is told. */
export async function parameters(patient: Pick<Patient, 'config' | 'parameters' | 'project'>): Promise<Finding[]> {
  const { values, unknownNames, cutNames, unseenSecrets, disabledSecrets } = patient.parameters;
  const unread = [...unseenSecrets.map(({ name }) => name), ...disabledSecrets];
  const names = [...Object.keys(params), ...Object.keys(secrets)].filter((name) => !unread.includes(name));
  const faults = [...parameterFaults(patient.config, values, names)].map(([name, fault]) =>
    finding.fixThis(fault, whereToSet(name, patient.project)),
  );
  const disabled = disabledSecrets.map((name) =>
    finding.fixThis(
      `the newest version of ${name} is disabled or destroyed, so no function can read it.`,
      `https://console.cloud.google.com/security/secret-manager/secret/${name}/versions?project=${patient.project} → its newest version → Enable. Or: ${whereToSet(name, patient.project)}`,
    ),
  );
  const unknown = unknownNames.map((name) =>
    finding.warning(`${name} is no parameter’s name: nothing reads it.`, 'See the table of parameters in the README.'),
  );
  const cut = cutNames.map(cutValue).map(({ found, mend }) => finding.warning(found, mend));
  const unseen = unseenSecrets.map(({ name, found, mend }) =>
    finding.warning(`${name} could not be read: ${found}.`, mend),
  );
  const all = [...faults, ...disabled, ...unknown, ...cut, ...unseen];
  return all.length > 0 ? all : [finding.ok(`all ${names.length} are given and well-formed`)];
}
