// Rule: why Google gave no token to whoever asks.
import { Unseen } from './unseen.ts';

/** An Unseen, whatever failed: no network is another thing than nobody who is signed in. */
export function credentialFault(error: unknown): Unseen {
  if (error instanceof Unseen) return error;
  if (codesOf(error).some((code) => network.test(code)))
    return new Unseen('Google did not answer who you are', 'Check the network, then run this again.');
  return new Unseen('no credentials for Google were found', 'Run gcloud auth application-default login.');
}

/** Of Node's sockets and name look-ups. */
const network = /^(E(CONN\w+|NOTFOUND|AI_AGAIN|NETUNREACH|HOSTUNREACH|TIMEDOUT|PIPE)|UND_ERR_\w+)$/;

/** The error's own code, and those of what caused it. */
function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const own = 'code' in error ? [String(error.code)] : [];
  return [...own, ...codesOf(error.cause)];
}
