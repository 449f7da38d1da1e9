// Ends a process and everything that it started.
import { setTimeout as after } from 'node:timers/promises';
import { type ProcessId, processTree } from './process-tree.ts';

/** What the emulators hold is thrown away, so it matters more that they end soon than that they end well. */
const graceMilliseconds = 5_000;
/** A killed process is gone within milliseconds; one that hangs in the kernel is not waited for. */
const killMilliseconds = 5_000;
const pollMilliseconds = 50;

/**
 * Asks a process that leads its own group to end (SIGINT), and kills what is left after 5 s. Resolves when it and all
 * that it started are gone, at once where they were before. firebase-tools starts its JVMs in groups of their own, so
 * they outlive it where it is killed: `known` are descendants that were seen while it was well. It also starts function
 * workers while it already ends, or leaves them when it breaks: those stay in its group.
 */
export async function endProcess(pid: number, known: readonly ProcessId[]): Promise<void> {
  const started = [...known, ...(await processTree(pid))];
  const [root] = await living((process) => process.pid === pid);
  if (root) {
    signal(pid, 'SIGINT');
    // One that was asked while it was starting goes on starting others for a while, and then leaves them.
    await untilGone([root], graceMilliseconds, async () => started.push(...(await processTree(pid))));
    await kill([root]);
  }
  // Only now can nothing more join the group.
  started.push(...(await processTree(pid)));
  await kill(started);
}

async function kill(processes: readonly ProcessId[]): Promise<void> {
  const left = await living((process) => processes.some((wanted) => isSame(process, wanted)));
  for (const { pid } of left) signal(pid, 'SIGKILL');
  if (left.length > 0) await untilGone(left, killMilliseconds);
}

async function untilGone(
  processes: readonly ProcessId[],
  milliseconds: number,
  meanwhile?: () => Promise<unknown>,
): Promise<void> {
  const giveUpAt = performance.now() + milliseconds;
  while (performance.now() < giveUpAt) {
    await meanwhile?.();
    const left = await living((process) => processes.some((wanted) => isSame(process, wanted)));
    if (left.length === 0) return;
    await after(pollMilliseconds);
  }
}

async function living(wanted: (process: ProcessId) => boolean): Promise<ProcessId[]> {
  return (await processTree(0)).filter(wanted);
}

/** A process id may have been given to another process since; its beginning tells. */
function isSame(one: ProcessId, other: ProcessId): boolean {
  return one.pid === other.pid && one.startedAt === other.startedAt;
}

function signal(pid: number, name: 'SIGINT' | 'SIGKILL'): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself in the meantime.
  }
}
