// A process that ends another one when whoever started both is gone, however that went.
import { endProcess } from './end-process.ts';
import { type ProcessId, processTree } from './process-tree.ts';

/** While the process starts others; what breaks in between leaves at most what was started in this time. */
const lookMilliseconds = 500;

// Standard input is a pipe from the parent, which the system closes when the parent is gone: also when it was killed and
// could do nothing. A line on it says that the process has started what it will. The process itself may break with the
// parent, because nobody reads what it writes: then what it has started can be found only where it was seen before.
const pid = Number(process.argv[2]);
const known: ProcessId[] = [];
const look = async () => known.push(...(await processTree(pid)));
const looking = setInterval(look, lookMilliseconds);
process.stdin.once('data', () => {
  clearInterval(looking);
  void look();
});
process.stdin.once('close', async () => {
  clearInterval(looking);
  await endProcess(pid, known);
});
