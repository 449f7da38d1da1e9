// Asks Hosting which Firebase project this page belongs to, so that one build serves every project.
import { ApiFailure } from './api-failure.ts';
import { type FirebaseConfig, FirebaseOptions } from './firebase-config.ts';
import { parseInitScript } from './parse-init-script.ts';

/** @throws ApiFailure `UNREACHABLE` or `UNREADABLE` */
export async function loadFirebaseConfig(hostname: string): Promise<FirebaseConfig> {
  const local = LOOPBACK.has(hostname);
  const text = await getText(local ? '/__/firebase/init.js?useEmulator=true' : '/__/firebase/init.json');
  try {
    if (local) return parseInitScript(text);
    return { options: FirebaseOptions.parse(JSON.parse(text)), authEmulatorOrigin: null };
  } catch (cause) {
    throw new ApiFailure('UNREADABLE', { cause });
  }
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** In milliseconds. */
const TIMEOUT_MS = 20_000;

async function getText(path: string): Promise<string> {
  try {
    const response = await fetch(path, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    return await response.text();
  } catch (cause) {
    throw new ApiFailure('UNREACHABLE', { cause });
  }
}
