// `npm run check`: format, lint, types, dead code, drift. Exits 0 only when every step passes.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type CheckStep, checkSteps } from './check-steps.ts';
import { projectRoot } from './project-root.ts';
import { runCommand } from './run-command.ts';

type Result = { ok: boolean; output: string; seconds: string };

await runCommand(async () => {
  const steps = checkSteps.filter(({ needs }) => needs === undefined || existsSync(join(projectRoot, needs)));
  const results = await Promise.all(
    steps.map(async (step) => {
      const result = await runStep(step);
      console.log(`${result.ok ? 'passed' : 'FAILED'}  ${step.name} (${result.seconds} s)`);
      return { ...result, name: step.name };
    }),
  );
  const failed = results.filter(({ ok }) => !ok);
  for (const { name, output } of failed) console.error(`\n── ${name}\n${output.trim()}`);
  return failed.length === 0 ? 0 : 1;
});

function runStep({ command: [program, ...args] }: CheckStep): Promise<Result> {
  const started = performance.now();
  const path = [join(projectRoot, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  return new Promise((resolve) => {
    execFile(
      program,
      args,
      { cwd: projectRoot, env: { ...process.env, PATH: path }, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) =>
        resolve({
          ok: error === null,
          output: `${stdout}${stderr}` || (error?.message ?? ''),
          seconds: ((performance.now() - started) / 1000).toFixed(1),
        }),
    );
  });
}
