// Starts the emulators that tests need, on free ports, so that they run beside `npm start`.
import { rm } from 'node:fs/promises';
import { emulatorEnv } from '../../local/emulator-env.ts';
import { startEmulators } from '../../local/emulators.ts';
import { freePorts } from '../../local/free-ports.ts';

/**
 * Vitest's global set-up: names the emulators to all test processes by the environment that the Firebase SDKs read. A
 * test file takes a project id of its own, so files do not meet.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const ports = await freePorts();
  const emulators = await startEmulators({
    projectId: `demo-stepladder-test-${process.pid}`,
    ports,
    only: ['auth', 'firestore', 'pubsub'],
  });
  Object.assign(process.env, emulatorEnv(ports));
  return async () => {
    await emulators.close();
    await rm(emulators.folder, { recursive: true, force: true });
  };
}
