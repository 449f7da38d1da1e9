// A release: a folder with all that a deploy uploads, which can be deployed again as it is.
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LocalError } from '../local-error.ts';
import { packFunctions } from './pack-functions.ts';

type Firebase = {
  functions: { codebase: string; runtime: string }[];
  firestore: object;
  hosting: Record<string, unknown>;
};

/** All that the platform needs of the functions. */
const uploaded = ['build', 'package-lock.json', 'package.json'];

/**
 * Makes the folder `build/releases/<name>` from what is built: the functions as firebase-tools would upload them, the
 * page, rules and indexes, and a firebase.json that names these and builds nothing. Parameters and secrets stay out.
 * Either all of it stands there afterwards, or nothing. Throws a LocalError where more or less would be
 * uploaded than the platform needs.
 */
export async function makeRelease(root: string, name: string): Promise<void> {
  const releases = join(root, 'build/releases');
  const unfinished = join(releases, `.${name}`);
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  const config: Firebase = JSON.parse(await readFile(join(root, 'firebase.json'), 'utf8'));
  await packFunctions(root, join(unfinished, 'functions'));
  const entries = await readdir(join(unfinished, 'functions'));
  const stray = entries.find((entry) => !uploaded.includes(entry));
  if (stray !== undefined)
    throw new LocalError(`${stray} would be uploaded: move it away, or name it in firebase.json's functions.ignore.`);
  const missing = uploaded.find((entry) => !entries.includes(entry));
  if (missing !== undefined)
    throw new LocalError(
      `${missing} would not be uploaded: is the project in a folder named build? Give it another name.`,
    );
  // Where it is found, firebase-tools does not ask the code for its functions, so a release needs no packages.
  await cp(join(root, 'build/functions.yaml'), join(unfinished, 'functions/functions.yaml'));
  await cp(join(root, 'build/web'), join(unfinished, 'web'), { recursive: true });
  for (const file of ['firestore.rules', 'firestore.indexes.json']) await cp(join(root, file), join(unfinished, file));
  await writeFile(join(unfinished, 'firebase.json'), JSON.stringify(released(config), null, 2));
  await rename(unfinished, join(releases, name));
}

function released({ functions, firestore, hosting }: Firebase): object {
  const ignore = ['.*', '*.log', 'node_modules', 'functions.yaml'];
  return {
    functions: functions.map(({ codebase, runtime }) => ({ source: 'functions', codebase, runtime, ignore })),
    firestore,
    hosting: { ...hosting, public: 'web' },
  };
}
