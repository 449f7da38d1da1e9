// `npm run weekly`: fires the weekly schedule in the running stack. Exits 0 only when the run is done.

import { runCommand } from './run-command.ts';
import { commandStack } from './stack/command-stack.ts';
import { progress } from './stack/progress.ts';
import { weekArgument } from './stack/week-argument.ts';

await runCommand(async () => {
  const week = weekArgument(process.argv.slice(2));
  const { runWeek } = await import('./stack/run-week.ts');
  const run = await runWeek({ ...commandStack(process.env), week, progress: progress(process.stderr) });
  for (const notice of run.notices) console.log(`Notice: ${notice}`);
  console.log(run.line);
  if (run.state === 'done') return 0;
  console.error(`The run is ${run.state.toUpperCase()}: ${run.reason ?? 'no reason was given'}`);
  return 1;
});
