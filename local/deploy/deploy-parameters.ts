// The parameters that a deploy gives a project: complete, and each as functions/config.ts wants it.
import { config } from '../../functions/config.ts';
import { params, secrets } from '../../functions/params.ts';
import { deployedValues } from '../doctor/deployed-values.ts';
import { LocalError } from '../local-error.ts';
import { cutValue } from '../project/cut-value.ts';
import type { NamedProject } from '../project/named-project.ts';
import { parameterFaults } from '../project/parameter-faults.ts';
import { readParameters } from '../project/read-parameters.ts';

/**
 * A fault is one line that names the parameter and what would be right; never its value. A warning is one about a value
 * that may be meant.
 */
export type DeployParameters = { values: Record<string, string>; faults: string[]; warnings: string[] };

/** A value for every declared parameter: firebase-tools asks for those that have none, where nobody is there to answer. */
export async function deployParameters(root: string, project: NamedProject): Promise<DeployParameters> {
  try {
    const { values, unknownNames, cutNames, ownFile, found } = await readParameters(root, project);
    if (!found)
      return {
        values: {},
        faults: [`${ownFile} is missing: write the parameters of the README's table in it, NAME=value.`],
        warnings: [],
      };
    const unknown = unknownNames.map((name) => unknownFault(ownFile, name));
    const cut = cutNames.map(cutValue).map(({ found, mend }) => `${found} ${mend}`);
    const inFile = (line: string) => `${ownFile}: ${line}`;
    const { faults, warnings } = await localValues(values, project.id);
    return {
      values,
      faults: [...unknown, ...[...faultsOf(values), ...faults].map(inFile)],
      warnings: [...cut, ...warnings].map(inFile),
    };
  } catch (error) {
    if (error instanceof LocalError) return { values: {}, faults: [error.message], warnings: [] };
    throw error;
  }
}

/** What the doctor says of values that are only for this machine. */
async function localValues(values: Record<string, string>, project: string) {
  const parameters = { values, unknownNames: [], cutNames: [], unseenSecrets: [], disabledSecrets: [] };
  const found = await deployedValues({ parameters, project });
  const lines = (answer: 'warning' | 'fix this') =>
    found.flatMap((each) => (each.answer === answer ? [`${each.found} ${each.mend}`] : []));
  return { faults: lines('fix this'), warnings: lines('warning') };
}

function unknownFault(file: string, name: string): string {
  if (!(name in secrets)) return `${file}: there is no parameter ${name}.`;
  return `${file}: ${name} is a secret: take it out of the file, and set it with npx firebase functions:secrets:set ${name}.`;
}

/** Asks each value of the configuration, with these parameters for the environment. */
function faultsOf(values: Record<string, string>): string[] {
  const before = { ...process.env };
  // What a secret is, is not known here, and a missing one would be warned of.
  const unread = Object.fromEntries(Object.keys(secrets).map((name) => [name, '']));
  try {
    Object.assign(process.env, values, unread);
    return [...parameterFaults(config, values, Object.keys(params)).values()];
  } finally {
    for (const name of Object.keys({ ...values, ...unread })) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}
