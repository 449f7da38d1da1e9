import { expect, test } from 'vitest';
import { params, secrets } from '../../../functions/params.ts';
import { localParams } from '../../../local/stack/local-params.ts';
import { fixedPorts } from '../../../local/stack/ports.ts';

test('every declared parameter and secret has a local value, and nothing else has', () => {
  const local = localParams(fixedPorts, {});
  expect(Object.keys(local.params).sort()).toEqual(Object.keys(params).sort());
  expect(Object.keys(local.secrets).sort()).toEqual(Object.keys(secrets).sort());
});

test('a variable of the environment wins over the local value', () => {
  const env = { SHOPIFY_ORIGIN: 'http://127.0.0.1:9006', SHOPIFY_CLIENT_SECRET: 'another' };
  const local = localParams(fixedPorts, env);
  expect(local.params.SHOPIFY_ORIGIN).toBe('http://127.0.0.1:9006');
  expect(local.secrets.SHOPIFY_CLIENT_SECRET).toBe('another');
});

test('an empty address of SES or Shopify counts as none: the stand-in is used', () => {
  const local = localParams(fixedPorts, { AWS_ENDPOINT_URL_SES: '', SHOPIFY_ORIGIN: '', SHOPIFY_CLIENT_ID: '' });
  expect(local.params).toEqual({ ...localParams(fixedPorts, {}).params, SHOPIFY_CLIENT_ID: '' });
});

test('the addresses follow the ports of the stack, so two stacks never share one', () => {
  const { params: values } = localParams({ ...fixedPorts, hosting: 6000, ses: 6005, shopify: 6006 }, {});
  expect(values.PUBLIC_URL).toBe('http://127.0.0.1:6000');
  expect(values.AWS_ENDPOINT_URL_SES).toBe('http://127.0.0.1:6005');
  expect(values.SHOPIFY_ORIGIN).toBe('http://127.0.0.1:6006');
});

test('events are taken from the stand-in, and from no topic where SES is another one', () => {
  const { params: own } = localParams(fixedPorts, {});
  expect([own.AWS_ENDPOINT_URL_SNS, own.SES_EVENT_TOPICS !== '']).toEqual([own.AWS_ENDPOINT_URL_SES, true]);
  const { params: other } = localParams(fixedPorts, { AWS_ENDPOINT_URL_SES: 'http://127.0.0.1:9005' });
  expect([other.AWS_ENDPOINT_URL_SNS, other.SES_EVENT_TOPICS]).toEqual(['', '']);
});

test('no value leads outside this machine', () => {
  const { params: values } = localParams(fixedPorts, {});
  const origins = Object.values(values).filter((value) => value.includes('://'));
  for (const origin of origins) expect(new URL(origin).hostname).toBe('127.0.0.1');
});
