// The configuration: good values parsed, bad ones named and never shown.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Config, config } from '../functions/config.ts';
import { AppError } from '../functions/errors.ts';
import { given, params, secrets } from '../functions/params.ts';

const hashKey = Buffer.alloc(32, 7).toString('base64url');
const good: Record<string, string> = {
  PUBLIC_URL: 'https://challenge.example.com',
  SHOP_TIME_ZONE: 'Europe/Berlin',
  MISFIRE_GRACE_HOURS: '36',
  EXPLORER: 'false',
  BRAND_NAME: 'Weekly challenge',
  POSTAL_ADDRESS: '1 Example Street, 10115 Berlin',
  MAIL_FROM_ADDRESS: 'challenge@weekly.example.com',
  MAIL_REPLY_TO: '',
  SES_REGION: 'eu-central-1',
  SES_ACCESS_KEY_ID: 'an-access-key-id',
  SES_SECRET_ACCESS_KEY: 'a/secret+of=aws',
  SES_CONFIGURATION_SET: '',
  SES_EVENT_TOPICS: 'arn:aws:sns:eu-central-1:123456789012:stepladder, arn:aws:sns:eu-central-1:123456789012:other',
  SNS_SIGNATURE_VERSION_1: 'false',
  RESEND_UNKNOWN: 'true',
  OPERATOR_EMAIL: 'operator@example.com',
  AWS_ENDPOINT_URL_SES: '',
  AWS_ENDPOINT_URL_SNS: '',
  TEST_MAIL_ADDRESSES: 'Grace@example.com, hopper@example.com',
  SHOPIFY_SHOP: 'my-shop.myshopify.com',
  SHOPIFY_ORIGIN: '',
  SHOPIFY_CLIENT_ID: '',
  SHOPIFY_CLIENT_SECRET: 'a-client-secret',
  SHOPIFY_PRODUCT_IDS: '7001,7002',
  LINK_KEYS: `new:${hashKey},old:${hashKey}`,
  ADDRESS_HASH_KEY: hashKey,
};

beforeEach(() => {
  for (const [parameter, value] of Object.entries(good)) vi.stubEnv(parameter, value);
  vi.stubEnv('FIREBASE_CONFIG', '{"projectId":"stepladder-production"}');
});
afterEach(() => vi.unstubAllEnvs());

/** What reading one value throws. */
function failure(name: keyof Config): AppError {
  try {
    void config[name];
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error(`${name} was taken.`);
}

describe('the configuration', () => {
  it('has a value for every parameter and secret that is declared', () => {
    expect(Object.keys(good).sort()).toEqual(Object.keys({ ...params, ...secrets }).sort());
    expect(Object.keys(config)).toHaveLength(Object.keys({ ...good, ...given }).length);
  });

  it('gives parsed values, and undefined for what may be left empty', () => {
    expect({ ...config }).toEqual({
      projectId: 'stepladder-production',
      publicUrl: 'https://challenge.example.com',
      timeZone: 'Europe/Berlin',
      misfireGraceHours: 36,
      explorer: false,
      brandName: 'Weekly challenge',
      postalAddress: '1 Example Street, 10115 Berlin',
      mailFrom: 'challenge@weekly.example.com',
      mailReplyTo: undefined,
      testMailAddresses: ['grace@example.com', 'hopper@example.com'],
      sesRegion: 'eu-central-1',
      sesAccessKeyId: 'an-access-key-id',
      sesSecretAccessKey: 'a/secret+of=aws',
      sesConfigurationSet: undefined,
      sesEventTopics: [
        'arn:aws:sns:eu-central-1:123456789012:stepladder',
        'arn:aws:sns:eu-central-1:123456789012:other',
      ],
      snsSignatureVersion1: false,
      resendUnknown: true,
      operatorEmail: 'operator@example.com',
      snsEndpoint: undefined,
      sesEndpoint: undefined,
      shopifyShop: 'my-shop.myshopify.com',
      shopifyOrigin: undefined,
      shopifyClientId: undefined,
      shopifyClientSecret: 'a-client-secret',
      shopifyProductIds: ['7001', '7002'],
      linkKeys: `new:${hashKey},old:${hashKey}`,
      addressHashKey: hashKey,
    });
  });

  it('reads a value when it is used, so that a function needs only its own secrets', () => {
    vi.stubEnv('LINK_KEYS', '');
    expect(config.timeZone).toBe('Europe/Berlin');
    expect(failure('linkKeys').code).toBe('MISCONFIGURED');
  });

  it('takes the project from the platform alone, and says so where it tells none', () => {
    vi.stubEnv('FIREBASE_CONFIG', '{}');
    expect(failure('projectId').message).toBe('PROJECT_ID must be given by the platform, in FIREBASE_CONFIG.');
  });

  it('takes the public origin without the slash at its end', () => {
    vi.stubEnv('PUBLIC_URL', 'http://127.0.0.1:5000/');
    expect(config.publicUrl).toBe('http://127.0.0.1:5000');
  });

  it('takes a public origin with letters of its own in the form that mail headers can hold', () => {
    vi.stubEnv('PUBLIC_URL', 'https://rätsel.example');
    expect(config.publicUrl).toBe('https://xn--rtsel-gra.example');
  });

  it.each(['http://127.0.0.1:5000', 'http://localhost:5000', 'https://challenge.example.com:8443'])(
    'takes the public origin %s: http only on this machine',
    (origin) => {
      vi.stubEnv('PUBLIC_URL', origin);
      expect(config.publicUrl).toBe(origin);
    },
  );

  it.each([
    'Asia/Kolkata',
    'Europe/Kyiv',
    'America/Argentina/Buenos_Aires',
    'America/New_York',
    'Pacific/Auckland',
    'UTC',
  ])('takes the time zone %s', (zone) => {
    vi.stubEnv('SHOP_TIME_ZONE', zone);
    expect(config.timeZone).toBe(zone);
  });
});

const refusals: [keyof Config, string, string, string][] = [
  ['publicUrl', 'PUBLIC_URL', 'wrong.example.org', 'an origin such as https://challenge.example.com'],
  ['publicUrl', 'PUBLIC_URL', 'ftp://files.example.org', 'an origin such as https://challenge.example.com'],
  ['publicUrl', 'PUBLIC_URL', 'https://user@wrong.example.org', 'an origin such as https://challenge.example.com'],
  ['publicUrl', 'PUBLIC_URL', 'https://[wrong.example.org', 'an origin such as https://challenge.example.com'],
  ['publicUrl', 'PUBLIC_URL', 'http://wrong.example.org', 'an origin such as https://challenge.example.com'],
  ['publicUrl', 'PUBLIC_URL', 'http://localhost.example.org', 'an origin such as https://challenge.example.com'],
  [
    'publicUrl',
    'PUBLIC_URL',
    'http://127.0.0.1:80@wrong.example.org',
    'an origin such as https://challenge.example.com',
  ],
  ['publicUrl', 'PUBLIC_URL', '', 'an origin such as https://challenge.example.com'],
  ['timeZone', 'SHOP_TIME_ZONE', 'Europe/Atlantis', 'an IANA time zone such as Europe/Berlin'],
  ['timeZone', 'SHOP_TIME_ZONE', 'CEST', 'an IANA time zone such as Europe/Berlin'],
  ['timeZone', 'SHOP_TIME_ZONE', '+02:00', 'an IANA time zone such as Europe/Berlin'],
  ['timeZone', 'SHOP_TIME_ZONE', '', 'an IANA time zone such as Europe/Berlin'],
  ['postalAddress', 'POSTAL_ADDRESS', '', 'the postal address of the sender'],
  ['mailFrom', 'MAIL_FROM_ADDRESS', 'Challenge <wrong@example.org>', 'an e-mail address'],
  ['mailFrom', 'MAIL_FROM_ADDRESS', 'wrong@example.org\nBcc: x@example.org', 'an e-mail address'],
  ['mailReplyTo', 'MAIL_REPLY_TO', 'wrong-at-example', 'an e-mail address'],
  ['testMailAddresses', 'TEST_MAIL_ADDRESSES', 'wrong-at-example', 'e-mail addresses separated by commas'],
  ['testMailAddresses', 'TEST_MAIL_ADDRESSES', 'a@example.org,', 'e-mail addresses separated by commas'],
  ['sesRegion', 'SES_REGION', 'Frankfurt', 'an AWS region such as eu-central-1'],
  ['sesRegion', 'SES_REGION', 'eu-central-1a', 'an AWS region such as eu-central-1'],
  ['sesAccessKeyId', 'SES_ACCESS_KEY_ID', '', 'an AWS access key id'],
  ['sesAccessKeyId', 'SES_ACCESS_KEY_ID', 'wrong-key-id\n', 'an AWS access key id'],
  ['sesSecretAccessKey', 'SES_SECRET_ACCESS_KEY', 'wrong-secret\n', 'an AWS secret without white space'],
  ['sesSecretAccessKey', 'SES_SECRET_ACCESS_KEY', '', 'an AWS secret without white space'],
  ['sesEndpoint', 'AWS_ENDPOINT_URL_SES', '127.0.0.1:8005', 'an origin such as'],
  ['shopifyShop', 'SHOPIFY_SHOP', 'https://wrong-shop.myshopify.com', 'a domain such as my-shop.myshopify.com'],
  ['shopifyShop', 'SHOPIFY_SHOP', 'wrong-shop.example.com', 'a domain such as my-shop.myshopify.com'],
  ['shopifyOrigin', 'SHOPIFY_ORIGIN', '127.0.0.1:8006', 'an origin such as'],
  ['shopifyClientSecret', 'SHOPIFY_CLIENT_SECRET', 'wrong-secret\n', 'a secret without white space'],
  ['shopifyProductIds', 'SHOPIFY_PRODUCT_IDS', 'gid://shopify/Product/7001', 'product numbers separated by commas'],
  ['shopifyProductIds', 'SHOPIFY_PRODUCT_IDS', '7001,', 'product numbers separated by commas'],
  ['shopifyProductIds', 'SHOPIFY_PRODUCT_IDS', '', 'product numbers separated by commas'],
  ['linkKeys', 'LINK_KEYS', 'only-an-id', 'id:key pairs'],
  ['linkKeys', 'LINK_KEYS', `short:${hashKey.slice(1)}`, 'id:key pairs'],
  ['linkKeys', 'LINK_KEYS', `new:${hashKey}\n`, 'id:key pairs'],
  ['addressHashKey', 'ADDRESS_HASH_KEY', `${hashKey}\n`, 'base64url of at least 32 bytes'],
  ['addressHashKey', 'ADDRESS_HASH_KEY', hashKey.slice(1), 'base64url of at least 32 bytes'],
];

describe('a parameter that is wrong', () => {
  it.each(refusals)(
    'is refused by name, with what would be right, and without its value: %s',
    (name, parameter, value, right) => {
      vi.stubEnv(parameter, value);
      const { code, message, cause, retryable } = failure(name);
      expect({ code, retryable, cause }).toEqual({ code: 'MISCONFIGURED', retryable: false, cause: undefined });
      expect(message.startsWith(`${parameter} must be ${right}`)).toBe(true);
      if (value !== '') expect(message).not.toContain(value.trim());
    },
  );

  it.each([
    ['misfireGraceHours', 'MISFIRE_GRACE_HOURS', '-1', /^MISFIRE_GRACE_HOURS must be [a-z0-9]/],
    ['brandName', 'BRAND_NAME', '', /^BRAND_NAME must be [a-z0-9]/],
    ['brandName', 'BRAND_NAME', 'x'.repeat(81), /^BRAND_NAME must be [a-z0-9].*80/],
  ] as const)('is told in a sentence: %s', (name, parameter, value, sentence) => {
    vi.stubEnv(parameter, value);
    expect(failure(name).message).toMatch(sentence);
  });

  it.each(['', 'none', 'a day'])(
    'does not switch the rules of lateness off when the hours of grace are no number: %j',
    (hours) => {
      vi.stubEnv('MISFIRE_GRACE_HOURS', hours);
      expect(failure('misfireGraceHours').message).toMatch(/^MISFIRE_GRACE_HOURS must be /);
    },
  );
});
