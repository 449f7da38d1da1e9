// Check: every parameter and secret is given and well-formed.
import type { Config } from '../../functions/config.ts';
import { AppError } from '../../functions/errors.ts';
import { params, secrets } from '../../functions/params.ts';
import { type Finding, finding } from './finding.ts';
import type { Patient } from './patient.ts';
import { productIdFault } from './product-id-fault.ts';
import { whereToSet } from './where-to-set.ts';

/** One finding for each parameter to mend, by the configuration's own schemas; no secret's value is told. */
export async function parameters(patient: Pick<Patient, 'config' | 'parameters' | 'project'>): Promise<Finding[]> {
  const { values, unknownNames, unseenSecrets } = patient.parameters;
  const names = [...Object.keys(params), ...Object.keys(secrets)].filter((name) => !unseenSecrets.includes(name));
  const faults = schemaFaults(patient.config);
  const findings = names.flatMap((name) => {
    const value = values[name] ?? '';
    const found = faultOf(name, value, faults.get(name));
    return found === undefined ? [] : [finding.fixThis(found, whereToSet(name, patient.project))];
  });
  const unknown = unknownNames.map((name) =>
    finding.warning(`${name} is no parameter’s name: nothing reads it.`, 'See the table of parameters in the README.'),
  );
  const unseen = unseenSecrets.map((name) =>
    finding.warning(
      `${name} could not be read.`,
      'Run gcloud auth application-default login as somebody with the role Secret Manager Secret Accessor.',
    ),
  );
  const all = [...findings, ...unknown, ...unseen];
  return all.length > 0 ? all : [finding.ok(`all ${names.length} are given and well-formed`)];
}

/** What the schema says, by parameter; its messages begin with the parameter's name. */
function schemaFaults(config: Config): Map<string, string> {
  const faults = new Map<string, string>();
  for (const name of Object.keys(config) as (keyof Config)[]) {
    try {
      void config[name];
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'MISCONFIGURED')) throw error;
      faults.set(error.message.split(' ', 1)[0] ?? '', error.message);
    }
  }
  return faults;
}

function faultOf(name: string, value: string, schemaFault: string | undefined): string | undefined {
  if (value === '') return schemaFault?.replace(' must be ', ' is not given; it must be ');
  if (/[\r\n]$/.test(value)) return `${name} ends with a line break, which would become part of it.`;
  if (value !== value.trim()) return `${name} begins or ends with white space, which would become part of it.`;
  const named = name === 'SHOPIFY_PRODUCT_IDS' ? productIdFault(value) : undefined;
  const zone = name === 'SHOP_TIME_ZONE' && schemaFault ? `There is no time zone ${JSON.stringify(value)}: ` : '';
  return named ?? (schemaFault && zone + schemaFault);
}
