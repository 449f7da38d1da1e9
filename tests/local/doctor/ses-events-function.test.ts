import { expect, test } from 'vitest';
import { sesEventsFunction } from '../../../local/doctor/ses-events-function.ts';
import { testConfig } from '../../kit/test-config.ts';
import { googlePatient } from './google-patient.ts';
import { lookAt } from './look-at.ts';

const list = 'cloudfunctions.googleapis.com/v2/projects/my-shop/locations/-/functions';
const named = (name: string) => `projects/my-shop/locations/us-central1/functions/${name}`;
const api = { name: named('api'), state: 'ACTIVE' };
const url = 'https://us-central1-my-shop.cloudfunctions.net/sesEvents';
const sesEvents = { name: named('sesEvents'), state: 'ACTIVE', url };
const topics = ['arn:aws:sns:us-east-1:123456789012:ses-events'];

async function linesFor(functions: object[], sesEventTopics = topics) {
  const patient = await googlePatient({ [list]: { functions } });
  return lookAt(() => sesEventsFunction({ ...patient, config: testConfig({ sesEventTopics }) }));
}

test('a function that is deployed is ok, with the endpoint to subscribe', async () => {
  expect(await linesFor([api, sesEvents])).toEqual([expect.stringMatching(`^ok .*posts to ${url}$`)]);
});

test.each([
  ['before the first deploy', [], topics, /no function is deployed yet/],
  ['while it is being deployed', [{ ...sesEvents, state: 'DEPLOYING' }], topics, /being deployed/],
  ['where no topic is taken', [api], [], /“SES event topics”/],
])('%s it is a warning', async (_when, functions, sesEventTopics, told) => {
  const [line] = await linesFor(functions, sesEventTopics);
  expect(line).toMatch(/^warning /);
  expect(line).toMatch(told);
});

test.each([
  ['is missing', [api], /not deployed.*npm run deploy -- --project my-shop, then subscribe/],
  ['failed to deploy', [api, { ...sesEvents, state: 'FAILED' }], /deployment is failed/],
])('a function that %s is to be fixed where a topic posts to it', async (_what, functions, told) => {
  const [line] = await linesFor(functions);
  expect(line).toMatch(/^fix this /);
  expect(line).toMatch(told);
});
