import { expect, test } from 'vitest';
import { identityNames } from '../../../local/doctor/identity-names.ts';
import { sesIdentity } from '../../../local/doctor/ses-identity.ts';
import { lookAt } from './look-at.ts';
import { sesPatient } from './ses-patient.ts';

test.each([['mail.example.com'], ['example.com']])('a sender whose domain is covered by %s is ok', async (domain) => {
  const patient = await sesPatient({ identities: { [domain]: { verification: 'Success' } } });
  expect(await lookAt(() => sesIdentity(patient))).toEqual([expect.stringMatching(`^ok .*: ${domain} is verified`)]);
});

test('a sender of whom only the address is verified is a warning', async () => {
  const patient = await sesPatient({ identities: { 'challenge@mail.example.com': { verification: 'Success' } } });
  expect(await lookAt(() => sesIdentity(patient))).toEqual([
    expect.stringMatching(/^warning .*not its domain mail\.example\.com.*Create identity/),
  ]);
});

test('a domain whose records are not found is to be fixed', async () => {
  const patient = await sesPatient({ identities: { 'mail.example.com': { verification: 'Pending' } } });
  expect(await lookAt(() => sesIdentity(patient))).toEqual([
    expect.stringMatching(/^fix this .*Pending.*Identities → mail\.example\.com/),
  ]);
});

test('a region without the identity is to be fixed, in that region’s console', async () => {
  const patient = await sesPatient({ identities: {} }, { sesRegion: 'eu-central-1' });
  expect(await lookAt(() => sesIdentity(patient))).toEqual([
    expect.stringMatching(/^fix this .*eu-central-1 has no identity for mail\.example\.com.*region=eu-central-1/),
  ]);
});

test('a sender in other letters is looked up as SES knows it', () => {
  expect(identityNames('post@Mail.Bücher.example')).toEqual([
    'post@mail.xn--bcher-kva.example',
    'mail.xn--bcher-kva.example',
    'xn--bcher-kva.example',
  ]);
});
