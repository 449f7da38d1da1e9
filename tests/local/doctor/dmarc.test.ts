import { expect, test } from 'vitest';
import { dmarc } from '../../../local/doctor/dmarc.ts';
import { txtLookup } from '../../../local/doctor/txt-lookup.ts';
import type { Settings } from '../../../local/ses/account-settings.ts';
import { lookAt } from './look-at.ts';
import { sesPatient } from './ses-patient.ts';
import { zone } from './zone.ts';

async function linesFor(records: Record<string, string[][] | string>, settings: Partial<Settings> = {}) {
  const { config, ses } = await sesPatient(settings);
  return lookAt(() => dmarc({ config, ses, txt: txtLookup(zone(records)) }));
}

const unsigned: Settings['identities'] = { 'mail.example.com': { verification: 'Success' } };

test.each([['_dmarc.mail.example.com'], ['_dmarc.example.com']])('a policy at %s is ok', async (name) => {
  expect(await linesFor({ [name]: [['v=DMARC1; p=none; rua=mailto:a@b.example']] })).toEqual([
    expect.stringMatching(/^ok .*p=none .*DKIM and SPF align with mail\.example\.com$/),
  ]);
});

test('a policy with which only DKIM aligns is a warning', async () => {
  expect(await linesFor({ '_dmarc.example.com': [['v=DMARC1; p=reject; aspf=s']] })).toEqual([
    expect.stringMatching(/^warning .*SPF does not align.*without aspf=s/),
  ]);
});

test('a policy that asks for the same name, and a signature of the domain above, is a warning', async () => {
  const identities: Settings['identities'] = {
    'example.com': {
      verification: 'Success',
      dkim: { enabled: true, status: 'Success' },
      mailFrom: { domain: 'bounce.example.com', status: 'Success', onMxFailure: 'UseDefaultValue' },
    },
  };
  expect(await linesFor({ '_dmarc.example.com': [['v=DMARC1; p=none; adkim=s']] }, { identities })).toEqual([
    expect.stringMatching(/^warning .*DKIM does not align.*without adkim=s/),
  ]);
});

test('a DNS that does not answer is a warning, not a missing policy', async () => {
  expect(await linesFor({ '_dmarc.mail.example.com': 'ETIMEOUT' })).toEqual([
    expect.stringMatching(/^warning .*not looked at.*ETIMEOUT/),
  ]);
});

test.each([
  ['no policy', {}, {}, 'has no DMARC record.*TXT _dmarc\\.mail\\.example\\.com "v=DMARC1; p=none"'],
  ['two policies', { '_dmarc.mail.example.com': [['v=DMARC1; p=none'], ['v=DMARC1; p=reject']] }, {}, 'count as none'],
  [
    'a policy with which nothing aligns',
    { '_dmarc.example.com': [['v=DMARC1; p=none']] },
    { identities: unsigned },
    'DMARC fails',
  ],
])('%s is to be fixed', async (_what, records, settings, told) => {
  expect(await linesFor(records, settings)).toEqual([expect.stringMatching(`^fix this .*${told}`)]);
});
