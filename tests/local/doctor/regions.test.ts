import { expect, test } from 'vitest';
import { regions } from '../../../local/doctor/regions.ts';
import { googlePatient } from './google-patient.ts';
import { lookAt } from './look-at.ts';

const database = 'firestore.googleapis.com/v1/projects/my-shop/databases/(default)';
const functions = 'cloudfunctions.googleapis.com/v2/projects/my-shop/locations/-/functions';

function answers(locationId: string, region: string) {
  return {
    [database]: { name: 'projects/my-shop/databases/(default)', locationId, type: 'FIRESTORE_NATIVE' },
    [functions]: { functions: [{ name: `projects/my-shop/locations/${region}/functions/api` }] },
  };
}

test.each([['us-central1'], ['nam5']])('a database in %s, beside the functions, is ok', async (locationId) => {
  expect(await lookAt(async () => regions(await googlePatient(answers(locationId, 'us-central1'))))).toEqual([
    expect.stringMatching(/^ok .*neighbours$/),
  ]);
});

test('a database on another continent is a warning', async () => {
  expect(await lookAt(async () => regions(await googlePatient(answers('eur3', 'us-central1'))))).toEqual([
    expect.stringMatching(/^warning .*eur3 and the functions are in us-central1.*global-options\.ts/),
  ]);
});

test.each([
  [
    'functions elsewhere than the rewrites lead',
    answers('nam5', 'europe-west1'),
    /europe-west1, and the rewrites .* us-central1/,
  ],
  ['no database', {}, /no Firestore database/],
  ['a database of the other kind', { [database]: { locationId: 'nam5', type: 'DATASTORE_MODE' } }, /native mode/],
])('%s is to be fixed', async (_what, scripted, told) => {
  const [line] = await lookAt(async () => regions(await googlePatient(scripted)));
  expect(line).toMatch(/^fix this /);
  expect(line).toMatch(told);
});
