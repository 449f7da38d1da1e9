import { execFile } from 'node:child_process';
import { expect, test } from 'vitest';
import { projectRoot } from '../../../local/project-root.ts';

/** A command of this project to its end, with nobody at the emulators' door. */
async function run(command: string, ...args: string[]) {
  const env = { ...process.env, FIRESTORE_EMULATOR_HOST: '127.0.0.1:9', METADATA_SERVER_DETECTION: 'none' };
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const told = { cwd: projectRoot, env, timeout: 60_000 };
    const child = execFile(process.execPath, [`local/${command}.ts`, ...args], told, (_error, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

test.each([
  ['deploy', []],
  ['rollback', []],
  ['content', ['push']],
  ['content', ['pull']],
  ['doctor', []],
])(
  '%s %j refuses a --project that is no id and no alias, in one line',
  async (command, args) => {
    expect(await run(command, ...args, '--project', 'My Shop')).toEqual({
      code: 1,
      out: '',
      err: expect.stringMatching(/^--project "My Shop" is no project id, [^\n]+ no alias of \.firebaserc\.\n$/),
    });
  },
  60_000,
);

test('an alias of .firebaserc stands for its project in each of them', async () => {
  const emulators = 'demo-stepladder exists only in the emulators: name a project of your own.\n';
  for (const command of ['deploy', 'rollback'])
    expect(await run(command, '--project', 'default')).toEqual({ code: 1, out: '', err: emulators });
  const { code, err } = await run('content', 'push', '--project', 'default');
  expect({ code, err }).toEqual({
    code: 1,
    err: expect.stringMatching(/^No Firestore emulator answers on 127\.0\.0\.1:9[^\n]+\n$/),
  });
}, 60_000);
