// Every parameter and secret that a deployment has, with its unit and default.
import { defineBoolean, defineSecret, defineString, projectID } from 'firebase-functions/params';

const text = (name: string, description: string, fallback = '') =>
  defineString(name, { description, default: fallback });

/** Declared parameters, by name; the README's table is made from these. */
export const params = {
  PUBLIC_URL: text('PUBLIC_URL', 'Origin of the learner page and of every link in a mail, without a slash at the end.'),
  SHOP_TIME_ZONE: text(
    'SHOP_TIME_ZONE',
    'IANA time zone of the shop: decides weeks and the hour of the schedule.',
    'Europe/Berlin',
  ),
  MISFIRE_GRACE_HOURS: text(
    'MISFIRE_GRACE_HOURS',
    'A run that starts later than this after its schedule waits for an operator. 0 switches all lateness rules off, for local use.',
    '36',
  ),
  BRAND_NAME: text('BRAND_NAME', 'Name of the weekly mail, as learners know it.', 'Weekly challenge'),
  POSTAL_ADDRESS: text('POSTAL_ADDRESS', 'Postal address in the footer of every mail (CAN-SPAM).'),
  MAIL_FROM_ADDRESS: text('MAIL_FROM_ADDRESS', 'Address that mails come from; its domain is verified in SES.'),
  MAIL_REPLY_TO: text('MAIL_REPLY_TO', 'Address that answers go to; empty: the address mails come from.'),
  TEST_MAIL_ADDRESSES: text(
    'TEST_MAIL_ADDRESSES',
    'Addresses that editors may send test mails to besides their own, separated by commas; empty: none.',
  ),
  SES_REGION: text('SES_REGION', 'AWS region of the SES account.', 'us-east-1'),
  SES_ACCESS_KEY_ID: text(
    'SES_ACCESS_KEY_ID',
    'AWS access key id that may call ses:SendRawEmail and ses:GetSendQuota.',
  ),
  SES_CONFIGURATION_SET: text('SES_CONFIGURATION_SET', 'SES configuration set of the mails; empty: none.'),
  SES_EVENT_TOPICS: text(
    'SES_EVENT_TOPICS',
    'ARNs of the SNS topics whose SES events are taken, separated by commas; empty: none is.',
  ),
  SNS_SIGNATURE_VERSION_1: defineBoolean('SNS_SIGNATURE_VERSION_1', {
    description: 'Whether SNS messages with the older signature, version 1 (SHA-1), are taken too.',
    default: false,
  }),
  RESEND_UNKNOWN: defineBoolean('RESEND_UNKNOWN', {
    description:
      'Whether a mail of unknown outcome is sent once more after 6 hours without an event, where later mails had theirs. Otherwise an operator decides.',
    default: false,
  }),
  OPERATOR_EMAIL: text(
    'OPERATOR_EMAIL',
    'Address that is told when a run needs a person; empty: only the log says so.',
  ),
  AWS_ENDPOINT_URL_SES: text('AWS_ENDPOINT_URL_SES', 'Another address for SES; empty: the real one of the region.'),
  AWS_ENDPOINT_URL_SNS: text(
    'AWS_ENDPOINT_URL_SNS',
    'Another address for SNS and its certificates; empty: the real one of the region.',
  ),
  SHOPIFY_SHOP: text('SHOPIFY_SHOP', 'The shop’s own domain, such as my-shop.myshopify.com.'),
  SHOPIFY_ORIGIN: text('SHOPIFY_ORIGIN', 'Another origin for the Admin API; empty: https and the shop’s own domain.'),
  SHOPIFY_CLIENT_ID: text(
    'SHOPIFY_CLIENT_ID',
    'Client id of the Dev Dashboard app; empty: the secret is an older shpat_ token.',
  ),
  SHOPIFY_PRODUCT_IDS: text(
    'SHOPIFY_PRODUCT_IDS',
    'Numbers of the products that entitle to the weekly challenge, separated by commas.',
  ),
  EXPLORER: defineBoolean('EXPLORER', { description: 'Whether GraphiQL and introspection are on.', default: false }),
};

/** What the platform tells every function by itself; nobody sets it. */
export const given = {
  /** The id of the Google Cloud project that the function is deployed to. */
  PROJECT_ID: projectID,
};

/** Declared secrets, by name; each is bound only to the functions that need it. */
export const secrets = {
  SES_SECRET_ACCESS_KEY: defineSecret('SES_SECRET_ACCESS_KEY'),
  SHOPIFY_CLIENT_SECRET: defineSecret('SHOPIFY_CLIENT_SECRET'),
  /** `id:key` pairs separated by commas, the key base64url of at least 32 bytes; the first signs, all verify. */
  LINK_KEYS: defineSecret('LINK_KEYS'),
  /** base64url of at least 32 bytes: keys the HMAC under which suppressed addresses are kept. */
  ADDRESS_HASH_KEY: defineSecret('ADDRESS_HASH_KEY'),
};

/** The Monday schedule, in the shop's time zone: unix-cron, because only then Cloud Scheduler keeps the schedule's time over retries. */
export const weeklySchedule = '0 9 * * 1';
