// The values that a deployment, or this machine, gives the declared parameters and secrets.
import { secrets } from '../../functions/params.ts';
import type { NamedProject } from '../project/named-project.ts';
import { readParameters } from '../project/read-parameters.ts';
import { Unseen } from '../project/unseen.ts';
import { commandStack } from '../stack/command-stack.ts';
import { localParams } from '../stack/local-params.ts';
import type { SecretReading } from './secret-value.ts';

export type GivenParameters = {
  /** By name, defaults included; empty where nothing is given. */
  values: Record<string, string>;
  /** Names in the project's files that no parameter has. */
  unknownNames: string[];
  /** Names whose value ends, in a file, at a # without quotes. */
  cutNames: string[];
  /** Secrets whose value could not be read, so that nothing can be said of it, and why. */
  unseenSecrets: { name: string; found: string; mend: string }[];
  /** Secrets whose newest version nobody can read. */
  disabledSecrets: string[];
};

export type ParameterSources = {
  /** The folder with firebase.json. */
  root: string;
  /** Undefined: the local stack's own values, where `env` wins. */
  project: NamedProject | undefined;
  env: NodeJS.ProcessEnv;
  /** A secret of the project. Rejects with an Unseen where it cannot be read. */
  secret(name: string): Promise<SecretReading>;
};

/** Throws a LocalError where a file cannot be read, or where two files are for the same project. */
export async function givenParameters(sources: ParameterSources): Promise<GivenParameters> {
  const { root, project } = sources;
  if (project === undefined) return ofThisMachine(sources.env);
  const { values, unknownNames, cutNames } = await readParameters(root, project);
  const given: GivenParameters = { values, unknownNames, cutNames, unseenSecrets: [], disabledSecrets: [] };
  await Promise.all(Object.keys(secrets).map((name) => addSecret(given, name, sources)));
  return given;
}

async function addSecret(given: GivenParameters, name: string, { secret }: ParameterSources): Promise<void> {
  given.values[name] = '';
  try {
    const reading = await secret(name);
    if (reading.state === 'given') given.values[name] = reading.value;
    if (reading.state === 'disabled') given.disabledSecrets.push(name);
  } catch (error) {
    if (!(error instanceof Unseen)) throw error;
    given.unseenSecrets.push({ name, found: error.found, mend: error.mend });
  }
}

/** As npm start gives them to the stack: it reads no file. */
function ofThisMachine(env: NodeJS.ProcessEnv): GivenParameters {
  const { params, secrets } = localParams(commandStack(env).ports, env);
  const values = { ...params, ...secrets };
  return { values, unknownNames: [], cutNames: [], unseenSecrets: [], disabledSecrets: [] };
}
