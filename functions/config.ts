// The deployment's parameters as parsed values; the only reader of the environment.
import { z } from 'zod';
import { AppError } from './errors.ts';
import { given, params, secrets } from './params.ts';

const anOrigin = 'an origin such as https://challenge.example.com';
/** The links of every mail begin with it: without TLS only on the machine itself. */
const publicOrigin = z
  .string()
  .regex(/^(https:\/\/[^/?#@\s]+|http:\/\/(127\.0\.0\.1|localhost)(:\d+)?)\/?$/, anOrigin)
  .refine((url) => URL.canParse(url), anOrigin)
  // In Punycode: it stands in a mail's headers, which hold ASCII alone.
  .transform((url) => new URL(url).origin);
const optionalOrigin = z
  .string()
  .regex(/^(https?:\/\/[^/?#\s]+\/?)?$/, `${anOrigin}, or empty`)
  .transform((url) => (url === '' ? undefined : url.replace(/\/$/, '')));
const optional = z.string().transform((text) => (text === '' ? undefined : text));
const address = z.email({ error: 'an e-mail address' });
const addresses = z
  .string()
  .transform((text) => (text.trim() === '' ? [] : text.split(',').map((each) => each.trim().toLowerCase())))
  .pipe(z.array(z.email({ error: 'e-mail addresses separated by commas, or empty' })));
const topics = z
  .string()
  .transform((text) => (text.trim() === '' ? [] : text.split(',').map((each) => each.trim())))
  .pipe(
    z.array(
      z
        .string()
        .regex(
          /^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[\w-]{1,256}$/,
          'ARNs of SNS topics separated by commas, or empty',
        ),
    ),
  );
const timeZone = z.string().refine(isTimeZone, { error: 'an IANA time zone such as Europe/Berlin' });
const key = z.string().regex(/^[A-Za-z0-9_-]{43,}$/, 'base64url of at least 32 bytes');
const productIds = z
  .string()
  .regex(/^\d+(,\d+)*$/, 'product numbers separated by commas, neither gid://… nor variants')
  .transform((text) => text.split(','));

const shape = {
  projectId: ['PROJECT_ID', z.string().min(1, 'given by the platform, in FIREBASE_CONFIG')],
  publicUrl: ['PUBLIC_URL', publicOrigin],
  timeZone: ['SHOP_TIME_ZONE', timeZone],
  misfireGraceHours: [
    'MISFIRE_GRACE_HOURS',
    z
      .string()
      .regex(/^\d{1,4}$/, 'whole hours such as 36; 0 switches lateness off')
      .transform(Number),
  ],
  explorer: ['EXPLORER', z.boolean()],
  brandName: ['BRAND_NAME', z.string().regex(/^.{1,80}$/, '1 to 80 characters on one line')],
  postalAddress: ['POSTAL_ADDRESS', z.string().min(1, 'the postal address of the sender')],
  mailFrom: ['MAIL_FROM_ADDRESS', address],
  mailReplyTo: ['MAIL_REPLY_TO', z.union([z.literal('').transform(() => undefined), address])],
  /** Trimmed, in lower case. */
  testMailAddresses: ['TEST_MAIL_ADDRESSES', addresses],
  sesRegion: ['SES_REGION', z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'an AWS region such as eu-central-1')],
  sesAccessKeyId: ['SES_ACCESS_KEY_ID', z.string().regex(/^\S+$/, 'an AWS access key id without white space')],
  sesSecretAccessKey: ['SES_SECRET_ACCESS_KEY', z.string().regex(/^\S+$/, 'an AWS secret without white space')],
  sesConfigurationSet: ['SES_CONFIGURATION_SET', optional],
  sesEventTopics: ['SES_EVENT_TOPICS', topics],
  snsSignatureVersion1: ['SNS_SIGNATURE_VERSION_1', z.boolean()],
  resendUnknown: ['RESEND_UNKNOWN', z.boolean()],
  operatorEmail: ['OPERATOR_EMAIL', z.union([z.literal('').transform(() => undefined), address])],
  snsEndpoint: ['AWS_ENDPOINT_URL_SNS', optionalOrigin],
  sesEndpoint: ['AWS_ENDPOINT_URL_SES', optionalOrigin],
  shopifyShop: [
    'SHOPIFY_SHOP',
    z.string().regex(/^[a-z0-9-]+\.myshopify\.com$/, 'a domain such as my-shop.myshopify.com'),
  ],
  shopifyOrigin: ['SHOPIFY_ORIGIN', optionalOrigin],
  shopifyClientId: ['SHOPIFY_CLIENT_ID', optional],
  shopifyClientSecret: ['SHOPIFY_CLIENT_SECRET', z.string().regex(/^\S+$/, 'a secret without white space')],
  shopifyProductIds: ['SHOPIFY_PRODUCT_IDS', productIds],
  linkKeys: [
    'LINK_KEYS',
    z
      .string()
      .regex(
        /^[\w-]+:[A-Za-z0-9_-]{43,}(,[\w-]+:[A-Za-z0-9_-]{43,})*$/,
        'id:key pairs, each key base64url of at least 32 bytes',
      ),
  ],
  addressHashKey: ['ADDRESS_HASH_KEY', key],
} as const;

type Shape = typeof shape;

/** The parsed value of each parameter; MISFIRE_GRACE_HOURS in hours. */
export type Config = { readonly [Name in keyof Shape]: z.output<Shape[Name][1]> };

/**
 * The configuration, each value parsed when it is first used: a function is bound only to the secrets that it needs.
 * Reading a value throws an AppError `MISCONFIGURED` that names the parameter and what would be right.
 */
export const config: Config = Object.defineProperties(
  {},
  Object.fromEntries(
    Object.entries(shape).map(([name, [parameter, schema]]) => [
      name,
      { get: () => read(parameter, schema), enumerable: true },
    ]),
  ),
) as Config;

function read(parameter: keyof typeof params | keyof typeof secrets | keyof typeof given, schema: z.ZodType): unknown {
  const declared = { ...params, ...secrets, ...given }[parameter];
  const parsed = schema.safeParse(declared.value());
  if (parsed.success) return parsed.data;
  throw new AppError('MISCONFIGURED', `${parameter} must be ${parsed.error.issues[0]?.message ?? 'set'}.`);
}

/** Not by `Intl.supportedValuesOf`: it lacks UTC and holds one of several names, Asia/Calcutta and not Asia/Kolkata. */
function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return /^[A-Za-z]/.test(zone);
  } catch {
    return false;
  }
}
