// Which of some processes are alive.
import { type ProcessId, processTree } from '../../local/stack/process-tree.ts';

export async function livingProcesses(processes: readonly ProcessId[]): Promise<ProcessId[]> {
  const all = new Map((await processTree(0)).map(({ pid, startedAt }) => [pid, startedAt]));
  return processes.filter(({ pid, startedAt }) => all.get(pid) === startedAt);
}
