// Check: the project exists, and its plan lets functions run.
import { z } from 'zod';
import { readGoogle } from '../project/read-google.ts';
import { type Finding, finding } from './finding.ts';
import type { Patient } from './patient.ts';

const billingSchema = z.object({ billingEnabled: z.boolean().default(false) });

export async function firebaseProject({ google, project }: Pick<Patient, 'google' | 'project'>): Promise<Finding> {
  const found = await readGoogle(google, `https://firebase.googleapis.com/v1beta1/projects/${project}`, z.object({}));
  if (found === null)
    return finding.fixThis(
      `there is no Firebase project ${project}`,
      'https://console.firebase.google.com → Create a project; its id is below its name.',
    );
  const billing = await readGoogle(
    google,
    `https://cloudbilling.googleapis.com/v1/projects/${project}/billingInfo`,
    billingSchema,
  );
  if (billing?.billingEnabled) return finding.ok(`${project} has the plan Blaze`);
  return finding.fixThis(
    `${project} has the plan Spark, on which no function can be deployed`,
    `https://console.firebase.google.com/project/${project}/usage/details → Modify plan → Blaze, and set a budget alert.`,
  );
}
