// Starts and ends the Firebase emulators of one stack.
import { join } from 'node:path';
import { projectRoot } from '../project-root.ts';
import { emulatorBinaries } from './emulator-binaries.ts';
import { type FirebaseProcess, firebaseProcess } from './firebase-process.ts';
import { findJava } from './java.ts';
import { localParams } from './local-params.ts';
import type { Ports } from './ports.ts';
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
  return { ...firebase, folder };
}
