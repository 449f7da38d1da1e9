import type { EventDestination, EventType } from '@aws-sdk/client-sesv2';
import { expect, test } from 'vitest';
import { sesConfigurationSet } from '../../../local/doctor/ses-configuration-set.ts';
import { eventDestinationsPatient } from './event-destinations-patient.ts';
import { lookAt } from './look-at.ts';

const topic = 'arn:aws:sns:us-east-1:123456789012:ses-events';
const needed: EventType[] = ['SEND', 'BOUNCE', 'COMPLAINT', 'REJECT', 'RENDERING_FAILURE', 'DELIVERY_DELAY'];

function to(TopicArn: string, types: EventType[], Enabled = true): EventDestination {
  return { Name: 'sns', Enabled, MatchingEventTypes: types, SnsDestination: { TopicArn } };
}

async function linesFor(destinations: EventDestination[], sesEventTopics = [topic], name = 'weekly') {
  const config = { sesConfigurationSet: name, sesEventTopics };
  const patient = await eventDestinationsPatient({ weekly: destinations }, config);
  return lookAt(() => sesConfigurationSet(patient));
}

test.each([
  ['all that is needed', [to(topic, needed)]],
  ['deliveries as well', [to(topic, [...needed, 'DELIVERY'])]],
  ['all of it by two destinations', [to(topic, needed.slice(0, 2)), to(topic, needed.slice(2))]],
])('a configuration set that tells the topic of %s is ok', async (_what, destinations) => {
  expect(await linesFor(destinations)).toEqual([expect.stringMatching(/^ok .*weekly tells the topic of Sends, Hard/)]);
});

test.each(needed)('a configuration set that does not tell the topic of %s is to be fixed', async (type) => {
  const rest = needed.filter((each) => each !== type);
  // Elsewhere it helps nobody.
  const elsewhere = to('arn:aws:sns:us-east-1:123456789012:other', needed);
  expect(await linesFor([to(topic, rest), elsewhere])).toEqual([
    expect.stringMatching(/^fix this .*do not tell the topic of [\w ]+ → https:.*weekly → Event destinations/),
  ]);
});

test.each([
  ['nowhere', []],
  ['to another topic', [to('arn:aws:sns:us-east-1:123456789012:other', needed)]],
  ['to the topic, and is off', [to(topic, needed, false)]],
  ['elsewhere than to SNS', [{ Name: 'bus', Enabled: true, MatchingEventTypes: needed }]],
])('a configuration set whose events go %s is to be fixed', async (_where, destinations) => {
  expect(await linesFor(destinations)).toEqual([
    expect.stringMatching(/^fix this .*leads to a topic.*Add destination/),
  ]);
});

test.each(['OPEN', 'CLICK'] as const)('tracking by %s is a warning beside what else is found', async (type) => {
  expect(await linesFor([to(topic, [...needed, type])])).toEqual([
    expect.stringMatching(/^warning .*weekly tracks (Opens|Clicks): SES changes the mail/),
    expect.stringMatching(/^ok /),
  ]);
});

test('where no topic is taken, nothing is said of where events go', async () => {
  expect(await linesFor([], [])).toEqual([expect.stringMatching(/^ok .*weekly is there$/)]);
});

test('no configuration set is a warning, without asking for one', async () => {
  const patient = await eventDestinationsPatient('denied', { sesConfigurationSet: undefined });
  expect(await lookAt(() => sesConfigurationSet(patient))).toEqual([expect.stringMatching(/^warning .*Create set/)]);
});

test('a configuration set that SES does not have is to be fixed', async () => {
  expect(await linesFor([], [topic], 'wekly')).toEqual([
    expect.stringMatching(/^fix this .*no configuration set wekly, so SES refuses every mail/),
  ]);
});

test('a key that may not ask is a warning that names the right', async () => {
  const patient = await eventDestinationsPatient('denied', { sesConfigurationSet: 'weekly' });
  expect(await lookAt(() => sesConfigurationSet(patient))).toEqual([
    expect.stringMatching(/^warning .*not looked at: .*may not call ses:GetConfigurationSetEventDestinations/),
  ]);
});
