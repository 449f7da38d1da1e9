// The project that an argument names.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const schema = z.object({ projects: z.record(z.string(), z.string()).default({}) });

/** The project's id, and the alias in .firebaserc where that was named. */
export async function namedProject(root: string, name: string): Promise<{ id: string; alias: string | undefined }> {
  const text = await readFile(join(root, '.firebaserc'), 'utf8').catch(() => '{}');
  const id = schema.parse(JSON.parse(text)).projects[name];
  return id === undefined ? { id: name, alias: undefined } : { id, alias: name };
}
