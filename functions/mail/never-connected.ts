// Whether a request surely never left this machine.

/**
 * True where the connection was not made: refused, no route, no such host, the TLS handshake failed, or the client's own
 * connection timeout. A connection that broke later, whatever its error is called, gives false.
 */
export function neverConnected(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // Several addresses of one host were tried, and each failed.
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(neverConnected);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (unreachable.has(code) || certificate.test(code)) return true;
  if ('syscall' in error && error.syscall === 'connect') return true;
  return notEstablished.test(error.message);
}

const unreachable = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** OpenSSL's and Node's codes for a certificate that was not accepted. */
const certificate = /^(CERT_|ERR_TLS_CERT_|SELF_SIGNED_CERT|DEPTH_ZERO_SELF_SIGNED|UNABLE_TO_(GET_ISSUER|VERIFY_LEAF))/;

/** The SDK's connection timeout, and Node's word for a socket that closed within the handshake. */
const notEstablished = /did not establish a connection|before secure TLS connection was established/;
