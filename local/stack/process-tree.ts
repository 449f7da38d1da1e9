// The processes that a process started, and those that they started.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** A process id and the second at which it began: together they name one process for good. */
export type ProcessId = { pid: number; startedAt: string };

/**
 * Every living descendant of a process, and everyone of the process group that it leads: those are found also when it is
 * gone and they belong to nobody. 0 for all of the machine. Empty where `ps` cannot tell.
 */
export async function processTree(rootPid: number): Promise<ProcessId[]> {
  const rows = await processes();
  const found: ProcessId[] = [];
  const parents = new Set([rootPid]);
  // A child may be listed before its parent, so the list is walked until nothing new is found.
  for (let size = 0; size < parents.size; ) {
    size = parents.size;
    for (const { pid, parent, group, startedAt } of rows) {
      if (parents.has(pid) || !(parents.has(parent) || group === rootPid)) continue;
      parents.add(pid);
      found.push({ pid, startedAt });
    }
  }
  return found;
}

type Row = ProcessId & { parent: number; group: number };

async function processes(): Promise<Row[]> {
  // Each column by an option of its own: some systems take all after the first `=` for that column's heading.
  const columns = ['pid=', 'ppid=', 'pgid=', 'stat=', 'lstart='].flatMap((column) => ['-o', column]);
  const { stdout } = await promisify(execFile)('ps', ['-A', ...columns]).catch(() => ({ stdout: '' }));
  return stdout.split('\n').flatMap((line) => {
    const match = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(.+)$/.exec(line);
    // A zombie has ended; only its parent has not asked how.
    if (!match || match[4]?.startsWith('Z')) return [];
    const [pid, parent, group] = [Number(match[1]), Number(match[2]), Number(match[3])];
    return [{ pid, parent, group, startedAt: match[5] ?? '' }];
  });
}
