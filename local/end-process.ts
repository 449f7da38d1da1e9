// Ends a process and everything that it started.
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import { type ProcessId, processTree } from './process-tree.ts';

/** What the emulators hold is thrown away, so it matters more that they end soon than that they end well. */
const graceMilliseconds = 5_000;
/** A killed process is gone within milliseconds; one that hangs in the kernel is not waited for. */
const killMilliseconds = 5_000;
const pollMilliseconds = 50;

/**
 * Asks a process that leads its own group to end (SIGINT), and kills what is left after 5 s. Resolves when it and all
 * that it started are gone. firebase-tools starts its JVMs in groups of their own, so they outlive it where it is killed:
 * `known` are descendants that were seen while it was well. It also starts function workers while it already ends, or
 * leaves them when it breaks: those stay in its group.
 */
export async function endProcess(child: ChildProcess, known: readonly ProcessId[]): Promise<void> {
  if (child.pid === undefined) return;
  const descendants = [...known, ...(await processTree(child.pid))];
  if (child.exitCode === null && child.signalCode === null) {
    const exited = once(child, 'exit').then(() => true);
    child.kill('SIGINT');
    if (!(await Promise.race([exited, after(graceMilliseconds, false, { ref: false })]))) {
      descendants.push(...(await processTree(child.pid)));
      child.kill('SIGKILL');
      await exited;
    }
  }
  // Only now can nothing more join the group.
  descendants.push(...(await processTree(child.pid)));
  await killAll(descendants);
}

async function killAll(processes: ProcessId[]): Promise<void> {
  const giveUpAt = performance.now() + killMilliseconds;
  for (;;) {
    const living = await livingOf(processes);
    if (living.length === 0 || performance.now() > giveUpAt) return;
    for (const { pid } of living) kill(pid);
    await after(pollMilliseconds);
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}

/** A process id may have been given to another process since; its beginning tells. */
async function livingOf(processes: ProcessId[]): Promise<ProcessId[]> {
  const all = new Map((await processTree(0)).map(({ pid, startedAt }) => [pid, startedAt]));
  return processes.filter(({ pid, startedAt }) => all.get(pid) === startedAt);
}
