import { expect, test } from 'vitest';
import { sesDkim } from '../../../local/doctor/ses-dkim.ts';
import type { SesIdentity } from '../../../local/ses/account-settings.ts';
import { lookAt } from './look-at.ts';
import { sesPatient } from './ses-patient.ts';

async function linesFor(dkim: SesIdentity['dkim']) {
  const identity: SesIdentity = { verification: 'Success', ...(dkim ? { dkim } : {}) };
  const patient = await sesPatient({ identities: { 'mail.example.com': identity } });
  return lookAt(() => sesDkim(patient));
}

test('a signed domain is ok', async () => {
  expect(await linesFor({ enabled: true, status: 'Success' })).toEqual([
    expect.stringMatching(/^ok .*signed for mail\.example\.com$/),
  ]);
});

test('records that SES cannot look up for now are a warning', async () => {
  expect(await linesFor({ enabled: true, status: 'TemporaryFailure' })).toEqual([
    expect.stringMatching(/^warning .*could not look up/),
  ]);
});

test('missing records are to be fixed, and are told as they must be published', async () => {
  expect(await linesFor({ enabled: true, status: 'Pending' })).toEqual([
    expect.stringMatching(/^fix this .*tokenone\._domainkey\.mail\.example\.com → tokenone\.dkim\.amazonses\.com/),
  ]);
});

test.each([
  ['switched off', { enabled: false, status: 'Success' } as const, 'switched off'],
  ['never begun', undefined, 'Easy DKIM'],
])('a signature that was %s is to be fixed', async (_how, dkim, told) => {
  expect(await linesFor(dkim)).toEqual([expect.stringMatching(`^fix this .*${told}`)]);
});
