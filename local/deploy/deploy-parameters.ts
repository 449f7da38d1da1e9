// The parameters that a deploy gives a project: complete, and each as functions/config.ts wants it.
import { config } from '../../functions/config.ts';
import { params, secrets } from '../../functions/params.ts';
import { LocalError } from '../local-error.ts';
import type { NamedProject } from '../project/named-project.ts';
import { parameterFaults } from '../project/parameter-faults.ts';
import { readParameters } from '../project/read-parameters.ts';

/** A fault is one line that names the parameter and what would be right; never its value. */
export type DeployParameters = { values: Record<string, string>; faults: string[] };

/** A value for every declared parameter: firebase-tools asks for those that have none, where nobody is there to answer. */
export async function deployParameters(root: string, project: NamedProject): Promise<DeployParameters> {
  try {
    const { values, unknownNames, ownFile, found } = await readParameters(root, project);
    if (!found)
      return {
        values: {},
        faults: [`${ownFile} is missing: write the parameters of the README's table in it, NAME=value.`],
      };
    const unknown = unknownNames.map((name) => unknownFault(ownFile, name));
    return { values, faults: [...unknown, ...faultsOf(values).map((fault) => `${ownFile}: ${fault}`)] };
  } catch (error) {
    if (error instanceof LocalError) return { values: {}, faults: [error.message] };
    throw error;
  }
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
