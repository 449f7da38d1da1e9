// The folder of one stack: all that its emulators read and write.
import { cp, mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../project-root.ts';
import { allowEmulators } from './allow-emulators.ts';
import type { LocalParams } from './local-params.ts';
import type { Ports } from './ports.ts';

/** What the emulators run, by its name in the stack's folder. */
const mirrored = {
  build: 'build',
  node_modules: 'node_modules',
  'package.json': 'package.json',
  'firestore.rules': 'firestore.rules',
  'firestore.indexes.json': 'firestore.indexes.json',
  // Where it is found, firebase-tools starts no process to ask the code for its functions: that took 3 s.
  'functions.yaml': 'build/functions.yaml',
};

/**
 * Makes `.stack/<projectId>`, which firebase-tools takes for the project: a firebase.json with these ports and a page
 * that may call them, links to what it names, and the parameters and secrets in the files that the functions emulator
 * reads. Both stand beside the functions' source and are the same for every project id there, so stacks that share a
 * folder would share them.
 */
export async function stackFolder(projectId: string, ports: Ports, { params, secrets }: LocalParams): Promise<string> {
  const folder = join(projectRoot, '.stack', projectId);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const config = JSON.parse(allowEmulators(await readFile(join(projectRoot, 'firebase.json'), 'utf8')));
  await Promise.all([
    ...Object.entries(mirrored).map(([name, target]) => mirror(join(projectRoot, target), join(folder, name))),
    writeFile(join(folder, 'firebase.json'), JSON.stringify(withPorts(config, ports), null, 2)),
    writeFile(join(folder, '.env'), dotenv(params)),
    writeFile(join(folder, '.secret.local'), dotenv(secrets)),
  ]);
  return folder;
}

async function mirror(from: string, to: string): Promise<void> {
  if (process.platform !== 'win32') return symlink(from, to);
  const found = await stat(from);
  return found.isDirectory() ? symlink(from, to, 'junction') : cp(from, to);
}

function withPorts(config: { emulators: Record<string, unknown> }, ports: Ports): object {
  const { ses: _ses, shopify: _shopify, firestoreWebsocket, ...emulatorPorts } = ports;
  const addresses = Object.entries(emulatorPorts).map(([name, port]) => [name, { host: '127.0.0.1', port }]);
  const firestore = { host: '127.0.0.1', port: ports.firestore, websocketPort: firestoreWebsocket };
  return { ...config, emulators: { ...config.emulators, ...Object.fromEntries(addresses), firestore } };
}

function dotenv(values: Record<string, string>): string {
  const lines = Object.entries(values).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return `${lines.join('\n')}\n`;
}
