import { expect, test } from 'vitest';
import { firebaseProject } from '../../../local/doctor/firebase-project.ts';
import { googleApi } from '../../../local/project/google-api.ts';
import { googlePatient } from './google-patient.ts';
import { lookAt } from './look-at.ts';

const project = 'firebase.googleapis.com/v1beta1/projects/my-shop';
const billing = 'cloudbilling.googleapis.com/v1/projects/my-shop/billingInfo';

test('a project with the plan Blaze is ok', async () => {
  const patient = await googlePatient({ [project]: { projectId: 'my-shop' }, [billing]: { billingEnabled: true } });
  expect(await lookAt(() => firebaseProject(patient))).toEqual([expect.stringMatching(/^ok .*Blaze$/)]);
});

test('a plan that may not be read is a warning that names the role and the API', async () => {
  const patient = await googlePatient({ [project]: {}, [billing]: 403 });
  expect(await lookAt(() => firebaseProject(patient))).toEqual([
    expect.stringMatching(/^warning .*not looked at.*role Viewer.*library\/cloudbilling\.googleapis\.com/),
  ]);
});

test('nobody signed in to Google is a warning that says how to', async () => {
  const google = googleApi({ project: 'my-shop', token: () => Promise.reject(new Error('no file of mine')), fetch });
  expect(await lookAt(() => firebaseProject({ google, project: 'my-shop' }))).toEqual([
    expect.stringMatching(/^warning .*no credentials.*gcloud auth application-default login/),
  ]);
});

test('the plan Spark is to be fixed', async () => {
  // Google leaves out what is false.
  const patient = await googlePatient({ [project]: {}, [billing]: { name: 'projects/my-shop/billingInfo' } });
  expect(await lookAt(() => firebaseProject(patient))).toEqual([
    expect.stringMatching(/^fix this .*Spark.*my-shop\/usage\/details/),
  ]);
});

test('a project that does not exist is to be fixed', async () => {
  expect(await lookAt(async () => firebaseProject(await googlePatient({})))).toEqual([
    expect.stringMatching(/^fix this .*no Firebase project my-shop/),
  ]);
});
