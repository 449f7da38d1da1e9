// The values that a deployment, or this machine, gives the declared parameters and secrets.
import { join } from 'node:path';
import { params, secrets } from '../../functions/params.ts';
import { LocalError } from '../local-error.ts';
import { readEnvFile } from './read-env-file.ts';

export type GivenParameters = {
  /** By name, defaults included; empty where nothing is given. */
  values: Record<string, string>;
  /** Names in the project's files that no parameter has. */
  unknownNames: string[];
  /** Secrets whose value could not be read, so that nothing can be said of it. */
  unseenSecrets: string[];
};

export type ParameterSources = {
  /** The folder with firebase.json. */
  root: string;
  /** Undefined: this machine's own values, where `env` wins over `.env.local` and `.secret.local`. */
  project: { id: string; alias: string | undefined } | undefined;
  /** The id of .firebaserc’s default: the emulators read its file too. */
  defaultProject: string;
  env: NodeJS.ProcessEnv;
  /** A secret of the project; null where there is none. Rejects where it cannot be read. */
  secret(name: string): Promise<string | null>;
};

/** Throws a LocalError where a file cannot be read, or where two files are for the same project. */
export async function readParameters(sources: ParameterSources): Promise<GivenParameters> {
  const { root, project, env } = sources;
  const files = await Promise.all(fileNames(sources).map((name) => readEnvFile(join(root, name))));
  const own = files.at(-1) ?? {};
  if (project?.alias !== undefined && Object.keys(own).length > 0 && Object.keys(files.at(-2) ?? {}).length > 0)
    throw new LocalError(`Firebase takes .env.${project.id} or .env.${project.alias}, not both: keep one.`);
  const written: Record<string, string> = Object.assign({}, ...files);
  const taken = project === undefined ? { ...written, ...given(env) } : written;
  const values = Object.entries(params).map(([name, { options }]) => [name, taken[name] ?? text(options.default)]);
  const read = await readSecrets(sources);
  return {
    values: { ...Object.fromEntries(values), ...read.values },
    unknownNames: Object.keys(written).filter((name) => !(name in params)),
    unseenSecrets: read.unseen,
  };
}

function fileNames({ project, defaultProject }: ParameterSources): string[] {
  if (project === undefined) return ['.env', `.env.${defaultProject}`, '.env.local'];
  return ['.env', `.env.${project.id}`, ...(project.alias === undefined ? [] : [`.env.${project.alias}`])];
}

async function readSecrets({ root, project, env, secret }: ParameterSources) {
  const names = Object.keys(secrets);
  const unseen: string[] = [];
  if (project === undefined) {
    const written = { ...(await readEnvFile(join(root, '.secret.local'))), ...given(env) };
    return { values: Object.fromEntries(names.map((name) => [name, written[name] ?? ''])), unseen };
  }
  const read = async (name: string) => {
    try {
      return [name, (await secret(name)) ?? ''];
    } catch {
      unseen.push(name);
      return [name, ''];
    }
  };
  return { values: Object.fromEntries(await Promise.all(names.map(read))), unseen };
}

function given(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : '';
}
