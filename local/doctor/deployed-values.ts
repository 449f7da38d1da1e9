// Check: a project has none of the values that are only for this machine.

import { localParams } from '../stack/local-params.ts';
import { fixedPorts } from '../stack/ports.ts';
import { type Finding, finding } from './finding.ts';
import { isOnThisMachine } from './is-on-this-machine.ts';
import type { Patient } from './patient.ts';
import { whereToSet } from './where-to-set.ts';

/**
 * Local addresses and the keys that everybody knows are to be fixed; what weakens a project on purpose, or could not be
 * read, is a warning.
 */
export async function deployedValues({
  parameters,
  project,
}: Pick<Patient, 'parameters' | 'project'>): Promise<Finding[]> {
  if (project === undefined) return [finding.ok('no project is named: values of this machine may be local')];
  const { values, unseenSecrets } = parameters;
  const demo = localParams(fixedPorts, {}).secrets;
  const fix = (name: string, found: string) => finding.fixThis(`${name} ${found}`, whereToSet(name, project));
  const warn = (name: string, found: string) => finding.warning(`${name} ${found}`, whereToSet(name, project));
  const local = ['PUBLIC_URL', 'SHOPIFY_ORIGIN', 'AWS_ENDPOINT_URL_SES', 'AWS_ENDPOINT_URL_SNS']
    .filter((name) => isOnThisMachine(values[name]))
    .map((name) => fix(name, 'leads to this machine, which a project cannot reach.'));
  const known = Object.entries(demo)
    .filter(([name, value]) => values[name] === value)
    .map(([name]) => fix(name, 'is the value of the local stack, which everybody knows.'));
  const loose = [
    ...(values.MISFIRE_GRACE_HOURS === '0'
      ? [warn('MISFIRE_GRACE_HOURS', '0 mails however late: 36 is for a shop.')]
      : []),
    ...(values.EXPLORER === 'true' ? [warn('EXPLORER', 'true shows the whole schema to everybody.')] : []),
  ];
  const unseen = unseenSecrets.map(({ name, mend }) =>
    finding.warning(`${name} is unseen: it may be the value of the local stack, which everybody knows.`, mend),
  );
  const all = [...local, ...known, ...loose, ...unseen];
  return all.length > 0 ? all : [finding.ok('nothing is of the local stack')];
}
