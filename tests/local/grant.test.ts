import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../local/project-root.ts';

/** Runs the command itself, where nobody is signed in to Google. */
async function grant(args: string[], changed: Record<string, string> = {}) {
  const env = {
    ...process.env,
    GOOGLE_APPLICATION_CREDENTIALS: join(projectRoot, 'no-such-key.json'),
    METADATA_SERVER_DETECTION: 'none',
    FIREBASE_AUTH_EMULATOR_HOST: '',
    ...changed,
  };
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const told = { cwd: projectRoot, env, timeout: 60_000 };
    const child = execFile(process.execPath, ['local/grant.ts', ...args], told, (_error, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}
const operator = ['you@example.com', 'operator'];

test.each([
  ['nobody is signed in', ['--project', 'no-such-shop'], {}, 'Run gcloud auth application-default login'],
  ['the project is one of the emulators', ['--project', 'default'], {}, 'demo-stepladder exists only in the emulators'],
  ['the project is none', ['--project', 'My Shop'], {}, '--project "My Shop" is no project id'],
  [
    'an emulator is named for a real project',
    ['--project', 'no-such-shop'],
    { FIREBASE_AUTH_EMULATOR_HOST: '127.0.0.1:9' },
    'FIREBASE_AUTH_EMULATOR_HOST is set',
  ],
])(
  'where %s, a role is refused in one line and exit 1',
  async (_why, args, env, told) => {
    const { code, out, err } = await grant([...operator, ...args], env);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^[^\n]+\n$/);
    expect(err).toContain(told);
  },
  60_000,
);

test('in the local stack the role goes to the stack’s own project, whatever GCLOUD_PROJECT was left over', async () => {
  const projects: string[] = [];
  const user = { localId: 'u1', email: 'you@example.com', emailVerified: true };
  const providerUserInfo = [{ providerId: 'google.com', email: user.email, rawId: 'g1' }];
  // Answers as the Auth emulator does to the sign-in, the look-up and the change.
  const emulator = createServer((request, response) => {
    const project = /\/projects\/([^/]+)\/accounts/.exec(request.url ?? '')?.[1];
    if (project !== undefined) projects.push(project);
    const body = { ...user, idToken: 'the-token', users: [{ ...user, providerUserInfo }] };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => emulator.listen(0, '127.0.0.1', resolve));
  try {
    const address = emulator.address();
    const { code, out } = await grant(operator, {
      FIREBASE_AUTH_EMULATOR_HOST: `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
      GCLOUD_PROJECT: 'left-over-shop',
      STACK_PORTS_FROM: '20000',
    });
    expect({ code, out }).toEqual({ code: 0, out: 'the-token\n' });
    expect(projects).toEqual(['demo-stepladder-20000', 'demo-stepladder-20000']);
  } finally {
    emulator.close();
    emulator.closeAllConnections();
  }
}, 60_000);
