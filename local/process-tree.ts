// The processes that a process started, and those that they started.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** A process id and the second at which it began: together they name one process for good. */
export type ProcessId = { pid: number; startedAt: string };

/** Every living descendant of a process; empty where `ps` cannot tell. */
export async function processTree(rootPid: number): Promise<ProcessId[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,lstart=']).catch(() => ({ stdout: '' }));
  const rows = stdout.split('\n').flatMap((line) => {
    const match = /^\s*(\d+)\s+(\d+)\s+(.+)$/.exec(line);
    return match ? [{ pid: Number(match[1]), parent: Number(match[2]), startedAt: match[3] ?? '' }] : [];
  });
  const found: ProcessId[] = [];
  const parents = new Set([rootPid]);
  // A child may be listed before its parent, so the list is walked until nothing new is found.
  for (let size = 0; size < parents.size; ) {
    size = parents.size;
    for (const { pid, parent, startedAt } of rows) {
      if (!parents.has(parent) || parents.has(pid)) continue;
      parents.add(pid);
      found.push({ pid, startedAt });
    }
  }
  return found;
}
