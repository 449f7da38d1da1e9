// Rule: several dotenv files as one, where a later one wins.
import type { EnvFile } from './read-env-file.ts';

/** Undefined is a file that is not there. */
export function mergeEnvFiles(files: readonly (EnvFile | undefined)[]): EnvFile {
  const there = files.filter((file) => file !== undefined);
  const cut = new Map(
    there.flatMap((file) => Object.keys(file.values).map((name) => [name, file.cutNames.includes(name)] as const)),
  );
  return {
    values: Object.fromEntries(there.flatMap(({ values }) => Object.entries(values))),
    cutNames: [...cut].flatMap(([name, isCut]) => (isCut ? [name] : [])),
  };
}
