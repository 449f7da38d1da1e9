// Check: the project's Firestore rules are those of firestore.rules.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readGoogle } from '../project/read-google.ts';
import { projectRoot } from '../project-root.ts';
import { type Finding, finding } from './finding.ts';
import type { Patient } from './patient.ts';

const releaseSchema = z.object({ rulesetName: z.string().regex(/^projects\/[^/]+\/rulesets\/[\w-]+$/) });
const rulesetSchema = z.object({ source: z.object({ files: z.array(z.object({ content: z.string() })).min(1) }) });

export async function firestoreRules({ google, project }: Pick<Patient, 'google' | 'project'>): Promise<Finding> {
  const deploy = `Run npx firebase deploy --only firestore:rules --project ${project}`;
  const api = 'https://firebaserules.googleapis.com/v1';
  const release = await readGoogle(google, `${api}/projects/${project}/releases/cloud.firestore`, releaseSchema);
  if (release === null) return finding.fixThis('the project has no Firestore rules', deploy);
  const ruleset = await readGoogle(google, `${api}/${release.rulesetName}`, rulesetSchema);
  const own = await readFile(join(projectRoot, 'firestore.rules'), 'utf8');
  if (ruleset?.source.files[0]?.content.trim() === own.trim()) return finding.ok('as in firestore.rules');
  return finding.fixThis('the project’s rules are not those of firestore.rules', deploy);
}
