// The Firebase project that an argument names.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { LocalError } from '../local-error.ts';

export type NamedProject = {
  id: string;
  /** Undefined where the project was named by its id. */
  alias: string | undefined;
};

/**
 * `name` is an id, or an alias of `.firebaserc` beside firebase.json. Throws a LocalError where it is neither, or the file is
 * not right.
 */
export async function namedProject(root: string, name: string): Promise<NamedProject> {
  const aliases = await readAliases(root);
  const named = Object.hasOwn(aliases, name) ? aliases[name] : undefined;
  const id = named ?? name;
  if (projectId.test(id)) return { id, alias: named === undefined ? undefined : name };
  const what = named === undefined ? JSON.stringify(name) : `${JSON.stringify(id)} of .firebaserc`;
  throw new LocalError(
    `--project ${what} is no project id, which is one like my-project-1a2b3, and no alias of .firebaserc.`,
  );
}

/** Google's rule: 6 to 30 of these, beginning with a letter, not ending with a hyphen. */
const projectId = /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/;

const schema = z.object({ projects: z.record(z.string(), z.string()).default({}) });

async function readAliases(root: string): Promise<Record<string, string>> {
  const text = await readFile(join(root, '.firebaserc'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw new LocalError(`.firebaserc cannot be read (${error.code}): it is a file beside firebase.json.`);
  });
  const parsed = schema.safeParse(json(text));
  if (parsed.success) return parsed.data.projects;
  throw new LocalError('.firebaserc is not right: it is JSON such as { "projects": { "live": "my-project-1a2b3" } }.');
}

function json(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
