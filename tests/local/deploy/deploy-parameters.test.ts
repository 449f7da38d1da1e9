import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deployParameters } from '../../../local/deploy/deploy-parameters.ts';
import { anOutside, dotenv, project, projectId, type RecordingOutside } from './an-outside.ts';

let outside: RecordingOutside;
beforeEach(async () => {
  outside = await anOutside();
});
afterEach(() => outside.remove());

const read = async (text: string) => {
  await outside.write(`.env.${projectId}`, text);
  return deployParameters(outside.root, project);
};

describe('deployParameters', () => {
  it('gives a value for every declared parameter, the default where the file names none', async () => {
    const { values, faults } = await read(
      dotenv({})
        .replace(/^SES_REGION=.*\n/m, '')
        .replace(/^MAIL_REPLY_TO=.*\n/m, ''),
    );
    expect(faults).toEqual([]);
    expect(values).toMatchObject({ SES_REGION: 'us-east-1', MAIL_REPLY_TO: '', EXPLORER: 'false' });
  });

  it.each([
    ['PUBLIC_URL', 'http://challenge.example.com', 'PUBLIC_URL must be an origin such as'],
    ['SHOP_TIME_ZONE', 'Europe/Atlantis', 'There is no time zone "Europe/Atlantis"'],
    ['SHOPIFY_PRODUCT_IDS', 'gid://shopify/Product/1', 'write only its number, 1'],
    ['SES_REGION', 'Frankfurt', 'SES_REGION must be an AWS region'],
    ['EXPLORER', 'yes', 'EXPLORER must be true or false'],
    ['SHOPIFY_SHOP', '', 'SHOPIFY_SHOP is not given; it must be a domain such as my-shop.myshopify.com'],
  ])('refuses %s=%o, and says what would be right', async (name, value, right) => {
    const { faults } = await read(dotenv({ [name]: value }));
    expect(faults).toEqual([expect.stringMatching(`^\\.env\\.${projectId}: .`)]);
    expect(faults[0]).toContain(right);
  });

  it.each([
    ['PUBLIC_URL', 'http://127.0.0.1:5000'],
    ['SHOPIFY_ORIGIN', 'http://localhost:8006'],
    ['AWS_ENDPOINT_URL_SES', 'http://127.0.0.1:8005'],
    ['AWS_ENDPOINT_URL_SNS', 'http://127.0.0.1:8005'],
  ])('refuses %s=%s, which leads to this machine', async (name, value) => {
    const { faults } = await read(dotenv({ [name]: value }));
    expect(faults).toEqual([expect.stringMatching(`^\\.env\\.${projectId}: ${name} leads to this machine`)]);
  });

  it('warns of what may be meant, and refuses nothing for it', async () => {
    expect(await read(dotenv({ MISFIRE_GRACE_HOURS: '0', EXPLORER: 'true' }))).toMatchObject({
      faults: [],
      warnings: [
        expect.stringContaining('MISFIRE_GRACE_HOURS 0 mails however late'),
        expect.stringContaining('EXPLORER true shows the whole schema'),
      ],
    });
    expect((await read(dotenv({}))).warnings).toEqual([]);
  });

  it('warns of a value that ends at a # without quotes, and does not tell it', async () => {
    const cut = dotenv({}).replace(/^POSTAL_ADDRESS=.*$/m, 'POSTAL_ADDRESS=12 Main St #5');
    const { values, faults, warnings } = await read(cut);
    expect({ address: values.POSTAL_ADDRESS, faults }).toEqual({ address: '12 Main St', faults: [] });
    expect(warnings).toEqual([expect.stringContaining('POSTAL_ADDRESS ends at a # without quotes')]);
    expect(warnings.join()).not.toContain('12 Main St');
  });

  it('refuses a secret in the file, and quotes nothing of it', async () => {
    const { faults } = await read(dotenv({ LINK_KEYS: 'a-very-secret-key' }));
    expect(faults).toEqual([expect.stringContaining('LINK_KEYS is a secret')]);
    expect(faults.join()).not.toContain('a-very-secret-key');
  });

  it('refuses a name that is no parameter', async () => {
    expect((await read(dotenv({ BRANDNAME: 'x' }))).faults).toEqual([
      `.env.${projectId}: there is no parameter BRANDNAME.`,
    ]);
  });

  it('reads a file with a byte order mark and Windows line ends', async () => {
    expect((await read(`\uFEFF${dotenv({}).replaceAll('\n', '\r\n')}`)).faults).toEqual([]);
  });

  it('reads .env too, and the project’s own file wins', async () => {
    await outside.write('.env', dotenv({ BRAND_NAME: 'Of all', SES_REGION: 'eu-west-1' }));
    const { values, faults } = await read('BRAND_NAME="Of this project"');
    expect(faults).toEqual([]);
    expect(values).toMatchObject({ BRAND_NAME: 'Of this project', SES_REGION: 'eu-west-1' });
  });

  it('reads the file of the alias by which the project was named', async () => {
    await outside.write('.env.live', dotenv({ BRAND_NAME: 'Live' }));
    const named = { id: 'other-shop', alias: 'live' };
    expect(await deployParameters(outside.root, named)).toMatchObject({ values: { BRAND_NAME: 'Live' }, faults: [] });
    await outside.write('.env.live', dotenv({ EXPLORER: 'yes' }));
    expect((await deployParameters(outside.root, named)).faults).toEqual([
      '.env.live: EXPLORER must be true or false.',
    ]);
  });

  it('names a line that Firebase does not take, and a folder in the place of the file, in one line each', async () => {
    expect((await read('BRAND_NAME=a\nhush hush\n')).faults).toEqual([
      `.env.${projectId}: line 2 is not NAME=value, so Firebase refuses the whole file.`,
    ]);
    await outside.write('.env.other-shop/file', '');
    const { faults } = await deployParameters(outside.root, { id: 'other-shop', alias: undefined });
    expect(faults).toEqual([expect.stringContaining('.env.other-shop cannot be read (EISDIR)')]);
  });

  it('says which file is missing', async () => {
    const { faults } = await deployParameters(outside.root, { id: 'other-shop', alias: undefined });
    expect(faults).toEqual([expect.stringContaining('.env.other-shop is missing')]);
  });

  it('leaves the environment as it was', async () => {
    const before = { ...process.env };
    await read(dotenv({}));
    expect({ ...process.env }).toEqual(before);
  });
});
