// Rule: what a failure of Firebase Auth means to whoever called it.
import { LocalError } from '../local-error.ts';

/** A LocalError with one line for what the SDK says; anything else as it is. */
export function authFault(error: unknown, projectId: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || !/^(auth|app)\//.test(String(error.code))) return error;
  const fault =
    faults[String(error.code)] ??
    `answered with ${error.code}: try again, and look at its page in the Firebase console`;
  return new LocalError(`Firebase Auth of ${projectId} ${fault}.`);
}

const faults: Record<string, string> = {
  'auth/insufficient-permission':
    'does not let your account change users: it needs the role Firebase Authentication Admin there',
  'auth/configuration-not-found': 'is not set up: Firebase console → Authentication → Get started → Google → Enable',
  'auth/project-not-found': 'cannot be found: is that the id of the project',
  'app/network-error': 'does not answer: check the network, then run this again',
  'app/network-timeout': 'does not answer: check the network, then run this again',
};
