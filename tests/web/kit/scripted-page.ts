// The built page on a server of its own, with Hosting's headers, and an API and a Firebase Auth that answer by script.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import * as z from 'zod';
import { projectRoot } from '../../../local/project-root.ts';
import { answerAuth } from './answer-auth.ts';

/** What an operation is answered with; `cut` breaks the connection, `silent` leaves it open without an answer. */
export type Reply =
  | 'cut'
  | 'silent'
  | { data: object }
  | { code: string; message?: string; status?: number; headers?: Record<string, string> };

/** By the name of the operation. */
export type Script = Record<string, Reply | ((variables: Record<string, unknown>) => Reply)>;

export type ScriptedPage = {
  /** `http://127.0.0.1:<port>`. */
  url: string;
  /** Answers from now on by this script, and forgets what was asked before. */
  play(script: Script): void;
  /** The operations that were asked, oldest first. */
  asked: { name: string; variables: Record<string, unknown> }[];
  close(): Promise<void>;
};

/** Builds the page into a folder that `close` removes. */
export async function scriptedPage(): Promise<ScriptedPage> {
  const folder = await mkdtemp(join(tmpdir(), 'stepladder-page-'));
  const root = join(projectRoot, 'web');
  await build({ root, logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } });
  const files = await readBuild(folder);
  const headersOf = await hostingHeaders();
  const asked: ScriptedPage['asked'] = [];
  let script: Script = {};
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
    const { host = '' } = request.headers;
    if (path === '/__/firebase/init.js') return void response.end(initScript(host));
    if (path.startsWith('/identitytoolkit.googleapis.com/')) return answerAuth(path, response);
    if (path === '/graphql') {
      const { name, variables } = await readOperation(request);
      asked.push({ name, variables });
      const reply = script[name] ?? { code: 'NOT_SCRIPTED' };
      return answerOperation(typeof reply === 'function' ? reply(variables) : reply, request, response);
    }
    const file = files.get(path.startsWith('/week/') ? '/' : path);
    if (!file) return void response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
    const cached = path.startsWith('/assets/') ? { 'Cache-Control': 'public, max-age=31536000, immutable' } : {};
    response.writeHead(200, { ...headersOf(path), ...cached, 'Content-Type': file.type, 'Content-Encoding': 'gzip' });
    response.end(file.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    asked,
    play(next) {
      script = next;
      asked.length = 0;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

async function readBuild(folder: string): Promise<Map<string, { type: string; body: Buffer }>> {
  const names = await readdir(folder, { recursive: true });
  const files = new Map<string, { type: string; body: Buffer }>();
  for (const name of names.filter((found) => extname(found) !== '')) {
    const type = types[extname(name)] ?? 'application/octet-stream';
    files.set(name === 'index.html' ? '/' : `/${name}`, { type, body: gzipSync(await readFile(join(folder, name))) });
  }
  return files;
}

/** What firebase.json says of the page itself, so that its content security policy is in force here as well. */
async function hostingHeaders(): Promise<(path: string) => Record<string, string>> {
  const { hosting } = hostingSchema.parse(JSON.parse(await readFile(join(projectRoot, 'firebase.json'), 'utf8')));
  const ofPage = hosting.headers.find(({ source }) => source === '/')?.headers ?? [];
  const headers = Object.fromEntries(ofPage.map(({ key, value }) => [key, value]));
  return (path) => (path.startsWith('/assets/') ? {} : headers);
}

const hostingSchema = z.object({
  hosting: z.object({
    headers: z.array(
      z.object({ source: z.string(), headers: z.array(z.object({ key: z.string(), value: z.string() })) }),
    ),
  }),
});

function initScript(host: string): string {
  const config = JSON.stringify({ projectId: 'demo-page', apiKey: 'demo-key' }, null, 2);
  const emulators = JSON.stringify({ auth: { hostAndPort: host } }, null, 2);
  return `var firebaseConfig = ${config};\nvar firebaseEmulators = ${emulators};\n`;
}

const operationSchema = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()) });

async function readOperation(request: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const { query, variables } = operationSchema.parse(JSON.parse(Buffer.concat(chunks).toString()));
  return { name: /(?:query|mutation) (\w+)/.exec(query)?.[1] ?? '', variables };
}

function answerOperation(reply: Reply, request: IncomingMessage, response: ServerResponse): void {
  if (reply === 'silent') return;
  if (reply === 'cut') return void request.socket.destroy();
  const json = { 'Content-Type': 'application/graphql-response+json' };
  if ('data' in reply) return void response.writeHead(200, json).end(JSON.stringify(reply));
  const { code, message = 'Refused.', status = 200, headers } = reply;
  const body = { data: null, errors: [{ message, extensions: { code } }] };
  response.writeHead(status, { ...json, ...headers }).end(JSON.stringify(body));
}
