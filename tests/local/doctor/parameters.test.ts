import { afterEach, expect, test, vi } from 'vitest';
import { config } from '../../../functions/config.ts';
import { parameters } from '../../../local/doctor/parameters.ts';
import { localParams } from '../../../local/stack/local-params.ts';
import { fixedPorts } from '../../../local/stack/ports.ts';
import { lookAt } from './look-at.ts';

afterEach(() => vi.unstubAllEnvs());

const local = localParams(fixedPorts, {});

/** The lines for the local stack's values, changed, read by the real configuration. */
function linesFor(
  changed: Record<string, string>,
  project?: string,
  seen: { unknown?: string[]; unseen?: string[]; cut?: string[]; disabled?: string[] } = {},
) {
  const values: Record<string, string> = { ...local.params, ...local.secrets, ...changed };
  for (const [name, value] of Object.entries(values)) vi.stubEnv(name, value);
  const given = {
    values,
    unknownNames: seen.unknown ?? [],
    cutNames: seen.cut ?? [],
    unseenSecrets: (seen.unseen ?? []).map((name) => ({ name, found: 'it is dark', mend: 'Switch it on.' })),
    disabledSecrets: seen.disabled ?? [],
  };
  return lookAt(() => parameters({ config, parameters: given, project }));
}

test('values that all are right are ok', async () => {
  expect(await linesFor({})).toEqual([expect.stringMatching(/^ok .*all \d+ are given and well-formed$/)]);
});

test('a name that no parameter has is a warning', async () => {
  expect(await linesFor({}, 'my-shop', { unknown: ['SHOPIFY_SHOPS'] })).toEqual([
    expect.stringMatching(/^warning .*SHOPIFY_SHOPS is no parameter’s name/),
  ]);
});

test('a value that ends at a # without quotes is a warning, which does not tell it', async () => {
  const lines = await linesFor({ POSTAL_ADDRESS: '12 Main St' }, 'my-shop', { cut: ['POSTAL_ADDRESS'] });
  expect(lines).toEqual([
    expect.stringMatching(/^warning .*POSTAL_ADDRESS ends at a # without quotes.* → .*double quotes/),
  ]);
  expect(lines.join()).not.toContain('12 Main St');
});

test('a secret that could not be read is a warning, and nothing is said of its form', async () => {
  expect(await linesFor({ LINK_KEYS: '' }, 'my-shop', { unseen: ['LINK_KEYS'] })).toEqual([
    expect.stringMatching(/^warning .*LINK_KEYS could not be read: it is dark. → Switch it on.$/),
  ]);
});

test('a secret whose newest version is disabled is to be fixed, with the place to enable it', async () => {
  expect(await linesFor({ LINK_KEYS: '' }, 'my-shop', { disabled: ['LINK_KEYS'] })).toEqual([
    expect.stringMatching(
      /^fix this .*newest version of LINK_KEYS is disabled .*secret\/LINK_KEYS\/versions\?project=my-shop → .*Enable/,
    ),
  ]);
});

test.each([
  [
    'a parameter that is not given',
    { POSTAL_ADDRESS: '' },
    /POSTAL_ADDRESS is not given; .* → Write POSTAL_ADDRESS=… in \.env\.my-shop/,
  ],
  [
    'a secret that is not given',
    { ADDRESS_HASH_KEY: '' },
    /ADDRESS_HASH_KEY is not given; .* → Make a key .*functions:secrets:set ADDRESS_HASH_KEY --project my-shop/,
  ],
  [
    'a secret that ends with a line break',
    { SHOPIFY_CLIENT_SECRET: 'hush\n' },
    /SHOPIFY_CLIENT_SECRET ends with a line break.*printf %s/,
  ],
  ['an id that ends with a line break', { SHOPIFY_CLIENT_ID: 'hush\r\n' }, /SHOPIFY_CLIENT_ID ends with a line break/],
  [
    'a value with white space around',
    { SES_CONFIGURATION_SET: ' weekly' },
    /SES_CONFIGURATION_SET begins or ends with white space/,
  ],
  [
    'a time zone that does not exist',
    { SHOP_TIME_ZONE: 'Europe/Berlln' },
    /There is no time zone "Europe\/Berlln": .*such as Europe\/Berlin/,
  ],
  [
    'a product’s global id',
    { SHOPIFY_PRODUCT_IDS: 'gid://shopify/Product/1001' },
    /holds gid:\/\/shopify\/Product\/1001: write only its number, 1001/,
  ],
  [
    'a variant’s global id',
    { SHOPIFY_PRODUCT_IDS: '1001,gid://shopify/ProductVariant/4' },
    /ProductVariant\/4, which is a variant: .*after \/products\//,
  ],
  ['a list with something else', { SHOPIFY_PRODUCT_IDS: '1001;1002' }, /SHOPIFY_PRODUCT_IDS must be product numbers/],
  ['a switch that is neither on nor off', { EXPLORER: 'yes' }, /EXPLORER must be true or false/],
  ['a key that is too short', { LINK_KEYS: 'k1:hush' }, /LINK_KEYS must be id:key pairs/],
])('%s is to be fixed by one clear line', async (_what, changed, line) => {
  const lines = await linesFor(changed, 'my-shop');
  expect(lines).toEqual([expect.stringMatching(line)]);
  expect(lines[0]).toMatch(/^fix this /);
  expect(lines.join()).not.toMatch(/hush|\n/);
});

test('each of several mistakes has its own line', async () => {
  expect(await linesFor({ PUBLIC_URL: 'challenge.example.com', BRAND_NAME: '', SES_REGION: 'Frankfurt' })).toHaveLength(
    3,
  );
});
