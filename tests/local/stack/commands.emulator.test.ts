import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../../../local/project-root.ts';
import { checkPorts } from '../../../local/stack/check-ports.ts';
import { commandStack } from '../../../local/stack/command-stack.ts';
import { type ProcessId, processTree } from '../../../local/stack/process-tree.ts';
import { WeeklyRunsDocument } from '../../generated/graphql.ts';
import { aCommand, type Command } from '../../kit/a-command.ts';
import { askStack } from '../../kit/ask-stack.ts';
import { livingProcesses } from '../../kit/living-processes.ts';

/** The tests are one story: a stack comes up, is used, and ends. */
let env: { STACK_PORTS_FROM: string };
let stack: ReturnType<typeof commandStack>;
let start: Command;

/** Below the ports that the system gives to others. */
async function freeRange(): Promise<string> {
  for (let from = 20_000 + (process.pid % 500) * 20; from < 32_000; from += 20) {
    const isFree = await checkPorts(commandStack({ STACK_PORTS_FROM: String(from) }).ports).then(
      () => true,
      () => false,
    );
    if (isFree) return String(from);
  }
  throw new Error('There is no free range of ports.');
}

/** A command to its end. */
async function run(...command: [string, ...string[]]): Promise<{ code: number | null; out: string; err: string }> {
  const { output, ended } = aCommand(command, env);
  return { code: await ended, ...output };
}
const oneLine = (pattern: string) => expect.stringMatching(new RegExp(`^${pattern}[^\\n]*\\n$`));

beforeAll(async () => {
  env = { STACK_PORTS_FROM: await freeRange() };
  stack = commandStack(env);
  start = aCommand(['start', '--no-run'], env);
  await start.prints(/^Ready.*\n/m);
});
afterAll(async () => {
  start?.child.kill('SIGTERM');
  await start?.ended;
  await rm(join(projectRoot, '.stack', stack.projectId), { recursive: true, force: true });
});

test('npm start -- --no-run shows every address, ends with a line that begins with Ready, and runs nothing', () => {
  const { out, err } = start.output;
  expect(out).toMatch(/\nReady after [^\n]+\n$/);
  expect(out).toContain(`http://127.0.0.1:${stack.ports.hosting}/graphql`);
  expect(out).not.toContain('planned');
  expect(err).toBe('');
});

test('npm start where a port is taken says so in one line and exits 1', async () => {
  expect(await run('start')).toEqual({
    code: 1,
    out: '',
    err: oneLine(`Port ${stack.ports.hosting} is taken, and `),
  });
});

test('npm run weekly prints the counts and exits 0 when the run is done, and so the second time', async () => {
  const first = await run('weekly');
  expect(first).toMatchObject({ code: 0, out: expect.stringMatching(/^planned \d+.* accepted \d+.*\n$/) });
  expect(await run('weekly')).toMatchObject({ code: 0, out: first.out });
});

test('npm run grant prints nothing but a token, which the API takes as the role’s', async () => {
  const { code, out } = await run('grant', 'operator@staff.example', 'operator');
  expect([code, out]).toEqual([0, expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]*\n$/)]);
  const { data, errors } = await askStack(stack, { document: WeeklyRunsDocument, variables: {}, idToken: out.trim() });
  expect(errors).toBeUndefined();
  expect(data?.weeklyRuns).toMatchObject([{ state: 'DONE' }]);
});

test('SIGTERM ends the stack with exit code 0, and leaves no process', async () => {
  const { pid = 0 } = start.child;
  const processes: ProcessId[] = await processTree(pid);
  expect(processes.length).toBeGreaterThan(3);
  start.child.kill('SIGTERM');
  expect(await start.ended).toBe(0);
  expect(await livingProcesses(processes)).toEqual([]);
});

test('npm run weekly and npm run grant say in one line that no stack runs, and exit 1', async () => {
  const weekly = oneLine(`Nothing answers on 127\\.0\\.0\\.1:${stack.ports.functions}: start the stack`);
  const grant = oneLine(`No Auth emulator answers on 127\\.0\\.0\\.1:${stack.ports.auth}: start the stack`);
  expect(await run('weekly')).toEqual({ code: 1, out: '', err: weekly });
  expect(await run('grant', 'operator@staff.example', 'operator')).toEqual({ code: 1, out: '', err: grant });
});
