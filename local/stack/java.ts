// Finds a JDK that is new enough for the Firebase emulators.
import { execFile } from 'node:child_process';
import { readdir, readFile, realpath } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { LocalError } from '../local-error.ts';
import { javaMajor } from './java-major.ts';

/** firebase-tools 15 refuses an older one. */
const javaMajorMin = 21;
/** Where distributions put their JDKs. */
const jvmFolders = ['/usr/lib/jvm'];

export type Java = { home: string; major: number };

/**
 * The first JDK of at least release 21: `JAVA_HOME`, then the `java` in `PATH`, then the newest of the distribution's
 * folder. Throws a LocalError where there is none.
 */
export async function findJava(env: NodeJS.ProcessEnv, folders: readonly string[] = jvmFolders): Promise<Java> {
  const seen: number[] = [];
  for (const candidates of [homeOf(env), onPath(env), installed(folders)]) {
    const newestFirst = (await javasIn(await candidates())).sort((a, b) => b.major - a.major);
    const [newest] = newestFirst;
    if (newest && newest.major >= javaMajorMin) return newest;
    seen.push(...newestFirst.map(({ major }) => major));
  }
  const found = seen.length > 0 ? `only found Java ${[...new Set(seen)].join(' and ')}` : 'found no Java';
  throw new LocalError(
    `The Firebase emulators need Java ${javaMajorMin} or later, and I ${found}: install a JDK (such as Temurin 25) or set JAVA_HOME to one.`,
  );
}

const homeOf = (env: NodeJS.ProcessEnv) => async () => (env.JAVA_HOME ? [env.JAVA_HOME] : []);

const onPath = (env: NodeJS.ProcessEnv) => async () => {
  for (const folder of (env.PATH ?? '').split(delimiter)) {
    const binary = await realpath(join(folder, 'java')).catch(() => undefined);
    if (binary) return [dirname(dirname(binary))];
  }
  return [];
};

const installed = (folders: readonly string[]) => async () => {
  const found = await Promise.all(
    folders.map(async (folder) => (await readdir(folder).catch(() => [])).map((name) => join(folder, name))),
  );
  return found.flat();
};

async function javasIn(homes: string[]): Promise<Java[]> {
  const javas = await Promise.all(
    homes.map(async (home) => {
      const text = await readFile(join(home, 'release'), 'utf8').catch(() => versionText(home));
      return { home, major: javaMajor(text) ?? 0 };
    }),
  );
  return javas.filter(({ major }) => major > 0);
}

async function versionText(home: string): Promise<string> {
  try {
    const { stderr } = await promisify(execFile)(join(home, 'bin', 'java'), ['-version']);
    return stderr;
  } catch {
    return ''; // No JDK lies there.
  }
}
