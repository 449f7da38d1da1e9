import { expect, test } from 'vitest';
import { LocalError } from '../../../local/local-error.ts';
import { authFault } from '../../../local/project/auth-fault.ts';

const coded = (code: string) => Object.assign(new Error('a long answer of the server'), { code });

test.each([
  ['auth/insufficient-permission', 'needs the role Firebase Authentication Admin'],
  ['auth/configuration-not-found', 'Get started'],
  ['app/network-error', 'check the network'],
  ['auth/internal-error', 'answered with auth/internal-error'],
])('%s is one line that says what to do, without what the server said', (code, told) => {
  const fault = authFault(coded(code), 'my-shop');
  expect(fault).toBeInstanceOf(LocalError);
  expect(fault).toMatchObject({ message: expect.stringMatching(`^Firebase Auth of my-shop [^\n]*${told}[^\n]*$`) });
  expect(String(fault)).not.toContain('a long answer');
});

test.each([[new TypeError('a fault of ours')], [coded('EACCES')], [new LocalError('a line of its own')]])(
  '%s stays what it is',
  (error) => {
    expect(authFault(error, 'my-shop')).toBe(error);
  },
);
