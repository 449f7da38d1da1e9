// `npm start`: everything locally, and the weekly run once. `-- --no-run` leaves the run out.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { aborted } from './aborted.ts';
import { addressTable } from './address-table.ts';
import { LocalError } from './local-error.ts';
import { projectRoot } from './project-root.ts';
import { runCommand } from './run-command.ts';
import { commandStack } from './stack/command-stack.ts';
import { endSignal } from './stack/end-signal.ts';
import { keepSweeping } from './stack/keep-sweeping.ts';
import { type Progress, progress } from './stack/progress.ts';
import type { Stack } from './stack/stack.ts';
import { startArguments } from './stack/start-arguments.ts';
import { type Stopwatch, stopwatch } from './stopwatch.ts';

enableCompileCache(join(projectRoot, '.stack', 'compile-cache'));

await runCommand(async () => {
  const { run } = startArguments(process.argv.slice(2));
  const asked = endSignal();
  const shown = progress(process.stdout);
  const watch = stopwatch(() => performance.now());
  try {
    await serve({ run, asked, shown, watch });
  } catch (error) {
    if (!asked.aborted) throw error;
  }
  return 0;
});
// A client of the emulators may still wait for one that is gone.
process.exit();

type Serving = { run: boolean; asked: AbortSignal; shown: Progress; watch: Stopwatch };

/** Resolves when the stack was asked to end, and has; rejects where it did not come up, or broke. */
async function serve({ run, asked, shown, watch }: Serving): Promise<void> {
  watch.lap('loading');
  const { projectId, ports } = commandStack(process.env);
  const { startStack } = await import('./stack/stack.ts');
  const onProgress = (name: string) => {
    watch.lap(name);
    shown.begin(`${name} …`);
  };
  const stack = await startStack({ projectId, ports, onProgress, asked });
  try {
    const broken = stack.emulators.ended.then((words) => {
      throw new LocalError(`The emulators ended: ${words} (see .stack/${projectId}/emulators.log)`);
    });
    const ended = aborted(asked);
    await Promise.race([broken, ended, welcome(stack, run, { shown, watch })]);
    void keepSweeping(stack, asked);
    await Promise.race([broken, ended]);
    console.log('Ending every process …');
  } finally {
    shown.end();
    await stack.close();
  }
}

/** Fires the schedule where that is wanted, and says what there is to see. */
async function welcome(stack: Stack, run: boolean, { shown, watch }: Pick<Serving, 'shown' | 'watch'>): Promise<void> {
  watch.lap('weekly run');
  const ended = run ? await runNow(stack, shown) : undefined;
  shown.end();
  console.log(`\n${addressTable(stack)}\n`);
  const { levels, challenges } = stack.content;
  console.log(`The sample content: ${challenges} challenges on ${levels} levels.`);
  if (ended) console.log(ended.line);
  if (ended && ended.state !== 'done') {
    console.error(`The weekly run is ${ended.state.toUpperCase()}: ${ended.reason ?? 'no reason was given'}`);
    return;
  }
  console.log(`Ready after ${watch.summary()}. End it with Ctrl+C.`);
}

async function runNow(stack: Stack, shown: Progress) {
  const { runWeek } = await import('./stack/run-week.ts');
  return runWeek({ ...stack, week: undefined, progress: shown });
}
