import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { firestoreRules } from '../../../local/doctor/firestore-rules.ts';
import { googlePatient } from './google-patient.ts';
import { lookAt } from './look-at.ts';

const release = 'firebaserules.googleapis.com/v1/projects/my-shop/releases/cloud.firestore';
const ruleset = 'firebaserules.googleapis.com/v1/projects/my-shop/rulesets/0a1b-2c';
const rulesetName = 'projects/my-shop/rulesets/0a1b-2c';
const own = await readFile(join(import.meta.dirname, '../../../firestore.rules'), 'utf8');

function rules(content: string) {
  return { [release]: { rulesetName }, [ruleset]: { source: { files: [{ name: 'firestore.rules', content }] } } };
}

test('the rules of the file are ok', async () => {
  expect(await lookAt(async () => firestoreRules(await googlePatient(rules(own))))).toEqual([
    expect.stringMatching(/^ok /),
  ]);
});

test('rules that may not be read are a warning', async () => {
  expect(await lookAt(async () => firestoreRules(await googlePatient({ [release]: 403 })))).toEqual([
    expect.stringMatching(/^warning .*firebaserules\.googleapis\.com refuses/),
  ]);
});

test.each([
  ['rules that let everybody read', rules(own.replace('if isOwner()', 'if true'))],
  ['no rules', {}],
])('%s are to be fixed', async (_what, answers) => {
  expect(await lookAt(async () => firestoreRules(await googlePatient(answers)))).toEqual([
    expect.stringMatching(/^fix this .*firebase deploy --only firestore:rules --project my-shop$/),
  ]);
});
