// The environment that leads the Firebase SDKs to the emulators of a stack.
import type { Ports } from './ports.ts';

export function emulatorEnv(ports: Ports): Record<string, string> {
  const address = (port: number) => `127.0.0.1:${port}`;
  return {
    FIRESTORE_EMULATOR_HOST: address(ports.firestore),
    FIREBASE_AUTH_EMULATOR_HOST: address(ports.auth),
    PUBSUB_EMULATOR_HOST: address(ports.pubsub),
    // Google's libraries would look for the metadata server of a cloud machine.
    METADATA_SERVER_DETECTION: 'none',
  };
}
