// All that a deploy reaches outside its own memory: programs, the network, time. Tests pass a recording double.
import { execFile } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export type Ran = { code: number; output: string };

export type Outside = {
  /** The project's folder: where parameters, reports and releases lie. */
  root: string;
  /** Runs a program to its end, or to the end of its time; its output is stdout and stderr together. */
  run(program: string, args: readonly string[], options: { folder: string; timeoutMinutes: number }): Promise<Ran>;
  fetch(url: string, init?: RequestInit): Promise<Response>;
  /** An access token of the caller's Google account; rejects where there is none. */
  token(): Promise<string>;
  now(): Date;
  wait(seconds: number): Promise<void>;
  print(line: string): void;
};

/** The real one. */
export function realOutside(root: string): Outside {
  return {
    root,
    run: (program, args, { folder, timeoutMinutes }) =>
      new Promise((resolve) => {
        const path = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
        // By its file: what npm links it as is no program everywhere.
        const own = { node: [], firebase: [join(root, 'node_modules/firebase-tools/lib/bin/firebase.js')] }[program];
        execFile(
          own ? process.execPath : program,
          [...(own ?? []), ...args],
          {
            cwd: folder,
            env: { ...process.env, PATH: path, NO_UPDATE_NOTIFIER: '1' },
            timeout: timeoutMinutes * 60_000,
            maxBuffer: 64 * 1024 * 1024,
          },
          (error, stdout, stderr) => {
            const output = `${stdout}${stderr}`;
            if (!error) return resolve({ code: 0, output });
            const late = error.killed ? `\nError: it did not end within ${timeoutMinutes} minutes` : '';
            resolve({
              code: typeof error.code === 'number' ? error.code : 1,
              output: `${output || error.message}${late}`,
            });
          },
        );
      }),
    fetch: (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(30_000) }),
    token: async () => (await import('../project/google-token.ts')).googleToken(),
    now: () => new Date(),
    wait: (seconds) => wait(seconds * 1000),
    print: (line) => console.log(line),
  };
}
