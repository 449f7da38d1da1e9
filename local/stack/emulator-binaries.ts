// Where the Firestore and Pub/Sub emulators come from: firebase-tools' own cache, or the Google Cloud CLI.
import { chmod, glob, mkdir, realpath, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { launcherJar } from './launcher-jar.ts';

/**
 * Environment that names the emulators' binaries to firebase-tools, written into `folder`. What is found in neither
 * place is left out: firebase-tools then downloads it.
 *
 * Pub/Sub is always started through a launcher of ours: where it ends slowly, firebase-tools kills every process of the
 * machine whose command line holds `pubsub-emulator`, also those of another stack; ours does not hold it.
 */
export async function emulatorBinaries(folder: string): Promise<Record<string, string>> {
  const cache = process.env.FIREBASE_EMULATORS_PATH ?? join(homedir(), '.cache', 'firebase', 'emulators');
  const cloudCli = await cloudCliRoot();
  const cachedFirestore = await newest(join(cache, 'cloud-firestore-emulator-v*.jar'));
  const firestore = await newest(join(cloudCli, 'platform/cloud-firestore-emulator/cloud-firestore-emulator.jar'));
  const pubsub =
    (await newest(join(cache, 'pubsub-emulator-*/pubsub-emulator/lib/cloud-pubsub-emulator-*-all.jar'))) ??
    (await newest(join(cloudCli, 'platform/pubsub-emulator/lib/cloud-pubsub-emulator-*-all.jar')));
  await mkdir(folder, { recursive: true });
  const runnable = cachedFirestore ?? (firestore && (await firestoreLauncher(folder, firestore)));
  return {
    ...(runnable && { FIRESTORE_EMULATOR_BINARY_PATH: runnable }),
    ...(pubsub && { PUBSUB_EMULATOR_BINARY_PATH: await pubsubLauncher(folder, pubsub) }),
  };
}

async function firestoreLauncher(folder: string, jar: string): Promise<string> {
  const path = join(folder, 'firestore.jar');
  await writeFile(path, launcherJar('com.google.cloud.datastore.emulator.firestore.CloudFirestore', jar));
  return path;
}

async function pubsubLauncher(folder: string, jar: string): Promise<string> {
  const [path, launcher] = [join(folder, 'pubsub'), join(folder, 'pubsub.jar')];
  await writeFile(launcher, launcherJar('com.google.cloud.pubsub.testing.v1.Main', jar));
  await writeFile(path, `#!/bin/sh\nexec java -jar '${launcher.replaceAll("'", `'\\''`)}' "$@"\n`);
  await chmod(path, 0o755);
  return path;
}

async function newest(pattern: string): Promise<string | undefined> {
  const found: string[] = [];
  for await (const path of glob(pattern)) found.push(path);
  return found.sort(new Intl.Collator('en', { numeric: true }).compare).at(-1);
}

/** The Google Cloud CLI's own folder; one that does not exist where it is not installed. */
async function cloudCliRoot(): Promise<string> {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const binary = await realpath(join(folder, 'gcloud')).catch(() => undefined);
    if (binary) return dirname(dirname(binary));
  }
  return join(homedir(), 'google-cloud-sdk');
}
