import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { projectRoot } from '../../../local/project-root.ts';
import { endProcess } from '../../../local/stack/end-process.ts';
import { type ProcessId, processTree } from '../../../local/stack/process-tree.ts';
import { livingProcesses } from '../../kit/living-processes.ts';

const forever = "setInterval(() => undefined, 1000); console.log('up');";
/** Starts a child in the group of who runs it, and says so when it is up. */
const worker = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(forever)}], { stdio: ['ignore', 'inherit', 'ignore'] });`;

const started: ChildProcess[] = [];
afterEach(() => {
  for (const { pid } of started.splice(0)) {
    try {
      if (pid !== undefined) process.kill(-pid, 'SIGKILL');
    } catch {
      // The group is gone, as it should be.
    }
  }
});

async function leader(script: string): Promise<{ child: ChildProcess; group: () => Promise<ProcessId[]> }> {
  const child = spawn(process.execPath, ['-e', script], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
  started.push(child);
  await once(child.stdout as NodeJS.ReadableStream, 'data');
  return { child, group: () => processTree(child.pid ?? -1) };
}

test('a worker that is started while the process ends is ended too', async () => {
  const { child, group } = await leader(
    `${forever} process.on('SIGINT', () => { ${worker} setTimeout(() => process.exit(), 300); });`,
  );
  await endProcess(child.pid ?? -1, []);
  expect(child.signalCode).toBeNull();
  expect(await group()).toEqual([]);
});

test('workers of a process that broke before are ended', async () => {
  const { child, group } = await leader(worker);
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
  expect(await group()).toHaveLength(1);
  await endProcess(child.pid ?? -1, []);
  expect(await group()).toEqual([]);
});

test('a process of another group is ended where it was known before, and any other is let alone', async () => {
  const { child } = await leader(worker.replace('stdio:', 'detached: true, stdio:'));
  const known = await processTree(child.pid ?? -1);
  expect(known).toHaveLength(1);
  const stranger = await leader(forever);
  await endProcess(child.pid ?? -1, known);
  expect(await livingProcesses(known)).toEqual([]);
  expect(stranger.child.exitCode).toBeNull();
  expect(stranger.child.signalCode).toBeNull();
  await endProcess(stranger.child.pid ?? -1, []);
});

test('a process and its workers are ended when the pipe from whoever started it breaks', async () => {
  const { child, group } = await leader(`${forever} ${worker}`);
  const script = join(projectRoot, 'local/stack/end-with-parent.ts');
  const guard = spawn(process.execPath, [script, String(child.pid)], { stdio: ['pipe', 'ignore', 'inherit'] });
  const [ended, dismissed] = [once(child, 'exit'), once(guard, 'exit')];
  guard.stdin.write('\n');
  guard.stdin.destroy();
  await Promise.all([ended, dismissed]);
  expect(guard.exitCode).toBe(0);
  expect(await group()).toEqual([]);
});
