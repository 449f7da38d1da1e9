import { expect, test } from 'vitest';
import { spf } from '../../../local/doctor/spf.ts';
import { txtLookup } from '../../../local/doctor/txt-lookup.ts';
import { lookAt } from './look-at.ts';
import { sesPatient } from './ses-patient.ts';
import { zone } from './zone.ts';

const name = 'bounce.mail.example.com';

async function linesFor(records: string[][] | string) {
  const { ses } = await sesPatient();
  return lookAt(() => spf({ ses, txt: txtLookup(zone({ [name]: records })) }));
}

test('one record that names amazonses.com is ok, also in parts and beside others', async () => {
  const lines = await linesFor([['some-proof=1'], ['v=spf1 include:amazon', 'ses.com ~all']]);
  expect(lines).toEqual([expect.stringMatching(/^ok .*lets SES send$/)]);
});

test('no custom MAIL FROM domain is a warning', async () => {
  const { ses } = await sesPatient({ identities: { 'mail.example.com': { verification: 'Success' } } });
  expect(await lookAt(() => spf({ ses, txt: txtLookup(zone({})) }))).toEqual([
    expect.stringMatching(/^warning .*amazonses\.com only/),
  ]);
});

test('a DNS that does not answer is a warning', async () => {
  expect(await linesFor('ESERVFAIL')).toEqual([expect.stringMatching(/^warning .*not looked at.*ESERVFAIL/)]);
});

test.each([
  ['no record', [], 'has no SPF record'],
  ['two records', [['v=spf1 include:amazonses.com ~all'], ['v=spf1 -all']], '2 SPF records'],
  ['a record for others only', [['v=spf1 include:example.net -all']], 'does not name amazonses.com'],
  ['a record that forbids SES', [['v=spf1 -include:amazonses.com ~all']], 'does not name amazonses.com'],
])('%s is to be fixed', async (_what, records, told) => {
  expect(await linesFor(records)).toEqual([expect.stringMatching(`^fix this .*${told}.*TXT ${name}`)]);
});

test('the record of the verified domain above the sender’s counts, where the sender’s own is not verified', async () => {
  const works = { domain: 'bounce.example.com', status: 'Success', onMxFailure: 'UseDefaultValue' } as const;
  const { ses } = await sesPatient({
    identities: {
      'mail.example.com': { verification: 'Pending' },
      'example.com': { verification: 'Success', mailFrom: works },
    },
  });
  const txt = txtLookup(zone({ 'bounce.example.com': [['v=spf1 include:amazonses.com ~all']] }));
  expect(await lookAt(() => spf({ ses, txt }))).toEqual([expect.stringMatching(/^ok .*bounce\.example\.com/)]);
});
