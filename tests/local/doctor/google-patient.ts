// What the Firebase checks look at: a server that answers as Google's documents say.
import { createServer, type Server } from 'node:http';
import { afterEach } from 'vitest';
import { type Google, googleApi } from '../../../local/project/google-api.ts';

let running: Server | undefined;

afterEach(() => {
  running?.close();
  running?.closeAllConnections();
  running = undefined;
});

/** An answer's JSON, or a status with Google's error in it. */
export type Answers = Record<string, object | number>;

/**
 * Answers by `host/path`, with the query where a page's token is in it; 404 for what is not scripted. A request without the
 * bearer token or without the project that pays is a 401.
 */
export async function googlePatient(answers: Answers): Promise<{ google: Google; project: string }> {
  const server = createServer((request, response) => {
    const { authorization, 'x-goog-user-project': payer } = request.headers;
    const url = new URL(request.url ?? '/', 'http://stand-in');
    const token = url.searchParams.get('pageToken');
    const host = url.pathname.slice(1);
    const answer = answers[token === null ? host : `${host}?pageToken=${token}`] ?? 404;
    const status =
      authorization !== 'Bearer token' || payer !== 'my-shop' ? 401 : typeof answer === 'number' ? answer : 200;
    const body = typeof answer === 'number' ? { error: { code: answer, status: 'SOME_STATUS' } } : answer;
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  running = server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const google = googleApi({
    project: 'my-shop',
    token: async () => 'token',
    fetch: (url, init) => fetch(String(url).replace('https://', `${origin}/`), init),
  });
  return { google, project: 'my-shop' };
}
