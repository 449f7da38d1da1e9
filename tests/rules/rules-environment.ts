// The committed rules on the Firestore emulator, in a project of their own.
import { readFile } from 'node:fs/promises';
import { initializeTestEnvironment, type RulesTestEnvironment } from '@firebase/rules-unit-testing';
import { setLogLevel } from 'firebase/firestore';

/** Gives each test file its own project, so that files may run side by side. Throws where no emulator is named. */
export async function rulesEnvironment(projectId: string): Promise<RulesTestEnvironment> {
  const [host, port] = (process.env.FIRESTORE_EMULATOR_HOST ?? '').split(':');
  if (!host || !port) throw new Error('FIRESTORE_EMULATOR_HOST must be host:port of a running Firestore emulator.');
  // The client reports every denial on the console, and denials are what these tests are about.
  setLogLevel('silent');
  const rules = await readFile(new URL('../../firestore.rules', import.meta.url), 'utf8');
  return initializeTestEnvironment({ projectId, firestore: { host, port: Number(port), rules } });
}
