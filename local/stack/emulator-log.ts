// What one run of the emulators says, kept in a file and watched for what decides.
import type { ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { lastWords } from './last-words.ts';

export type EmulatorLog = {
  /** Resolves when all emulators answer; with last words where the functions do not load. */
  ready: Promise<string | undefined>;
  /** Resolves with the last words when the process has ended and the file is written. */
  ended: Promise<string>;
};

/** Writes all that a process says to a file. */
export function emulatorLog(child: ChildProcess, path: string): EmulatorLog {
  const file = createWriteStream(path);
  const ready = Promise.withResolvers<string | undefined>();
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.pipe(file, { end: false });
    stream?.on('data', (chunk: Buffer) => {
      text = (text + chunk.toString()).slice(-20_000);
      if (text.includes('Failed to load function definition')) ready.resolve(lastWords(text));
      else if (text.includes('All emulators ready!')) ready.resolve(undefined);
    });
  }
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (_code, signal) => file.end(() => resolve(signal ? `killed by ${signal}` : lastWords(text))));
  });
  return { ready: ready.promise, ended };
}
