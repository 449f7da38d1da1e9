import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { localParams } from '../../../local/stack/local-params.ts';
import { fixedPorts } from '../../../local/stack/ports.ts';
import { sesPatient } from './ses-patient.ts';
import { shopifyPatient } from './shopify-patient.ts';

const root = join(import.meta.dirname, '../../..');

/** Runs the command itself; the environment gives it the local stack's values, with the stand-ins' addresses. */
async function doctor(args: string[], changed: Record<string, string>) {
  const { params, secrets } = localParams(fixedPorts, {});
  const env = { ...process.env, ...params, ...secrets, ...changed, NODE_ENV: undefined };
  return new Promise<{ code: number; lines: string[]; errors: string }>((resolve) => {
    const told = { cwd: root, env, timeout: 60_000 };
    const child = execFile(process.execPath, ['local/doctor.ts', ...args], told, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, lines: stdout.trimEnd().split('\n'), errors: stderr }),
    );
  });
}

test('the command looks at the stand-ins, prints a line each, and exits 0 where nothing is to be fixed', async () => {
  const [{ account }, { shop }] = [await sesPatient(), await shopifyPatient()];
  const { code, lines, errors } = await doctor(['--learners', '38000'], {
    AWS_ENDPOINT_URL_SES: account.url,
    SHOPIFY_ORIGIN: shop.url,
    SHOPIFY_CLIENT_ID: 'local-client',
    SHOPIFY_CLIENT_SECRET: 'local-secret',
  });
  expect(errors).toBe('');
  expect(code).toBe(0);
  expect(lines).toContainEqual(expect.stringMatching(/^ok +SES quota: your Monday takes 47 minutes/));
  expect(lines.filter((line) => line.startsWith('fix this'))).toEqual([]);
  expect(lines.at(-1)).toMatch(/^\d+ ok, \d+ to think about, 0 to fix\.$/);
}, 60_000);

test('the command exits 1 where something is to be fixed, and tells no secret', async () => {
  const [{ account }, { shop }] = [await sesPatient({ identities: {} }), await shopifyPatient()];
  const { code, lines } = await doctor([], {
    AWS_ENDPOINT_URL_SES: account.url,
    SHOPIFY_ORIGIN: shop.url,
    SHOPIFY_CLIENT_ID: 'local-client',
    SHOPIFY_CLIENT_SECRET: 'hush-hush',
    LINK_KEYS: 'hush-hush\n',
    SHOP_TIME_ZONE: 'Mars/Olympus',
  });
  expect(code).toBe(1);
  const toFix = lines.filter((line) => line.startsWith('fix this')).map((line) => line.slice(10, line.indexOf(':')));
  expect(toFix).toEqual(expect.arrayContaining(['parameters', 'Shopify token', 'time zone', 'SES identity']));
  expect(lines.join('\n')).not.toContain('hush-hush');
}, 60_000);

test('an argument that is none is one line and exit 1', async () => {
  const { code, lines, errors } = await doctor(['--everything'], {});
  expect({ code, lines, errors }).toEqual({
    code: 1,
    lines: [''],
    errors: 'I know no such argument: npm run doctor -- --project <id> --learners 10000\n',
  });
});

test('a project that nobody is signed in for is looked at as far as can be, and says how to sign in', async () => {
  const { code, lines, errors } = await doctor(['--project', 'no-such-shop'], {
    GOOGLE_APPLICATION_CREDENTIALS: join(root, 'no-such-key.json'),
    METADATA_SERVER_DETECTION: 'none',
  });
  expect(errors).toBe('');
  expect(code).toBe(1);
  expect(lines).toContainEqual(
    expect.stringMatching(/^warning +Firebase project: .*gcloud auth application-default login/),
  );
  expect(lines).toContainEqual(
    expect.stringMatching(
      /^fix this +access: .*neither the project nor a secret .*gcloud auth application-default login/,
    ),
  );
  // Nothing is known of a secret that was not read.
  expect(lines.join('\n')).not.toMatch(/(SECRET|KEYS?) must be/);
  expect(lines.join('\n')).not.toContain('AppError');
  // The environment of whoever asks is no project's.
  expect(lines).toContainEqual(
    expect.stringMatching(/^fix this +parameters: PUBLIC_URL is not given.*\.env\.no-such-shop/),
  );
}, 60_000);

test('where the stack does not run, that is to be fixed, each check has its line, and nothing else is printed', async () => {
  // Nobody listens on the port of "discard".
  const nobody = 'http://127.0.0.1:9';
  const { code, lines, errors } = await doctor([], { AWS_ENDPOINT_URL_SES: nobody, SHOPIFY_ORIGIN: nobody });
  expect(errors).toBe('');
  expect(code).toBe(1);
  expect(lines.filter((line) => line.startsWith('fix this'))).toEqual([
    expect.stringMatching(
      /^fix this +local stack: nothing answers at 127\.0\.0\.1:9 .* → Start the stack with npm start, or name a project/,
    ),
  ]);
  const outside = lines.filter((line) =>
    /^(ok|warning|fix this) +(Shopify|SES (?!event)|SPF|DMARC|time zone)/.test(line),
  );
  expect(outside).toHaveLength(17);
  for (const line of outside) expect(line).toMatch(/^warning [^:]+: .+ → .+$/);
}, 60_000);
