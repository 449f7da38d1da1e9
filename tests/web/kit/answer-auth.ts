// Answers as the two doors of Firebase Auth that the page uses do.
import type { ServerResponse } from 'node:http';

/** Everybody who has a custom token is the same learner. */
export function answerAuth(path: string, response: ServerResponse): void {
  const cors = { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'application/json' };
  const answer = path.endsWith(':signInWithCustomToken')
    ? { idToken: idToken(), refreshToken: 'refresh', expiresIn: '3600', isNewUser: false }
    : { users: [{ localId: learnerId, lastLoginAt: '0', createdAt: '0' }] };
  response.writeHead(200, cors).end(JSON.stringify(answer));
}

const learnerId = 'shopify-1';

/** Not signed: the page reads only its times. */
function idToken(): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const times = { iat: 1_700_000_000, exp: 4_000_000_000 };
  return `${part({ alg: 'none' })}.${part({ sub: learnerId, user_id: learnerId, ...times })}.`;
}
