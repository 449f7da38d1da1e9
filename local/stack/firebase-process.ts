// One process of firebase-tools with some emulators of a stack.
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { aborted } from '../aborted.ts';
import { LocalError } from '../local-error.ts';
import { projectRoot } from '../project-root.ts';
import { type EmulatorLog, emulatorLog } from './emulator-log.ts';
import { endProcess } from './end-process.ts';
import { processTree } from './process-tree.ts';

export type FirebaseOptions = {
  projectId: string;
  /** Holds firebase.json; the logs come there too. */
  folder: string;
  only: string[];
  javaHome: string;
  env: NodeJS.ProcessEnv;
  /** Aborted where the emulators are no longer wanted. */
  asked?: AbortSignal | undefined;
};

export type FirebaseProcess = {
  /** Resolves when it ends, asked or not, with its last words. */
  ended: Promise<string>;
  /** Resolves when it and all that it started are gone. */
  close(): Promise<void>;
};

/** Resolves when the emulators answer. Throws a LocalError with its last words where they do not; then it is gone. */
export async function firebaseProcess({ folder, asked, ...options }: FirebaseOptions): Promise<FirebaseProcess> {
  const firebase = join(projectRoot, 'node_modules/firebase-tools/lib/bin/firebase.js');
  const args = ['emulators:start', '--project', options.projectId, '--only', options.only.join(',')];
  const child = spawn(process.execPath, [firebase, ...args, '--config', 'firebase.json'], {
    cwd: folder,
    env: { ...process.env, ...quiet(folder), PATH: searchPath(options.javaHome), ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Of its own group: Ctrl+C in the terminal would reach it beside our own signal, and two make it leave its JVMs.
    detached: true,
  });
  const log = emulatorLog(child, join(folder, 'emulators.log'));
  const guard = child.pid === undefined ? undefined : guardOf(child.pid);
  const failure = await failureOf(log, asked);
  const known = child.pid === undefined ? [] : await processTree(child.pid);
  guard?.settle();
  const close = async () => {
    if (child.pid !== undefined) await endProcess(child.pid, known);
    await guard?.dismiss();
  };
  if (failure === undefined) return { ended: log.ended, close };
  await close();
  throw new LocalError(`The Firebase emulators did not start: ${failure}`);
}

/** Ends the process also where this one is killed: what a test runner or a terminal stops gets no chance to do it. */
function guardOf(pid: number): { settle(): void; dismiss(): Promise<void> } {
  const guard = spawn(process.execPath, [join(projectRoot, 'local/stack/end-with-parent.ts'), String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  const gone = new Promise<void>((resolve) => {
    guard.once('error', () => resolve());
    guard.once('exit', () => resolve());
  });
  // It may be gone before us; then there is nothing to tell it.
  guard.stdin.on('error', () => undefined);
  return {
    settle: () => guard.stdin.write('\n'),
    async dismiss() {
      guard.stdin.end();
      await gone;
    },
  };
}

function failureOf({ ready, ended }: EmulatorLog, asked: AbortSignal | undefined): Promise<string | undefined> {
  const unwanted = asked ? [aborted(asked).then(() => 'they were asked to end')] : [];
  return Promise.race([ready, ended, ...unwanted]);
}

/** No question, no look-up on the network, nothing of this machine's user, and JVMs that start fast rather than run fast. */
function quiet(folder: string): NodeJS.ProcessEnv {
  return {
    CI: 'true',
    METADATA_SERVER_DETECTION: 'none',
    NO_UPDATE_NOTIFIER: '1',
    XDG_CONFIG_HOME: join(folder, 'config'),
    NODE_COMPILE_CACHE: join(projectRoot, '.stack', 'compile-cache'),
    JDK_JAVA_OPTIONS: '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC',
  };
}

function searchPath(javaHome: string): string {
  return [join(javaHome, 'bin'), join(projectRoot, 'node_modules/.bin'), process.env.PATH ?? ''].join(delimiter);
}
