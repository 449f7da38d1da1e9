import { expect, test } from 'vitest';
import { sesEventTopics } from '../../../local/doctor/ses-event-topics.ts';
import { testConfig } from '../../kit/test-config.ts';
import { lookAt } from './look-at.ts';

const here = 'arn:aws:sns:eu-central-1:123456789012:ses-events';
const elsewhere = 'arn:aws:sns:us-east-1:123456789012:old-events';

function linesFor(topics: string[]) {
  const config = testConfig({ sesRegion: 'eu-central-1', sesEventTopics: topics });
  return lookAt(() => sesEventTopics({ config, project: 'my-shop' }));
}

test('a topic in the region of SES is ok, without the number of its account', async () => {
  const lines = await linesFor([here]);
  expect(lines).toEqual([expect.stringMatching(/^ok .*eu-central-1.*ses-events$/)]);
  expect(lines.join()).not.toContain('123456789012');
});

test('no topic is a warning that says what is lost', async () => {
  expect(await linesFor([])).toEqual([
    expect.stringMatching(/^warning .*bounces or complains is mailed again.*unknown outcome.*\.env\.my-shop/),
  ]);
});

test('each topic of another region is to be fixed', async () => {
  expect(await linesFor([here, elsewhere, elsewhere])).toEqual([
    expect.stringMatching(/^fix this .*old-events is in us-east-1, and SES in eu-central-1.*region=eu-central-1/),
    expect.stringMatching(/^fix this .*old-events/),
  ]);
});
