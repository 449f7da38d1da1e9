import { expect, test } from 'vitest';
import { sesConfigurationSet } from '../../../local/doctor/ses-configuration-set.ts';
import { lookAt } from './look-at.ts';
import { sesPatient } from './ses-patient.ts';

const configurationSets = {
  weekly: [{ name: 'sns', enabled: true, events: ['bounce', 'complaint', 'send'] as const }].map((each) => ({
    ...each,
    events: [...each.events],
  })),
  deaf: [{ name: 'off', enabled: false, events: ['bounce' as const, 'complaint' as const] }],
};

async function linesFor(sesConfigurationSetName: string | undefined) {
  const patient = await sesPatient({ configurationSets }, { sesConfigurationSet: sesConfigurationSetName });
  return lookAt(() => sesConfigurationSet(patient));
}

test('a configuration set whose bounces and complaints go somewhere is ok', async () => {
  expect(await linesFor('weekly')).toEqual([expect.stringMatching(/^ok .*weekly tells of bounce, complaint, send$/)]);
});

test.each([
  ['no configuration set', undefined, 'Create set'],
  ['a configuration set that tells nobody', 'deaf', 'Event destinations → Add destination'],
])('%s is a warning', async (_what, name, told) => {
  expect(await linesFor(name)).toEqual([expect.stringMatching(`^warning .*${told}`)]);
});

test('a configuration set that SES does not have is to be fixed', async () => {
  expect(await linesFor('wekly')).toEqual([expect.stringMatching(/^fix this .*no configuration set wekly/)]);
});
