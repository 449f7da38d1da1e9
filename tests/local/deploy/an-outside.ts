// A project in a folder of its own, and an outside that does nothing but note what was asked of it.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Outside, Ran } from '../../../local/deploy/outside.ts';
import { localParams } from '../../../local/stack/local-params.ts';
import { fixedPorts } from '../../../local/stack/ports.ts';

export const projectId = 'my-shop-1234';
export const project = { id: projectId, alias: undefined };
export const commit = 'b9f9a1b0000000000000000000000000000000ff';
const policy = "default-src 'none'";

const firebase = {
  functions: [
    {
      source: '.',
      codebase: 'default',
      runtime: 'nodejs24',
      ignore: ['.*', '**/build/!(functions)', 'firebase.json', 'firestore.*'],
      predeploy: ['npm run build'],
    },
  ],
  firestore: { rules: 'firestore.rules', indexes: 'firestore.indexes.json' },
  hosting: {
    public: 'build/web',
    rewrites: [{ source: '/graphql', function: { functionId: 'api', region: 'us-central1' } }],
    headers: [{ source: '/', headers: [{ key: 'Content-Security-Policy', value: policy }] }],
  },
};

const files: Record<string, string> = {
  'firebase.json': JSON.stringify(firebase),
  'firestore.rules': 'rules',
  'firestore.indexes.json': '{}',
  'package.json': '{"main":"build/functions/index.js"}',
  'package-lock.json': '{}',
  'build/functions/index.js': 'version A',
  'build/functions.yaml': '{}',
  'build/web/index.html': 'page A',
  'build/reports/commit': `${commit}\n`,
};

export type RecordingOutside = Outside & {
  /** Programs and addresses in the order in which they were asked, and what was printed. */
  asked: string[];
  printed: string[];
  /** Answers of programs that begin with this, instead of success. */
  programs: Record<string, Ran>;
  /** Answers of addresses that contain this, one after the other; the last stays. Instead of those of a healthy project. */
  addresses: Record<string, (() => Response)[]>;
  write(path: string, text: string): Promise<void>;
  remove(): Promise<void>;
};

/** All is well with it: clean, tested, complete, no run, ready indexes, a healthy endpoint. The clock moves by waiting. */
export async function anOutside(): Promise<RecordingOutside> {
  const root = await mkdtemp(join(tmpdir(), 'project-'));
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };
  for (const [path, text] of Object.entries(files)) await write(path, text);
  await write(`.env.${projectId}`, dotenv({}));
  let now = Date.UTC(2026, 10, 22, 9, 15);
  const asked: string[] = [];
  const printed: string[] = [];
  const programs: RecordingOutside['programs'] = {};
  const addresses: RecordingOutside['addresses'] = {};
  return {
    root,
    asked,
    printed,
    programs,
    addresses,
    write,
    remove: () => rm(root, { recursive: true, force: true }),
    async run(program, args) {
      const line = [program, ...args].join(' ');
      asked.push(line);
      const answer = Object.entries(programs).find(([start]) => line.startsWith(start))?.[1];
      return answer ?? { code: 0, output: line === 'git rev-parse HEAD' ? `${commit}\n` : '' };
    },
    async fetch(url, init) {
      asked.push(url);
      const answers = Object.entries(addresses).find(([part]) => url.includes(part))?.[1];
      const next = answers && (answers.length > 1 ? answers.shift() : answers[0]);
      return next ? next() : healthy(url, String(init?.body ?? ''));
    },
    token: async () => 'token',
    now: () => new Date(now),
    async wait(seconds) {
      now += seconds * 1000;
    },
    print: (line) => printed.push(line),
  };
}

/** What Firestore answers where a run stands in this state. */
export function aRun(state: string): Response {
  const name = 'projects/p/databases/(default)/documents/weeklyRuns/2026-W48';
  return Response.json([{ document: { name, fields: { state: { stringValue: state } } } }]);
}

/** The parameters of a shop, as a file. */
export function dotenv(changed: Record<string, string>): string {
  const { params } = localParams(fixedPorts, {});
  const own = { AWS_ENDPOINT_URL_SES: '', AWS_ENDPOINT_URL_SNS: '', SHOPIFY_ORIGIN: '', MISFIRE_GRACE_HOURS: '36' };
  const values = { ...params, ...own, PUBLIC_URL: 'https://challenge.example.com', EXPLORER: 'false', ...changed };
  return Object.entries(values)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}\n`)
    .join('');
}

function healthy(url: string, body: string): Response {
  if (url.endsWith(':runQuery')) return Response.json([{ readTime: '2026-11-22T09:15:00Z' }]);
  if (url.includes('/indexes?')) return Response.json({ indexes: [{ state: 'READY' }] });
  if (url.includes('/fields?')) return Response.json({});
  if (body.includes('__schema')) return Response.json({ errors: [{ message: 'no introspection' }] });
  if (url.endsWith('/graphql')) return Response.json({ data: { levels: [{ id: 'curious' }] } });
  return new Response('', { headers: { 'content-security-policy': policy } });
}
