// Runs a command of `local/` as npm does, in a process of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../local/project-root.ts';

export type Command = {
  child: ChildProcess;
  /** What it has printed so far. */
  output: { out: string; err: string };
  /** Resolves when it has printed what this matches; rejects with all that it printed where it ends before. */
  prints(pattern: RegExp): Promise<void>;
  /** Resolves with its exit code when it is gone; null where a signal ended it. */
  ended: Promise<number | null>;
};

/** `node local/<name>.ts`; it takes nothing from the test's environment but where programs are. */
export function aCommand([name, ...args]: [string, ...string[]], env: Record<string, string>): Command {
  const { PATH, HOME, JAVA_HOME } = process.env;
  const child = spawn(process.execPath, [join(projectRoot, `local/${name}.ts`), ...args], {
    // Under npm a command ends when who started it is gone: also where the test is killed.
    env: { PATH, HOME, JAVA_HOME, npm_lifecycle_event: name, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output.err += text;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const prints = (pattern: RegExp) =>
    new Promise<void>((resolve, reject) => {
      const look = () => pattern.test(output.out) && resolve();
      child.stdout.on('data', look);
      look();
      void ended.then((code) => reject(new Error(`It ended with ${code}: ${output.out}${output.err}`)));
    });
  return { child, output, prints, ended };
}
