// The parameters and secrets of a local stack.
import type { params, secrets } from '../../functions/params.ts';
import type { Ports } from './ports.ts';

export type LocalParams = {
  params: Record<keyof typeof params, string>;
  secrets: Record<keyof typeof secrets, string>;
};

/**
 * A value for every declared parameter and secret: firebase-tools asks for those that have none. A variable of the same
 * name in `env` wins, but an empty address of SES or Shopify names none. No value opens anything outside this machine.
 */
export function localParams(ports: Ports, env: NodeJS.ProcessEnv): LocalParams {
  const given = {
    ...env,
    AWS_ENDPOINT_URL_SES: env.AWS_ENDPOINT_URL_SES || undefined,
    SHOPIFY_ORIGIN: env.SHOPIFY_ORIGIN || undefined,
  };
  // The SES stand-in is the one of SNS too.
  const hasStandIn = given.AWS_ENDPOINT_URL_SES === undefined;
  return {
    params: overridden(given, {
      PUBLIC_URL: `http://127.0.0.1:${ports.hosting}`,
      SHOP_TIME_ZONE: 'Europe/Berlin',
      MISFIRE_GRACE_HOURS: '0',
      BRAND_NAME: 'The Weekly Ladder',
      POSTAL_ADDRESS: '1 Example Street, 12345 Example Town',
      MAIL_FROM_ADDRESS: 'challenge@mail.example.com',
      MAIL_REPLY_TO: 'hello@example.com',
      TEST_MAIL_ADDRESSES: '',
      SES_REGION: 'us-east-1',
      SES_ACCESS_KEY_ID: 'demo-access-key',
      SES_CONFIGURATION_SET: '',
      SES_EVENT_TOPICS: hasStandIn ? 'arn:aws:sns:us-east-1:000000000000:ses-events' : '',
      SNS_SIGNATURE_VERSION_1: 'false',
      RESEND_UNKNOWN: 'false',
      OPERATOR_EMAIL: '',
      AWS_ENDPOINT_URL_SNS: hasStandIn ? `http://127.0.0.1:${ports.ses}` : '',
      AWS_ENDPOINT_URL_SES: `http://127.0.0.1:${ports.ses}`,
      SHOPIFY_SHOP: 'stepladder-demo.myshopify.com',
      SHOPIFY_ORIGIN: `http://127.0.0.1:${ports.shopify}`,
      SHOPIFY_CLIENT_ID: 'demo-client',
      SHOPIFY_PRODUCT_IDS: '1001',
      EXPLORER: 'true',
    }),
    secrets: overridden(given, {
      SES_SECRET_ACCESS_KEY: 'demo-secret-key',
      SHOPIFY_CLIENT_SECRET: 'demo-secret',
      LINK_KEYS: `local:${demoKey('link')}`,
      ADDRESS_HASH_KEY: demoKey('address'),
    }),
  };
}

/** base64url of 32 bytes that everybody knows. */
function demoKey(name: string): string {
  return Buffer.from(`demo ${name} key`.padEnd(32, '.')).toString('base64url');
}

function overridden<Name extends string>(env: NodeJS.ProcessEnv, values: Record<Name, string>): Record<Name, string> {
  const names = Object.keys(values) as Name[];
  return Object.fromEntries(names.map((name) => [name, env[name] ?? values[name]])) as Record<Name, string>;
}
