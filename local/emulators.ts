// Starts and ends the Firebase emulators of one stack.
import { join } from 'node:path';
import { emulatorBinaries } from './emulator-binaries.ts';
import { type FirebaseProcess, firebaseProcess } from './firebase-process.ts';
import { findJava } from './java.ts';
import { localParams } from './local-params.ts';
import type { Ports } from './ports.ts';
import { projectRoot } from './project-root.ts';
import { stackFolder } from './stack-folder.ts';

export type EmulatorsOptions = {
  /** Begins with `demo-`: firebase-tools then never touches a real project. */
  projectId: string;
  ports: Ports;
  only: ('auth' | 'functions' | 'firestore' | 'pubsub' | 'hosting')[];
  /** Aborted where the emulators are no longer wanted. */
  asked?: AbortSignal | undefined;
};

export type Emulators = FirebaseProcess & {
  /** Everything that they wrote. */
  folder: string;
  /** Environment that leads the Firebase SDKs to these emulators. */
  env: Record<string, string>;
};

/**
 * Resolves when all of them answer and the functions are loaded. Throws a LocalError where they do not come up; then
 * none is left. What they say is in `.stack/<projectId>/emulators.log`.
 */
export async function startEmulators({ projectId, ports, only, asked }: EmulatorsOptions): Promise<Emulators> {
  const [java, binaries, folder] = await Promise.all([
    findJava(process.env),
    emulatorBinaries(join(projectRoot, '.stack')),
    stackFolder(projectId, ports, localParams(ports, process.env)),
  ]);
  const firebase = await firebaseProcess({ projectId, folder, only, javaHome: java.home, env: binaries, asked });
  const address = (port: number) => `127.0.0.1:${port}`;
  return {
    ...firebase,
    folder,
    env: {
      FIRESTORE_EMULATOR_HOST: address(ports.firestore),
      FIREBASE_AUTH_EMULATOR_HOST: address(ports.auth),
      PUBSUB_EMULATOR_HOST: address(ports.pubsub),
      // Google's libraries would look for the metadata server of a cloud machine.
      METADATA_SERVER_DETECTION: 'none',
    },
  };
}
