import { expect, test } from 'vitest';
import { sesMailFrom } from '../../../local/doctor/ses-mail-from.ts';
import type { SesIdentity } from '../../../local/ses/account-settings.ts';
import { lookAt } from './look-at.ts';
import { sesPatient } from './ses-patient.ts';

async function linesFor(mailFrom: SesIdentity['mailFrom']) {
  const identity: SesIdentity = { verification: 'Success', ...(mailFrom ? { mailFrom } : {}) };
  const patient = await sesPatient({ identities: { 'mail.example.com': identity } });
  return lookAt(() => sesMailFrom(patient));
}

const domain = 'bounce.mail.example.com';

test('a custom MAIL FROM domain that falls back is ok', async () => {
  expect(await linesFor({ domain, status: 'Success', onMxFailure: 'UseDefaultValue' })).toEqual([
    expect.stringMatching(/^ok .*bounce\.mail\.example\.com$/),
  ]);
});

test.each([
  ['none at all', undefined, 'no custom MAIL FROM'],
  [
    'one without its MX that falls back',
    { domain, status: 'Pending', onMxFailure: 'UseDefaultValue' } as const,
    'finds no MX',
  ],
  [
    'one that stops mails when a look-up fails',
    { domain, status: 'Success', onMxFailure: 'RejectMessage' } as const,
    'Behavior on MX failure',
  ],
])('%s is a warning', async (_what, mailFrom, told) => {
  expect(await linesFor(mailFrom)).toEqual([expect.stringMatching(`^warning .*${told}`)]);
});

test('one without its MX that refuses every mail is to be fixed, with the record to publish', async () => {
  expect(await linesFor({ domain, status: 'Failed', onMxFailure: 'RejectMessage' })).toEqual([
    expect.stringMatching(/^fix this .*MX 10 feedback-smtp\.us-east-1\.amazonses\.com for bounce\.mail/),
  ]);
});

const works = { domain: 'bounce.example.com', status: 'Success', onMxFailure: 'UseDefaultValue' } as const;

const above: SesIdentity = { verification: 'Success', mailFrom: works };

test.each([
  ['where SES does not know the sender’s own', {}],
  ['where the sender’s own was begun and never verified', { 'mail.example.com': { verification: 'Pending' } } as const],
])('the domain above counts %s', async (_where, own: Record<string, SesIdentity>) => {
  const patient = await sesPatient({ identities: { ...own, 'example.com': above } });
  expect(await lookAt(() => sesMailFrom(patient))).toEqual([expect.stringMatching(/^ok .*bounce\.example\.com$/)]);
});

test('a domain that is verified by itself inherits nothing of the one above it', async () => {
  const own: SesIdentity = { verification: 'Success' };
  const patient = await sesPatient({ identities: { 'mail.example.com': own, 'example.com': above } });
  expect(await lookAt(() => sesMailFrom(patient))).toEqual([
    expect.stringMatching(/^warning .*mail\.example\.com has no custom MAIL FROM/),
  ]);
});
