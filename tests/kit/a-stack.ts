// A whole local stack for a test file, on free ports and under a project id of its own.
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { freePorts } from '../../local/stack/free-ports.ts';
import { type ProcessId, processTree } from '../../local/stack/process-tree.ts';
import { type Stack, startStack } from '../../local/stack/stack.ts';

export type TestStack = Stack & {
  /** What its emulators and functions have said so far, in every file that they write. */
  readLogs(): Promise<string>;
  /** All processes that it has now. */
  processes(): Promise<ProcessId[]>;
};

const logFiles = ['emulators.log', 'firebase-debug.log', 'firestore-debug.log', 'pubsub-debug.log'];

/** `close` also removes its folder, and with it the logs. */
export async function aStack(name: string): Promise<TestStack> {
  // What the test runner sets for itself would make Express print no error.
  delete process.env.NODE_ENV;
  const before = new Set((await processTree(process.pid)).map(({ pid }) => pid));
  const stack = await startStack({
    projectId: `demo-stepladder-test-${name}-${process.pid}`,
    ports: await freePorts(),
    onProgress: () => undefined,
    asked: new AbortController().signal,
  });
  const { folder } = stack.emulators;
  return {
    ...stack,
    async readLogs() {
      const texts = await Promise.all(logFiles.map((file) => readFile(join(folder, file), 'utf8').catch(() => '')));
      return texts.join('\n');
    },
    processes: async () => (await processTree(process.pid)).filter(({ pid }) => !before.has(pid)),
    async close() {
      await stack.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
