import { execFile } from 'node:child_process';
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
