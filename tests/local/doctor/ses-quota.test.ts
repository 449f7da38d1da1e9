import { expect, test } from 'vitest';
import { mondaySeconds } from '../../../local/doctor/monday-seconds.ts';
import { sesQuota } from '../../../local/doctor/ses-quota.ts';
import { sentBy } from '../../../local/estimate/monday.ts';
import { lookAt } from './look-at.ts';
import { sesPatient } from './ses-patient.ts';
import { shopifyPatient } from './shopify-patient.ts';

const nobodyCounts = {
  buyers: async () => {
    throw new Error('nobody asked for the buyers');
  },
  installation: async () => {
    throw new Error('nobody asked for the shop');
  },
  products: async () => {
    throw new Error('nobody asked for the products');
  },
};

test('a Monday within the quota is ok, and says how long it takes', async () => {
  const patient = { ...(await sesPatient()), learners: 38_000, shopify: nobodyCounts };
  expect(await lookAt(() => sesQuota(patient))).toEqual([
    expect.stringMatching(/^ok .*your Monday takes 47 minutes for 38,000 learners \(14 a second, 50,000 a day\)$/),
  ]);
});

test('more learners than the quota of a day are a warning, with the days that it takes', async () => {
  const patient = { ...(await sesPatient()), learners: 100_000, shopify: nobodyCounts };
  expect(await lookAt(() => sesQuota(patient))).toEqual([
    expect.stringMatching(/^warning .*takes 25\.0 hours for 100,000 learners .*rests.*Request an increase/),
  ]);
});

test('a Monday that is not over on Thursday at 20:00 is to be fixed', async () => {
  const patient = { ...(await sesPatient()), learners: 250_000, shopify: nobodyCounts };
  expect(await lookAt(() => sesQuota(patient))).toEqual([expect.stringMatching(/^fix this .*4\.0 days.*Thursday/)]);
});

test('without a number of learners the buyers are counted', async () => {
  const { shopify } = await shopifyPatient();
  const patient = { ...(await sesPatient()), learners: undefined, shopify };
  const { totalCount } = await shopify.buyers();
  expect(await lookAt(() => sesQuota(patient))).toEqual([expect.stringContaining(`for ${totalCount} learners`)]);
});

test.each([
  [
    'at the rate alone where the day has no limit',
    100_000,
    { maxSendRate: 50, max24HourSend: null },
    100_000 / sentBy(50),
  ],
  ['exactly the quota in one day', 50_000, { maxSendRate: 10, max24HourSend: 50_000 }, 50_000 / sentBy(10)],
  ['one more than the quota a day later', 50_001, { maxSendRate: 10, max24HourSend: 50_000 }, 86_400 + 1 / sentBy(10)],
  [
    'at the rate where the quota is never reached',
    200_000,
    { maxSendRate: 1, max24HourSend: 1_000_000 },
    200_000 / sentBy(1),
  ],
])('mails go out %s', (_how, learners, quota, seconds) => {
  expect(mondaySeconds(learners, quota)).toBeCloseTo(seconds);
});
