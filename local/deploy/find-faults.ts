// What speaks against deploying now.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { secrets } from '../../functions/params.ts';
import { lastWords } from '../stack/last-words.ts';
import type { Outside } from './outside.ts';
import { runFault } from './run-fault.ts';

export type Faults = {
  /** Of HEAD, in full; empty where git knows none. */
  commit: string;
  /** One line each: what is wrong, and what to do. */
  faults: string[];
};

/** Looks at all of it, and changes nothing. */
export async function findFaults(outside: Outside, projectId: string): Promise<Faults> {
  const commit = (await git(outside, 'rev-parse', 'HEAD')).trim();
  const faults = [
    await branchFault(outside),
    await testsFault(outside.root, commit),
    await contentFault(outside),
    await runFault(outside, projectId),
    ...(await secretFaults(outside, projectId)),
  ];
  const found = faults.filter((fault) => fault !== undefined);
  // The longest look, so last, and only where nothing else is wrong.
  const check = found.length === 0 ? await checkFault(outside) : undefined;
  return { commit, faults: check === undefined ? found : [check] };
}

async function git(outside: Outside, ...args: string[]): Promise<string> {
  const { code, output } = await outside.run('git', args, { folder: outside.root, timeoutMinutes: 1 });
  return code === 0 ? output : '';
}

async function branchFault(outside: Outside): Promise<string | undefined> {
  const args = ['status', '--porcelain'];
  const { code, output } = await outside.run('git', args, { folder: outside.root, timeoutMinutes: 1 });
  if (code !== 0) return `git cannot say what is committed: ${lastWords(output)}`;
  const changed = output.split('\n').filter((line) => line.trim() !== '');
  if (changed.length === 0) return undefined;
  return `${changed.length} files are not as committed, the first ${changed[0]?.slice(3)}: commit them, or put them away.`;
}

/** `.ci/run` writes the commit that it has tested, only where all passed and the files were as committed. */
async function testsFault(root: string, commit: string): Promise<string | undefined> {
  const tested = (await readFile(join(root, 'build/reports/commit'), 'utf8').catch(() => '')).trim();
  if (tested !== '' && tested === commit) return undefined;
  return `The tests of commit ${commit.slice(0, 7)} have not passed here: run .ci/run, all of it.`;
}

async function contentFault(outside: Outside): Promise<string | undefined> {
  if (!existsSync(join(outside.root, 'local/content.ts'))) return undefined;
  const { code, output } = await outside.run('node', ['local/content.ts', 'check'], {
    folder: outside.root,
    timeoutMinutes: 5,
  });
  return code === 0 ? undefined : `The content has mistakes, npm run content -- check names them: ${lastWords(output)}`;
}

async function secretFaults(outside: Outside, projectId: string): Promise<string[]> {
  const names = Object.keys(secrets);
  const faults = names.map(async (name) => {
    const args = ['functions:secrets:get', name, '--project', projectId, '--non-interactive'];
    const { code, output } = await outside.run('firebase', args, { folder: outside.root, timeoutMinutes: 2 });
    if (code === 0) return [];
    const remedy = `npx firebase functions:secrets:set ${name} --project ${projectId}`;
    return [`The secret ${name} cannot be found: ${remedy} (${lastWords(output)})`];
  });
  return (await Promise.all(faults)).flat();
}

async function checkFault(outside: Outside): Promise<string | undefined> {
  const { code, output } = await outside.run('node', ['local/check.ts'], { folder: outside.root, timeoutMinutes: 10 });
  if (code === 0) return undefined;
  const failed = output.split('\n').filter((line) => line.startsWith('FAILED'));
  return `npm run check fails: ${failed.map((line) => line.replace(/^FAILED\s+/, '')).join(', ') || lastWords(output)}`;
}
