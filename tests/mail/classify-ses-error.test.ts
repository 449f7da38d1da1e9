import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classifySesError } from '../../functions/mail/classify-ses-error.ts';

type Trait = { name?: string; message?: string; code?: string; syscall?: string; status?: number };

/** An error with the traits that the SES client gives its own. */
function thrown({ name = 'Error', message = '', code, syscall, status }: Trait): Error {
  return Object.assign(new Error(message), {
    name,
    ...(code === undefined ? {} : { code }),
    ...(syscall === undefined ? {} : { syscall }),
    ...(status === undefined ? {} : { $metadata: { httpStatusCode: status, attempts: 1 } }),
  });
}

describe('surely not sent, and may be tried again', () => {
  const rate = 'Maximum sending rate exceeded.';
  const daily = 'Daily message quota exceeded.';
  test.each<[string, Trait, string]>([
    ['the wire’s own throttling', { name: 'Throttling', message: rate, status: 400 }, 'rate'],
    ['the documented throttling', { name: 'ThrottlingException', message: rate, status: 400 }, 'rate'],
    ['too many requests', { name: 'TooManyRequestsException', message: rate, status: 429 }, 'rate'],
    ['any 429', { name: 'Unknown', message: rate, status: 429 }, 'rate'],
    ['the daily quota', { name: 'Throttling', message: daily, status: 400 }, 'daily-quota'],
    ['the daily quota as documented', { name: 'ThrottlingException', message: daily, status: 400 }, 'daily-quota'],
    ['throttling in other words', { name: 'Throttling', message: 'Rate exceeded', status: 400 }, 'overloaded'],
    ['an overloaded service', { name: 'ServiceUnavailable', status: 503 }, 'overloaded'],
    ['a refused connection', { code: 'ECONNREFUSED' }, 'network'],
    ['a host without address', { code: 'ENOTFOUND' }, 'network'],
    ['a name server that does not answer', { code: 'EAI_AGAIN' }, 'network'],
    ['a host without a way', { code: 'EHOSTUNREACH' }, 'network'],
    ['a network without a way', { code: 'ENETUNREACH' }, 'network'],
    ['an expired certificate', { code: 'CERT_HAS_EXPIRED' }, 'network'],
    ['a certificate of another host', { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'network'],
    ['a certificate signed by itself', { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'network'],
    ['a certificate of nobody known', { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }, 'network'],
    ['a connection that timed out', { name: 'TimeoutError', code: 'ETIMEDOUT', syscall: 'connect' }, 'network'],
    [
      'the client’s connection timeout',
      {
        name: 'TimeoutError',
        message: 'Socket timed out: it did not establish a connection with the server within 3000 ms',
      },
      'network',
    ],
    [
      'a handshake that broke',
      {
        name: 'TimeoutError',
        code: 'ECONNRESET',
        message: 'Client network socket disconnected before secure TLS connection was established',
      },
      'network',
    ],
  ])('%s', (_, error, because) => {
    expect(classifySesError(thrown(error))).toEqual({ kind: 'unsent', because, error: error.name ?? 'Error' });
  });

  test('a host of which every address refused', () => {
    const causes = [thrown({ code: 'ETIMEDOUT', syscall: 'connect' }), thrown({ code: 'ECONNREFUSED' })];
    const error = Object.assign(new AggregateError(causes), { code: 'ETIMEDOUT' });
    expect(classifySesError(error)).toMatchObject({ kind: 'unsent', because: 'network' });
  });
});

describe('refused, and never will be sent', () => {
  test.each<[string, Trait, string]>([
    ['an address that is none', { name: 'InvalidParameterValue', status: 400 }, 'ADDRESS_REFUSED'],
    [
      'a message that SES does not want',
      { name: 'MessageRejected', message: 'Address blacklisted.', status: 400 },
      'MESSAGE_REFUSED',
    ],
  ])('%s', (_, error, code) => {
    expect(classifySesError(thrown(error))).toEqual({ kind: 'refused', code, error: error.name });
  });
});

describe('the account’s fault, with what to do', () => {
  test.each<[string, Trait, RegExp]>([
    [
      'an identity that is not verified',
      { name: 'MessageRejected', message: 'Email address is not verified. The following…' },
      /Verify.*MAIL_FROM_ADDRESS.*SES_REGION/,
    ],
    [
      'a suspended account',
      { name: 'MessageRejected', message: 'Sending suspended for this account.' },
      /paused sending/,
    ],
    ['a paused account', { name: 'AccountSendingPausedException' }, /paused sending/],
    ['a paused configuration set', { name: 'ConfigurationSetSendingPausedException' }, /SES_CONFIGURATION_SET/],
    ['a missing configuration set', { name: 'ConfigurationSetDoesNotExistException' }, /SES_CONFIGURATION_SET/],
    ['its name on the wire', { name: 'ConfigurationSetDoesNotExist' }, /SES_CONFIGURATION_SET/],
    ['a MAIL FROM domain that is not verified', { name: 'MailFromDomainNotVerifiedException' }, /DNS/],
    ['a template that is not there', { name: 'TemplateDoesNotExistException' }, /AWS_ENDPOINT_URL_SES/],
    ['a key that may not', { name: 'AccessDenied', status: 403 }, /Allow ses:SendRawEmail/],
    ['a key that may not, as documented', { name: 'AccessDeniedException', status: 400 }, /Allow ses:SendRawEmail/],
    ['an unknown key', { name: 'InvalidClientTokenId', status: 403 }, /SES_ACCESS_KEY_ID/],
    ['a wrong secret', { name: 'SignatureDoesNotMatch', status: 403 }, /SES_SECRET_ACCESS_KEY/],
    ['an expired token', { name: 'ExpiredToken', status: 403 }, /does not expire/],
    ['an account that is not signed up', { name: 'OptInRequired', status: 403 }, /Sign the AWS account up/],
  ])('%s', (_, error, fix) => {
    expect(classifySesError(thrown(error))).toEqual({
      kind: 'account',
      error: error.name,
      fix: expect.stringMatching(fix),
    });
  });
});

describe('nobody knows, so it is not sent again', () => {
  test.each<[string, Trait]>([
    ['a connection that was reset', { name: 'TimeoutError', code: 'ECONNRESET', message: 'socket hang up' }],
    ['a broken pipe', { name: 'TimeoutError', code: 'EPIPE', syscall: 'write' }],
    ['an answer that did not come in time', { name: 'TimeoutError', message: 'Request timed out after 15000 ms' }],
    ['a socket that timed out while reading', { name: 'TimeoutError', code: 'ETIMEDOUT', syscall: 'read' }],
    ['an aborted request', { name: 'AbortError' }],
    ['an answer that was cut off', { message: 'aborted', code: 'ECONNRESET' }],
    ['an internal failure', { name: 'InternalFailure', status: 500 }],
    ['a request timeout', { name: 'RequestTimeout', status: 408 }],
    ['a bad gateway', { name: 'Unknown', status: 502 }],
    ['a gateway that timed out', { name: 'Unknown', status: 504 }],
    ['a 503 of somebody between', { name: 'Unknown', status: 503 }],
    ['a refusal that we do not know', { name: 'BrandNewException', status: 400 }],
  ])('%s', (_, error) => {
    expect(classifySesError(thrown(error))).toEqual({ kind: 'unknown', error: error.name ?? 'Error' });
  });

  test('several addresses of which one may have taken it', () => {
    const error = new AggregateError([thrown({ code: 'ECONNREFUSED' }), thrown({ code: 'ECONNRESET' })]);
    expect(classifySesError(error)).toMatchObject({ kind: 'unknown' });
  });

  test('whatever is thrown that no row speaks of', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(classifySesError(value)).toMatchObject({ kind: 'unknown' });
      }),
    );
  });
});

test('no message of SES and no odd name gets into the outcome: they may quote an address', () => {
  const message = 'Email address is not verified. ada@example.com';
  expect(JSON.stringify(classifySesError(thrown({ name: 'MessageRejected', message })))).not.toContain('ada@');
  expect(classifySesError(thrown({ name: 'to ada@example.com' }))).toEqual({ kind: 'unknown', error: 'Unknown' });
});
