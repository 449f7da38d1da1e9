import { expect, test } from 'vitest';
import { credentialFault } from '../../../local/project/credential-fault.ts';
import { Unseen } from '../../../local/project/unseen.ts';

test.each(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ETIMEDOUT'])('%s is the network, also as a cause', (code) => {
  const failed = Object.assign(new Error('failed'), { code });
  for (const error of [failed, new Error('no token', { cause: failed })])
    expect(credentialFault(error)).toMatchObject({ mend: expect.stringContaining('network') });
});

test.each([[new Error('no file')], [Object.assign(new Error('400'), { code: '400' })], ['a text']])(
  'anything else is nobody signed in, and how to sign in is told: %s',
  (error) => {
    expect(credentialFault(error)).toMatchObject({
      message: 'no credentials for Google were found. Run gcloud auth application-default login.',
    });
  },
);

test('what was said already is said as it is', () => {
  const said = new Unseen('it is dark', 'Switch it on.');
  expect(credentialFault(said)).toBe(said);
});
