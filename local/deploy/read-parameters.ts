// The parameters of a project, as Firebase reads them: complete, and each as functions/config.ts wants it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { config } from '../../functions/config.ts';
import { AppError } from '../../functions/errors.ts';
import { params, secrets } from '../../functions/params.ts';

export type Parameters = { values: Record<string, string>; faults: string[] };

/**
 * A value for every declared parameter, the default where the file names none: firebase-tools asks for all of them where
 * nobody is there to answer. A fault is one line that names the parameter and what would be right; never its value.
 */
export async function readParameters(root: string, projectId: string): Promise<Parameters> {
  const file = `.env.${projectId}`;
  const [shared, own] = await Promise.all(
    ['.env', file].map((path) => readFile(join(root, path), 'utf8').catch(() => undefined)),
  );
  if (shared === undefined && own === undefined)
    return {
      values: {},
      faults: [`${file} is missing: write the parameters of the README's table in it, NAME=value.`],
    };
  const given = { ...parsed(shared), ...parsed(own) };
  const unknown = Object.keys(given).filter((name) => !(name in params));
  const values = Object.fromEntries(
    Object.entries(params).map(([name, { options }]) => [name, given[name] ?? String(options?.default ?? '')]),
  );
  return { values, faults: [...unknown.map((name) => unknownFault(file, name)), ...faultsOf(file, values)] };
}

const parsed = (text = '') => parseEnv(text.replace(/^\uFEFF/, ''));

function unknownFault(file: string, name: string): string {
  if (!(name in secrets)) return `${file}: there is no parameter ${name}.`;
  return `${file}: ${name} is a secret: take it out of the file, and set it with npx firebase functions:secrets:set ${name}.`;
}

/** Asks each value of the configuration, with these parameters for the environment. */
function faultsOf(file: string, values: Record<string, string>): string[] {
  const before = { ...process.env };
  // What a secret is, is not known here, and a missing one would be warned of.
  const unread = Object.fromEntries(Object.keys(secrets).map((name) => [name, '']));
  try {
    Object.assign(process.env, values, unread);
    const faults = (Object.keys(config) as (keyof typeof config)[]).flatMap((name) => faultOf(name) ?? []);
    const explorer = /^(true|false)$/.test(values.EXPLORER ?? '') ? [] : ['EXPLORER must be true or false.'];
    return [...faults, ...explorer]
      .filter((fault) => !Object.keys(secrets).some((name) => fault.startsWith(`${name} `)))
      .map((fault) => `${file}: ${fault}`);
  } finally {
    for (const name of Object.keys({ ...values, ...unread })) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}

function faultOf(name: keyof typeof config): string | undefined {
  try {
    void config[name];
    return undefined;
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
}
