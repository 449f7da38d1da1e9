// The values that a project's files give the declared parameters.
import { join } from 'node:path';
import { params } from '../../functions/params.ts';
import { LocalError } from '../local-error.ts';
import { mergeEnvFiles } from './merge-env-files.ts';
import type { NamedProject } from './named-project.ts';
import { parameterValues } from './parameter-values.ts';
import { readEnvFile } from './read-env-file.ts';

export type WrittenParameters = {
  /** By name, defaults included; empty where nothing is given. */
  values: Record<string, string>;
  /** Names in the files that no parameter has. */
  unknownNames: string[];
  /** Names whose value ends at a # without quotes. */
  cutNames: string[];
  /** The project's own file: the one that is there, or the one to write. */
  ownFile: string;
  /** Whether there is any file. */
  found: boolean;
};

/**
 * As Firebase reads them at a deploy: `.env`, and over it `.env.<id>` or `.env.<alias>`; `root` is the folder with
 * firebase.json. Throws a LocalError where a file cannot be read, or where both of a project's are there.
 */
export async function readParameters(root: string, { id, alias }: NamedProject): Promise<WrittenParameters> {
  const read = (name: string) => readEnvFile(join(root, name));
  const shared = await read('.env');
  const ofId = await read(`.env.${id}`);
  const ofAlias = alias === undefined ? undefined : await read(`.env.${alias}`);
  if (ofId && ofAlias) throw new LocalError(`Firebase takes .env.${id} or .env.${alias}, not both: keep one.`);
  const { values: written, cutNames } = mergeEnvFiles([shared, ofId, ofAlias]);
  return {
    values: parameterValues(written),
    unknownNames: Object.keys(written).filter((name) => !(name in params)),
    cutNames,
    ownFile: ofAlias ? `.env.${alias}` : `.env.${id}`,
    found: Boolean(shared ?? ofId ?? ofAlias),
  };
}
