// Builds a next version of the functions: this one's sources with documents and API expanded by a field each.
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../../../local/project-root.ts';

/**
 * Copies the sources, expands them, and builds them as `npm run build` does: a run counts its `changes`, and a learner has
 * the instant `lastMailedAt`; both can be asked for. `functions` is the built folder; `remove` removes all of it. Throws
 * where a line that is to be expanded is not there once.
 */
export async function buildNextVersion(): Promise<{ functions: string; remove(): Promise<void> }> {
  const root = await mkdtemp(join(tmpdir(), 'next-version-'));
  const remove = () => rm(root, { recursive: true, force: true });
  try {
    for (const part of ['functions', 'schema', 'local', 'package.json'])
      await cp(join(projectRoot, part), join(root, part), { recursive: true });
    await symlink(join(projectRoot, 'node_modules'), join(root, 'node_modules'), 'junction');
    for (const expansion of expansions) await expand(root, expansion);
    const build = "import('./local/build-functions.ts').then(({ buildFunctions }) => buildFunctions())";
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', build], { cwd: root });
  } catch (error) {
    await remove();
    throw error;
  }
  return { functions: join(root, 'build/functions'), remove };
}

async function expand(root: string, [file, line, expanded]: Expansion): Promise<void> {
  const parts = (await readFile(join(root, file), 'utf8')).split(line);
  if (parts.length !== 2) throw new Error(`${file} holds ${parts.length - 1} times, not once: ${line}`);
  await writeFile(join(root, file), parts.join(expanded));
}

/** A file, a line of it, and the line of the next version. */
type Expansion = readonly [string, string, string];

const expansions: readonly Expansion[] = [
  [
    'functions/weekly-run/run.ts',
    'export const runSchema = z.object({',
    'export const runSchema = z.object({ changes: z.int().default(0),',
  ],
  [
    'functions/weekly-run/run-store.ts',
    'transaction.update(snapshot.ref, parts);',
    'transaction.update(snapshot.ref, { ...parts, changes: run.changes + 1 });',
  ],
  [
    'schema/weekly-run.ts',
    "week: t.exposeString('week'),",
    "week: t.exposeString('week'), changes: t.exposeInt('changes'),",
  ],
  [
    'functions/learners/learner.ts',
    'export const learnerSchema = z.object({',
    'export const learnerSchema = z.object({ lastMailedAt: z.date().nullable().default(null),',
  ],
  [
    'functions/weekly-run/batch-store.ts',
    "new FieldPath('weeks', week), learnerWeek, precondition);",
    "new FieldPath('weeks', week), learnerWeek, 'lastMailedAt', learnerWeek.releasedAt, precondition);",
  ],
  [
    'schema/learner.ts',
    "id: t.exposeID('id'),",
    "id: t.exposeID('id'), lastMailedAt: t.expose('lastMailedAt', { type: 'DateTime', nullable: true }),",
  ],
];
