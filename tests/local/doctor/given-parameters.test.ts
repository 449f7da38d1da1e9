import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { givenParameters } from '../../../local/doctor/given-parameters.ts';
import { secretValue } from '../../../local/doctor/secret-value.ts';
import { commandStack } from '../../../local/stack/command-stack.ts';
import { localParams } from '../../../local/stack/local-params.ts';
import { googlePatient } from './google-patient.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'parameters-'));
});
afterEach(() => rm(root, { recursive: true }));

const noSecret = async () => ({ state: 'missing' }) as const;
const versions = 'secretmanager.googleapis.com/v1/projects/my-shop/secrets/LINK_KEYS/versions/latest:access';

/** What is read where Secret Manager answers this for LINK_KEYS, and has no other. */
async function withLinkKeys(answer: object | number) {
  const { google } = await googlePatient({ [versions]: answer });
  const secret = (name: string) => secretValue(google, 'my-shop', name);
  return givenParameters({ root, project, env: {}, secret });
}
const project = { id: 'my-shop', alias: undefined };

async function write(files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) await writeFile(join(root, name), text);
}

test('a project’s own file wins over .env, defaults fill the rest, and the environment counts for nothing', async () => {
  await write({
    '.env': 'BRAND_NAME=Everywhere\nPOSTAL_ADDRESS="1 Street # 2"\n',
    '.env.my-shop': "\uFEFFBRAND_NAME='Here' # a comment\r\nPUBLIC_URL=https://a.example\r\nSHOPIFY_SHOPS=x\r\n",
    '.env.local': 'SES_REGION=eu-west-1\n',
  });
  const { values, unknownNames } = await givenParameters({
    root,
    project,
    env: { SES_REGION: 'eu-west-2' },
    secret: noSecret,
  });
  expect(values).toMatchObject({
    BRAND_NAME: 'Here',
    POSTAL_ADDRESS: '1 Street # 2',
    PUBLIC_URL: 'https://a.example',
    SES_REGION: 'us-east-1',
    SHOP_TIME_ZONE: 'Europe/Berlin',
    EXPLORER: 'false',
    SHOPIFY_SHOP: '',
    LINK_KEYS: '',
  });
  expect(unknownNames).toEqual(['SHOPIFY_SHOPS']);
});

test('a value that a # without quotes cuts is named, where that file’s value counts', async () => {
  await write({
    '.env': 'BRAND_NAME=A # b\nMAIL_REPLY_TO=a@example.com # them\n',
    '.env.my-shop': 'POSTAL_ADDRESS=12 Main St #5\nBRAND_NAME="A # b"\n',
  });
  const sources = { root, project, env: {}, secret: noSecret };
  expect((await givenParameters(sources)).cutNames).toEqual(['MAIL_REPLY_TO', 'POSTAL_ADDRESS']);
});

test('without a project they are those of the local stack, where the environment wins, and no file is read', async () => {
  await write({ '.env': 'BRAND_NAME=a', '.env.local': 'BRAND_NAME=b', '.secret.local': 'LINK_KEYS=b' });
  const env = { SES_REGION: 'eu-west-1', ADDRESS_HASH_KEY: 'c', STACK_PORTS_FROM: '20000' };
  const given = await givenParameters({ root, project: undefined, env, secret: noSecret });
  const { ports } = commandStack(env);
  const { params, secrets } = localParams(ports, {});
  expect(given.values).toEqual({ ...params, ...secrets, SES_REGION: 'eu-west-1', ADDRESS_HASH_KEY: 'c' });
  expect(given).toMatchObject({ unknownNames: [], unseenSecrets: [], disabledSecrets: [] });
});

test('a line break at the end of a secret reaches the check', async () => {
  const payload = { data: Buffer.from('k1:abc\n').toString('base64') };
  const { values, unseenSecrets } = await withLinkKeys({ payload });
  expect(values).toMatchObject({ LINK_KEYS: 'k1:abc\n', ADDRESS_HASH_KEY: '' });
  expect(unseenSecrets).toEqual([]);
});

test('a secret that may not be read is unseen, and not missing', async () => {
  expect((await withLinkKeys(403)).unseenSecrets).toEqual([
    {
      name: 'LINK_KEYS',
      found: 'Secret Manager refuses to show it',
      mend: expect.stringMatching(/role Secret Manager Secret Accessor.*project=my-shop/),
    },
  ]);
});

test('a secret whose newest version is disabled is told apart from one that is missing', async () => {
  // As Secret Manager answers where the version is in state DISABLED or DESTROYED.
  const disabled = { status: 400, body: { error: { code: 400, status: 'FAILED_PRECONDITION' } } };
  const secret = (name: string) =>
    secretValue(async () => (name === 'LINK_KEYS' ? disabled : { status: 404, body: {} }), 'my-shop', name);
  expect(await givenParameters({ root, project, env: {}, secret })).toMatchObject({
    unseenSecrets: [],
    disabledSecrets: ['LINK_KEYS'],
  });
});

test('a line that Firebase does not take is told by its number and not by its text', async () => {
  await write({ '.env.my-shop': 'BRAND_NAME=a\n\nhush hush\n' });
  const reading = givenParameters({ root, project, env: {}, secret: noSecret });
  await expect(reading).rejects.toThrow('.env.my-shop: line 3 is not NAME=value, so Firebase refuses the whole file.');
});

test('a file for the id beside one for the alias is refused, as Firebase does', async () => {
  await write({ '.env.my-shop': 'BRAND_NAME=a\n', '.env.live': 'BRAND_NAME=b\n' });
  const named = { id: 'my-shop', alias: 'live' };
  const reading = givenParameters({ root, project: named, env: {}, secret: noSecret });
  await expect(reading).rejects.toThrow('Firebase takes .env.my-shop or .env.live, not both: keep one.');
});

test('a folder named .env is one line', async () => {
  await mkdir(join(root, '.env'));
  const reading = givenParameters({ root, project, env: {}, secret: noSecret });
  await expect(reading).rejects.toThrow('.env cannot be read (EISDIR): it must be a file with lines NAME=value.');
});
