// The worker's process, as the test that starts, feeds and ends it sees it.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Job, JobEnd } from './sigkill-worker.ts';

export type WorkerProcess = {
  /** Does a job; null where the process was killed in it. Throws where it ended otherwise. */
  run(job: Job): Promise<JobEnd | null>;
  /** Kills it from outside, whatever it is at. */
  kill(): void;
  close(): Promise<void>;
};

const file = fileURLToPath(new URL('./sigkill-worker.ts', import.meta.url));

/** Resolves when the process has loaded all that it needs. */
export async function workerProcess(): Promise<WorkerProcess> {
  const child = fork(file, { serialization: 'advanced', execArgv: [] });
  const exited = once(child, 'exit');
  const next = () => Promise.race([once(child, 'message').then(([end]) => end as JobEnd), exited.then(() => null)]);
  if ((await next()) === null) throw new Error('The worker did not start.');
  return {
    async run(job) {
      const ended = next();
      child.send(job);
      const end = await ended;
      if (end === null && child.signalCode !== 'SIGKILL') throw new Error(`The worker ended with ${child.exitCode}.`);
      return end;
    },
    kill: () => void child.kill('SIGKILL'),
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.disconnect();
      await exited;
    },
  };
}
