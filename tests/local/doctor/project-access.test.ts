import { expect, test } from 'vitest';
import { secrets } from '../../../functions/params.ts';
import { projectAccess } from '../../../local/doctor/project-access.ts';
import { credentialFault } from '../../../local/project/credential-fault.ts';
import { googleApi } from '../../../local/project/google-api.ts';
import { type Answers, googlePatient } from './google-patient.ts';
import { lookAt } from './look-at.ts';

const address = 'firebase.googleapis.com/v1beta1/projects/my-shop';
const { found, mend } = credentialFault(new Error('no file of mine'));
const nobody = { found, mend };
const refused = { found: 'Secret Manager refuses to show it', mend: 'Give your account the role.' };

function given(names: string[], cause: { found: string; mend: string }) {
  return {
    values: {},
    unknownNames: [],
    cutNames: [],
    unseenSecrets: names.map((name) => ({ name, ...cause })),
    disabledSecrets: [],
  };
}
async function linesFor(answers: Answers, parameters: ReturnType<typeof given>) {
  const patient = await googlePatient(answers);
  return lookAt(() => projectAccess({ ...patient, parameters }));
}
const all = Object.keys(secrets);

test('a project and secrets that can be seen are ok, whatever is in them', async () => {
  expect(await linesFor({ [address]: {} }, given([], refused))).toEqual([expect.stringMatching(/^ok /)]);
  expect(await linesFor({}, given([], refused))).toEqual([expect.stringMatching(/^ok /)]);
});

test('one cause for all that is unseen is one line to fix', async () => {
  const google = googleApi({ project: 'my-shop', token: () => Promise.reject(new Error('no file of mine')), fetch });
  expect(await lookAt(() => projectAccess({ google, project: 'my-shop', parameters: given(all, nobody) }))).toEqual([
    `fix this  it: ${found}: neither the project nor a secret of it was seen → ${mend}`,
  ]);
});

test('a project that may not be read is to be fixed', async () => {
  expect(await linesFor({ [address]: 403 }, given([], refused))).toEqual([
    expect.stringMatching(/^fix this .*\(HTTP 403\): the project was not seen → .*role Viewer/),
  ]);
});

test('no secret seen is to be fixed; some of them is a matter of the other lines', async () => {
  expect(await linesFor({ [address]: {} }, given(all, refused))).toEqual([
    'fix this  it: Secret Manager refuses to show it: no secret was seen → Give your account the role.',
  ]);
  expect(await linesFor({ [address]: {} }, given(['LINK_KEYS'], refused))).toEqual([expect.stringMatching(/^ok /)]);
});
