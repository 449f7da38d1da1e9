// Serves the built page as Firebase Hosting does, headers and rewrites included, and the API beside it.
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../../local/project-root.ts';
import { allowEmulators } from '../../local/stack/allow-emulators.ts';

type Handle = (request: IncomingMessage, response: ServerResponse) => unknown;

/** The page's Firebase project, and where its Auth emulator listens, such as `127.0.0.1:9099`. */
type PageProject = { projectId: string; authHost: string };

export type ServedPage = { url: string; answerApi(handle: Handle): void; close(): Promise<void> };

/** Listens on a free port; before `answerApi` the API answers 503. The page must have been built. */
export async function servePage(project: PageProject): Promise<ServedPage> {
  const headers = await hostingHeaders();
  let api: Handle = (_request, response) => response.writeHead(503).end();
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (pathname === '/graphql') return api(request, response);
    if (pathname === '/__/firebase/init.js') return response.end(initScript(project));
    const path = pathname === '/' || pathname.startsWith('/week/') ? '/index.html' : pathname;
    const body = await readFile(join(projectRoot, 'build/web', path)).catch(() => null);
    if (body === null) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': types[extname(path)] ?? 'text/plain', ...headers(pathname) }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    answerApi: (handle) => {
      api = handle;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** As firebase-tools prints it (`templates/hosting/init.js`). */
function initScript({ projectId, authHost }: PageProject): string {
  const config = { apiKey: 'demo-key', projectId, authDomain: `${projectId}.firebaseapp.com` };
  const emulators = { auth: { hostAndPort: authHost } };
  const print = (value: object) => JSON.stringify(value, null, 2);
  return `var firebaseConfig = ${print(config)};\nvar firebaseEmulators = ${print(emulators)};\n`;
}

const hostingSchema = z.object({
  hosting: z.object({
    headers: z.array(
      z.object({ source: z.string(), headers: z.array(z.object({ key: z.string(), value: z.string() })) }),
    ),
  }),
});

/** As a local stack serves it. Sources are a path, or a folder that ends with `**`. */
async function hostingHeaders(): Promise<(pathname: string) => Record<string, string>> {
  const text = await readFile(join(projectRoot, 'firebase.json'), 'utf8');
  const rules = hostingSchema.parse(JSON.parse(allowEmulators(text))).hosting.headers;
  const matches = (source: string, pathname: string) =>
    source.endsWith('**') ? pathname.startsWith(source.slice(0, -2)) : source === pathname;
  return (pathname) =>
    Object.fromEntries(
      rules
        .filter(({ source }) => matches(source, pathname))
        .flatMap(({ headers }) => headers.map(({ key, value }) => [key, value])),
    );
}
