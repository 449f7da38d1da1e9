// Whether a large run takes more memory than a small one, and more time than its size.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { judged } from '../report/judged.ts';
import type { Row } from '../report/row.ts';
import type { RunFigures } from './memory-run.ts';
import type { Sizes } from './sizes.ts';
import type { StandIn } from './start-stand-in.ts';

/** Three eighths of what the function has (1 GiB). */
const mebibytesMax = 384;
/**
 * The heap that Node gives itself where it has 1 GiB: half of it. On a machine with more it would take more before it
 * collects any, whatever it does: a bare loop of SES calls then peaks as high as a whole run (measured: 385 MiB).
 */
const heapOfTheFunction = '--max-old-space-size=512';

/** Each in a process of its own: what one has used would count for the other. */
export async function memoryRows(standIn: StandIn, { small, large }: Sizes): Promise<Row[]> {
  await standIn.order({ ratePerSecond: 1_000_000, latencyMilliseconds: [0, 0] });
  const few = await figuresOf(standIn.origin, small);
  const many = await figuresOf(standIn.origin, large);
  const memory = { unit: 'MiB', value: many.peakMebibytes, baseline: few.peakMebibytes, spread: null };
  const ratio = many.peakMebibytes / few.peakMebibytes;
  const [timeOfMany, timeOfFew] = [many.seconds / large, few.seconds / small].map((seconds) => seconds * 1_000);
  const time = { unit: 'ms', value: timeOfMany ?? Number.NaN, baseline: timeOfFew ?? Number.NaN, spread: null };
  const name = `at ${large} learners, by ${small}`;
  return [
    judged({ name: `peak memory ${name}`, ...memory, ratio }, { of: 'ratio', is: '<=', bound: 1.1 }),
    judged(
      { name: `peak memory at ${large} learners`, ...memory, ratio },
      { of: 'value', is: '<=', bound: mebibytesMax },
    ),
    judged(
      { name: `time of a mail ${name}`, ...time, ratio: time.value / time.baseline },
      { of: 'ratio', is: '<=', bound: 1.1 },
    ),
  ];
}

async function figuresOf(origin: string, learners: number): Promise<RunFigures> {
  const script = fileURLToPath(new URL('./memory-run.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [heapOfTheFunction, script, origin, String(learners)]);
  return JSON.parse(stdout) as RunFigures;
}
