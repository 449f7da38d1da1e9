// Starts the emulators that tests need, on free ports, so that they run beside `npm start`.
import { rm } from 'node:fs/promises';
import { emulatorEnv } from '../../local/stack/emulator-env.ts';
import { startEmulators } from '../../local/stack/emulators.ts';
import { freePorts } from '../../local/stack/free-ports.ts';

/**
 * Vitest's global set-up: names the emulators to all test processes by the environment that the Firebase SDKs read. A
 * test file takes a project id of its own, so files do not meet; but the Auth emulator makes the tokens of browsers for
 * one project only, TEST_AUTH_PROJECT.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const ports = await freePorts();
  const projectId = `demo-stepladder-test-${process.pid}`;
  const emulators = await startEmulators({
    projectId,
    ports,
    only: ['auth', 'firestore', 'pubsub'],
  });
  Object.assign(process.env, emulatorEnv(ports), { TEST_AUTH_PROJECT: projectId });
  return async () => {
    await emulators.close();
    await rm(emulators.folder, { recursive: true, force: true });
  };
}
