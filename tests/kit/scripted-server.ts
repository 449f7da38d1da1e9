// An HTTP server on 127.0.0.1 that gives the answers of a script, one a request.
import { createServer, type IncomingMessage } from 'node:http';

export type ScriptedAnswer = {
  status?: number;
  headers?: Record<string, string>;
  /** A string goes out as it is, anything else as JSON. */
  body?: unknown;
  /** Cuts the connection instead of answering. */
  cut?: boolean;
  /** Answers nothing and leaves the connection open. */
  silent?: boolean;
};

export type ScriptedServer = {
  /** `http://127.0.0.1:<port>`. */
  url: string;
  /** What came in, oldest first. */
  requests: { path: string; headers: IncomingMessage['headers']; body: string }[];
  close(): Promise<void>;
};

/** The last answer is given again and again. */
export async function scriptedServer(...script: ScriptedAnswer[]): Promise<ScriptedServer> {
  const requests: ScriptedServer['requests'] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const answer = script[Math.min(requests.length, script.length - 1)] ?? {};
    requests.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString() });
    if (answer.cut) request.socket.destroy();
    if (answer.cut || answer.silent) return;
    const isText = typeof answer.body === 'string';
    response.writeHead(answer.status ?? 200, {
      'Content-Type': isText ? 'text/html' : 'application/json',
      ...answer.headers,
    });
    response.end(isText ? answer.body : JSON.stringify(answer.body ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
