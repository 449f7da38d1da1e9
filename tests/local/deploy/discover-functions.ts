// What firebase-tools reads from a folder of functions.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { localParams } from '../../../local/stack/local-params.ts';
import { fixedPorts } from '../../../local/stack/ports.ts';

const require = createRequire(import.meta.url);

type Endpoint = Record<string, unknown> & { secretEnvironmentVariables?: { key: string }[] };
type Build = { params: { name: string; type: string }[] };
type Discovery = { yamlToBuild(parsed: unknown, project: string, region: string, runtime: string): Build };
type Resolver = {
  resolveBackend(options: object): Promise<{ backend: { endpoints: Record<string, Record<string, Endpoint>> } }>;
};
type Defaults = { resolveCpuAndConcurrency(backend: object): void; resolveDefaultTimeout(backend: object): void };

/** The functions and parameters that firebase-tools reads from the folder, by its own code, defaults filled in. */
export async function discoverFunctions(folder: string) {
  const manifest = join(folder, 'manifest.json');
  const env = {
    PATH: process.env.PATH,
    FUNCTIONS_CONTROL_API: 'true',
    FUNCTIONS_MANIFEST_OUTPUT_PATH: manifest,
    GCLOUD_PROJECT: 'demo-upload',
  };
  const sdk = join(folder, 'node_modules/firebase-functions/lib/bin/firebase-functions.js');
  await promisify(execFile)(process.execPath, [sdk, folder], { cwd: folder, env });
  const discovery: Discovery = require('firebase-tools/lib/deploy/functions/runtimes/discovery/index.js');
  const resolver: Resolver = require('firebase-tools/lib/deploy/functions/build.js');
  const defaults: Defaults = require('firebase-tools/lib/deploy/functions/prepare.js');
  const parsed: unknown = JSON.parse(await readFile(manifest, 'utf8'));
  const build = discovery.yamlToBuild(parsed, 'demo-upload', 'us-central1', 'nodejs24');
  const { backend } = await resolver.resolveBackend({
    build,
    firebaseConfig: { projectId: 'demo-upload' },
    userEnvs: { ...localParams(fixedPorts, {}).params, SHOP_TIME_ZONE: 'Asia/Tokyo' },
    codebase: 'default',
    nonInteractive: true,
    // Else it would ask Secret Manager for the secrets.
    isEmulator: true,
  });
  defaults.resolveCpuAndConcurrency(backend);
  defaults.resolveDefaultTimeout(backend);
  const functions = Object.values(backend.endpoints).flatMap((endpoints) => Object.entries(endpoints));
  return {
    functions: Object.fromEntries(functions.map(([name, endpoint]) => [name, summaryOf(endpoint)])),
    parameters: Object.fromEntries(build.params.map(({ name, type }) => [name, type])),
  };
}

const summaryOf = (endpoint: Endpoint) => ({
  trigger: endpoint.httpsTrigger ? 'https' : (endpoint.eventTrigger ?? endpoint.scheduleTrigger),
  runtime: endpoint.runtime,
  region: endpoint.region,
  memoryMiB: endpoint.availableMemoryMb,
  cpu: endpoint.cpu,
  timeoutSeconds: endpoint.timeoutSeconds,
  maxInstances: endpoint.maxInstances,
  minInstances: endpoint.minInstances,
  concurrency: endpoint.concurrency,
  secrets: (endpoint.secretEnvironmentVariables ?? []).map(({ key }) => key).sort(),
});
