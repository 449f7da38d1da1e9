// Refuses to start a stack on a port that something else holds.
import { createServer } from 'node:net';
import { LocalError } from '../local-error.ts';
import type { Ports } from './ports.ts';

const purposes: Record<keyof Ports, string> = {
  hosting: 'the page and the API (Firebase Hosting)',
  functions: 'Cloud Functions',
  firestore: 'Firestore',
  firestoreWebsocket: 'Firestore’s live view',
  pubsub: 'Pub/Sub',
  auth: 'Firebase Auth',
  ses: 'the SES stand-in and its mailbox',
  shopify: 'the Shopify stand-in',
  hub: 'the emulators’ hub',
  logging: 'the emulators’ log',
  eventarc: 'Eventarc',
  tasks: 'Cloud Tasks',
};

/** Throws a LocalError that names the first taken port of these, what it is for, and what to do. */
export async function checkPorts(ports: Partial<Ports>): Promise<void> {
  for (const [name, purpose] of Object.entries(purposes)) {
    const port = ports[name as keyof Ports];
    if (port === undefined || (await isFree(port))) continue;
    throw new LocalError(
      `Port ${port} is taken, and ${purpose} needs it: end what listens there (another npm start? see \`lsof -i :${port}\`), then try again.`,
    );
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
