// Brings in the sign-in SDK, which is the larger part of the page's script, beside everything else that takes a while.
import { ApiFailure } from './api-failure.ts';
import { loadFirebaseConfig } from './load-firebase-config.ts';
import type { Session } from './session.ts';

/** @throws ApiFailure */
export async function startSession(hostname: string): Promise<Session> {
  const [{ openSession }, config] = await Promise.all([loadSdk(), loadFirebaseConfig(hostname)]);
  return openSession(config);
}

async function loadSdk(): Promise<typeof import('./session.ts')> {
  try {
    return await import('./session.ts');
  } catch (cause) {
    throw new ApiFailure('UNREACHABLE', { cause });
  }
}
