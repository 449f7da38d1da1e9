// Bundles the functions into what is deployed.
import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { LocalError } from './local-error.ts';
import { projectRoot } from './project-root.ts';
import { lastWords } from './stack/last-words.ts';

/**
 * Writes build/functions/index.js and its chunks, and build/functions.yaml. What is imported dynamically stays a chunk
 * of its own, so that an instance loads only the SDKs that it uses. Google's packages stay outside: they load files of
 * their own by path.
 * Throws a LocalError where the sources do not build or load; then what was built before still stands.
 */
export async function buildFunctions(): Promise<void> {
  const outdir = join(projectRoot, 'build', 'functions');
  const { outputFiles } = await build({
    entryPoints: [join(projectRoot, 'functions', 'index.ts')],
    absWorkingDir: projectRoot,
    outdir,
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    sourcemap: 'linked',
    external: ['firebase-functions', 'firebase-admin', '@google-cloud/*'],
    // CommonJS packages in the bundle call `require`, which an ES module does not have.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'warning',
  }).catch(() => {
    throw new LocalError('The functions do not build: the lines above say where.');
  });
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  await Promise.all(outputFiles.map(({ path, contents }) => writeFile(path, contents)));
  await describeFunctions();
}

/** Writes build/functions.yaml: every function with its trigger, as firebase-tools would ask the code for it. */
async function describeFunctions(): Promise<void> {
  const sdk = join(projectRoot, 'node_modules/firebase-functions/lib/bin/firebase-functions.js');
  const env = {
    ...process.env,
    FUNCTIONS_CONTROL_API: 'true',
    FUNCTIONS_MANIFEST_OUTPUT_PATH: join(projectRoot, 'build', 'functions.yaml'),
    GCLOUD_PROJECT: 'demo-stepladder',
  };
  await promisify(execFile)(process.execPath, [sdk, projectRoot], { env }).catch((error: { stderr?: string }) => {
    throw new LocalError(`The functions do not load: ${lastWords(error.stderr ?? '')}`);
  });
}
