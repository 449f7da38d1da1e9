import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { realOutside } from '../../../local/deploy/outside.ts';
import { projectRoot } from '../../../local/project-root.ts';

const run = (code: string, timeoutMinutes = 1) =>
  realOutside(projectRoot).run('node', ['-e', code], { folder: tmpdir(), timeoutMinutes });

test('a program gives its exit code, and all that it said', async () => {
  expect(await run("console.log('out'); console.error('err'); process.exitCode = 3;")).toEqual({
    code: 3,
    output: 'out\nerr\n',
  });
  expect(await run('')).toEqual({ code: 0, output: '' });
});

test('a program that does not end in its time is ended, and that is said', async () => {
  const { code, output } = await run('setInterval(() => undefined, 1000)', 0.005);
  expect(code).toBe(1);
  expect(output).toContain('it did not end within 0.005 minutes');
});

test('a program that is not there is a failure, not a fault of ours', async () => {
  const { code } = await realOutside(projectRoot).run('no-such-program', [], { folder: tmpdir(), timeoutMinutes: 1 });
  expect(code).toBe(1);
});

test('firebase is the one of this project', async () => {
  const { code, output } = await realOutside(projectRoot).run('firebase', ['--version'], {
    folder: tmpdir(),
    timeoutMinutes: 1,
  });
  expect({ code, output: output.trim() }).toEqual({ code: 0, output: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
}, 30_000);
