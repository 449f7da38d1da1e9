// `npm run test:soak -- --schedules 1000`: weeks under random troubles, each with a seed that brings it back.
import { randomInt } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { LocalError } from '../../local/local-error.ts';
import { runCommand } from '../../local/run-command.ts';
import { emulatorEnv } from '../../local/stack/emulator-env.ts';
import { startEmulators } from '../../local/stack/emulators.ts';
import { freePorts } from '../../local/stack/free-ports.ts';
import { inParallel } from '../kit/in-parallel.ts';
import { knownHouse } from './known-house.ts';
import { schedule } from './schedule.ts';
import { scheduleReport } from './schedule-report.ts';

/** A schedule mostly waits for the emulator. */
const width = 3;

/** How often it says how far it is. */
const progressEvery = 50;

await runCommand(async () => {
  const wanted = readArguments(process.argv.slice(2));
  const emulator = await openEmulator();
  return soak(wanted).finally(() => emulator.close());
});

async function soak({ seeds, tells }: Wanted): Promise<number> {
  const { base, learnerIds } = await knownHouse();
  let ended = 0;
  const failed: number[] = [];
  await inParallel(seeds, width, async (seed) => {
    const run = await schedule(seed, base, learnerIds);
    ended += 1;
    if (run.broken.length > 0) failed.push(seed);
    if (run.broken.length > 0 || tells) console.log(scheduleReport(run));
    if (ended % progressEvery === 0) console.log(`${ended} of ${seeds.length} schedules, ${failed.length} failed`);
  });
  console.log(`${ended} schedules from seed ${seeds[0]} on, ${failed.length} failed: ${failed.join(' ') || 'none'}`);
  return failed.length > 0 ? 1 : 0;
}

/** `tells`: also what happened in a week that went well. */
type Wanted = { seeds: number[]; tells: boolean };

/** `--seed` runs one week again; else `--schedules` says how many new ones, 1,000 by default. */
function readArguments(args: string[]): Wanted {
  const { seed, schedules } = parsed(args);
  if (seed !== undefined) return { seeds: [whole(seed)], tells: true };
  const first = randomInt(2 ** 31);
  return { seeds: Array.from({ length: whole(schedules ?? '1000') }, (_, at) => first + at), tells: false };
}

function parsed(args: string[]): { seed?: string | undefined; schedules?: string | undefined } {
  try {
    return parseArgs({ args, options: { seed: { type: 'string' }, schedules: { type: 'string' } } }).values;
  } catch {
    throw new LocalError('I know no such argument: npm run test:soak -- --schedules 1000, or --seed 1');
  }
}

function whole(text: string): number {
  if (!/^\d{1,10}$/.test(text)) throw new LocalError(`${JSON.stringify(text)} is no whole number.`);
  return Number(text);
}

/** One that the environment names, else one of its own. */
async function openEmulator(): Promise<{ close(): Promise<void> }> {
  if (process.env.FIRESTORE_EMULATOR_HOST !== undefined) return { close: async () => undefined };
  const ports = await freePorts();
  const started = await startEmulators({
    projectId: `demo-stepladder-soak-${process.pid}`,
    ports,
    only: ['firestore'],
  });
  Object.assign(process.env, emulatorEnv(ports));
  return {
    async close() {
      await started.close();
      await rm(started.folder, { recursive: true, force: true });
    },
  };
}
