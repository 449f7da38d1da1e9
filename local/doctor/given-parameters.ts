// The values that a deployment, or this machine, gives the declared parameters and secrets.
import { join } from 'node:path';
import { params, secrets } from '../../functions/params.ts';
import type { NamedProject } from '../project/named-project.ts';
import { parameterValues } from '../project/parameter-values.ts';
import { readEnvFile } from '../project/read-env-file.ts';
import { readParameters } from '../project/read-parameters.ts';
import { Unseen } from '../project/unseen.ts';
import type { SecretReading } from './secret-value.ts';

export type GivenParameters = {
  /** By name, defaults included; empty where nothing is given. */
  values: Record<string, string>;
  /** Names in the project's files that no parameter has. */
  unknownNames: string[];
  /** Secrets whose value could not be read, so that nothing can be said of it, and why. */
  unseenSecrets: { name: string; found: string; mend: string }[];
  /** Secrets whose newest version nobody can read. */
  disabledSecrets: string[];
};

export type ParameterSources = {
  /** The folder with firebase.json. */
  root: string;
  /** Undefined: this machine's own values, where `env` wins over `.env.local` and `.secret.local`. */
  project: NamedProject | undefined;
  /** The id of .firebaserc’s default: the emulators read its file too. */
  defaultProject: string;
  env: NodeJS.ProcessEnv;
  /** A secret of the project. Rejects with an Unseen where it cannot be read. */
  secret(name: string): Promise<SecretReading>;
};

/** Throws a LocalError where a file cannot be read, or where two files are for the same project. */
export async function givenParameters(sources: ParameterSources): Promise<GivenParameters> {
  const { root, project } = sources;
  if (project === undefined) return ofThisMachine(sources);
  const { values, unknownNames } = await readParameters(root, project);
  const given: GivenParameters = { values, unknownNames, unseenSecrets: [], disabledSecrets: [] };
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

async function ofThisMachine({ root, defaultProject, env }: ParameterSources): Promise<GivenParameters> {
  const read = (name: string) => readEnvFile(join(root, name));
  const written = { ...(await read('.env')), ...(await read(`.env.${defaultProject}`)), ...(await read('.env.local')) };
  const secretsHere: Record<string, string | undefined> = { ...(await read('.secret.local')), ...env };
  const secretValues = Object.keys(secrets).map((name) => [name, secretsHere[name] ?? '']);
  return {
    values: { ...parameterValues({ ...written, ...env }), ...Object.fromEntries(secretValues) },
    unknownNames: Object.keys(written).filter((name) => !(name in params)),
    unseenSecrets: [],
    disabledSecrets: [],
  };
}
