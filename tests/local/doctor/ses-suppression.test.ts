import { expect, test } from 'vitest';
import { sesSuppression } from '../../../local/doctor/ses-suppression.ts';
import { lookAt } from './look-at.ts';
import { sesPatient } from './ses-patient.ts';

test('a list that takes bounces and complaints is ok', async () => {
  const patient = await sesPatient();
  expect(await lookAt(() => sesSuppression(patient))).toEqual([expect.stringMatching(/^ok .*bounce or complain$/)]);
});

const taken = { sesConfigurationSet: 'weekly', sesEventTopics: ['arn:aws:sns:us-east-1:123456789012:ses-events'] };

test('a reason that is off is a warning where the events of a configuration set are taken', async () => {
  const patient = await sesPatient({ suppressedReasons: ['BOUNCE'] }, taken);
  expect(await lookAt(() => sesSuppression(patient))).toEqual([
    expect.stringMatching(/^warning .*off for complaints → https:.*Suppression list → Account-level settings/),
  ]);
});

test.each([
  ['there is no configuration set', { sesConfigurationSet: undefined }],
  ['its events are not taken', { sesEventTopics: [] }],
])('a list that is off is to be fixed where %s', async (_where, lacking) => {
  const patient = await sesPatient({ suppressedReasons: [] }, { ...taken, ...lacking });
  expect(await lookAt(() => sesSuppression(patient))).toEqual([
    expect.stringMatching(/^fix this .*off for bounces and complaints, and no event tells of them/),
  ]);
});

test('a key that may not ask is a warning that names the right, and one that is refused leads to its own line', async () => {
  const denied = await sesPatient({ deniedActions: ['GetAccount'] });
  expect(await lookAt(() => sesSuppression(denied))).toEqual([
    expect.stringMatching(/^warning .*not looked at: .*may not call ses:GetAccount/),
  ]);
  await denied.account.close();
  const refused = await sesPatient({ refusesKey: true });
  expect(await lookAt(() => sesSuppression(refused))).toEqual([
    expect.stringMatching(/^warning .*not looked at: SES answered GetAccount with UnrecognizedClient.*“SES key”/),
  ]);
});

test('an SES that does not answer is a warning', async () => {
  const patient = await sesPatient();
  await patient.account.close();
  expect(await lookAt(() => sesSuppression(patient))).toEqual([
    expect.stringMatching(/^warning .*not looked at: SES answered GetAccount with/),
  ]);
});
