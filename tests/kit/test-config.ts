// A whole configuration for tests, none of it read from the environment.
import type { Config } from '../../functions/config.ts';

/** Keys are of 32 equal bytes: fit for tests, and visibly nothing else. */
export function testConfig(overrides: Partial<Config> = {}): Config {
  return {
    projectId: 'demo-stepladder-test',
    publicUrl: 'http://127.0.0.1:5000',
    timeZone: 'Europe/Berlin',
    misfireGraceHours: 36,
    explorer: false,
    brandName: 'Weekly challenge',
    postalAddress: 'Stepladder, 1 Example Street, 10115 Berlin, Germany',
    mailFrom: 'challenge@weekly.example.com',
    mailReplyTo: undefined,
    testMailAddresses: [],
    sesRegion: 'us-east-1',
    sesAccessKeyId: 'test-access-key',
    sesSecretAccessKey: 'test-secret',
    sesConfigurationSet: undefined,
    sesEventTopics: [],
    snsSignatureVersion1: false,
    resendUnknown: false,
    operatorEmail: undefined,
    snsEndpoint: undefined,
    sesEndpoint: undefined,
    shopifyShop: 'example.myshopify.com',
    shopifyOrigin: undefined,
    shopifyClientId: 'test-client',
    shopifyClientSecret: 'test-secret',
    shopifyProductIds: ['7001'],
    linkKeys: `test:${Buffer.alloc(32, 1).toString('base64url')}`,
    addressHashKey: Buffer.alloc(32, 2).toString('base64url'),
    ...overrides,
  };
}
