// Installs the dependencies where they are missing or not those of the lock file. Runs on the host's Node 20 or later.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const nodeBinary = process.platform === 'win32' ? 'node_modules/.bin/node.cmd' : 'node_modules/.bin/node';

const reason = reasonToInstall();
if (reason) {
  console.log(`Installing the dependencies (npm ci): ${reason}.`);
  install();
}

function reasonToInstall() {
  // npm writes this file last: where it is missing, an install did not end.
  if (!existsSync(new URL('node_modules/.package-lock.json', root))) return 'node_modules is missing or incomplete';
  const wanted = packagesOf('package-lock.json');
  const installed = packagesOf('node_modules/.package-lock.json');
  const differs = Object.entries(wanted).find(
    ([path, { integrity, optional }]) =>
      path !== '' && (installed[path] ? installed[path].integrity !== integrity : !optional),
  );
  if (differs) return `${differs[0]} is not what package-lock.json says`;
  return existsSync(new URL(nodeBinary, root)) ? undefined : 'the Node.js of the project is missing';
}

function packagesOf(path) {
  return JSON.parse(readFileSync(new URL(path, root), 'utf8')).packages;
}

function install() {
  try {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
  } catch {
    fail('npm ci failed: its lines above say why. Nothing was started.');
  }
  if (!existsSync(new URL(nodeBinary, root))) {
    fail(
      'npm did not run the install script of the package node: run `npm ci --ignore-scripts=false`, then try again.',
    );
  }
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
