// Reads a dotenv file as Firebase reads it.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { z } from 'zod';
import { LocalError } from '../local-error.ts';
import { cutNames } from './cut-names.ts';

export type EnvFile = {
  /** By name. */
  values: Record<string, string>;
  /** Names whose value ends at a # without quotes. */
  cutNames: string[];
};

/**
 * The variables of the file; undefined where there is no such file. Read by the reader of firebase-tools, whose
 * quotes and escapes are its own. Throws a LocalError where it is no file, or a line is none that it takes: it would refuse
 * the whole file.
 */
export async function readEnvFile(path: string): Promise<EnvFile | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new LocalError(`${basename(path)} cannot be read (${error.code}): it must be a file with lines NAME=value.`);
  });
  if (text === undefined) return undefined;
  const { envs, errors } = reader().parse(text);
  const [first] = errors;
  if (first === undefined) return { values: envs, cutNames: cutNames(text.replace(/^\uFEFF/, ''), envs) };
  // The line may hold a value, so only its number is told.
  const line = text.split('\n').findIndex((each) => each.trim() === first) + 1;
  throw new LocalError(`${basename(path)}: line ${line} is not NAME=value, so Firebase refuses the whole file.`);
}

const answerSchema = z.object({ envs: z.record(z.string(), z.string()), errors: z.array(z.string()) });

function reader(): { parse(text: string): z.output<typeof answerSchema> } {
  const { parse } = createRequire(import.meta.url)('firebase-tools/lib/functions/env.js');
  return { parse: (text) => answerSchema.parse(parse(text)) };
}
