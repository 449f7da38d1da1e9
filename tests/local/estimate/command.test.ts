import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estimate-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('the command prints the estimate, and writes the plot where it was asked for', async () => {
  const { code, stdout, stderr } = await run('--learners', '10000', '--plot', 'drawn.svg');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^10,000 learners, 14 mails a second, 1 visit a learner and week\n/);
  expect(stdout).toMatch(/Total +7\.\d\d\n/);
  expect(await readFile(join(folder, 'drawn.svg'), 'utf8')).toMatch(/^<svg .*<\/svg>\n$/s);
});

test('with --json the whole estimate is printed as JSON, and nothing else', async () => {
  const { stdout } = await run('--learners', '1000', '--rate', '200', '--json');
  expect(JSON.parse(stdout)).toMatchObject({
    learners: 1_000,
    rate: 200,
    monday: { pages: 1 },
    bill: { lines: expect.anything() },
  });
});

test('another table of prices is another bill', async () => {
  const table = JSON.parse(await readFile(new URL('../../../local/estimate/prices.json', import.meta.url), 'utf8'));
  table.prices.mails.dollars = 0.1;
  await writeFile(join(folder, 'cheaper.json'), JSON.stringify(table));
  expect((await run('--learners', '10000', '--prices', 'cheaper.json')).stdout).toMatch(/Mails, Amazon SES +4\.35\n/);
});

test.each([
  [['--learners', 'many'], '--learners "many" must be a whole number from 1 to 100,000,000, in digits alone.'],
  [['--learners', '5', '--prices', 'nowhere.json', '--plot', 'half.svg'], '--prices "nowhere.json" cannot be read.'],
  [['--learners', '5', '--plot', 'nowhere/half.svg'], '--plot "nowhere/half.svg" cannot be written.'],
])('%j ends with 1, one line, and nothing printed or written', async (args, line) => {
  expect(await run(...args)).toEqual({ code: 1, stdout: '', stderr: `${line}\n` });
  expect(await readdir(folder)).not.toContain('half.svg');
});

function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const command = new URL('../../../local/estimate.ts', import.meta.url).pathname;
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...args], { cwd: folder }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}
