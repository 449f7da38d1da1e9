// Check: the function that takes SES's events is deployed.
import { z } from 'zod';
import { readGooglePages } from '../project/read-google-pages.ts';
import { type Finding, finding } from './finding.ts';
import type { Patient } from './patient.ts';

const functionSchema = z.object({
  name: z.string(),
  state: z.string(),
  url: z.string().optional(),
});

/**
 * A project that has no functions yet is a warning, as is one that takes no events. Which endpoint SNS posts to is not
 * seen: the topic's subscriptions are not SES's to tell.
 */
export async function sesEventsFunction(patient: Pick<Patient, 'config' | 'google' | 'project'>): Promise<Finding> {
  const { config, google, project } = patient;
  const url = `https://cloudfunctions.googleapis.com/v2/projects/${project}/locations/-/functions`;
  const functions = await readGooglePages(google, url, { member: 'functions', row: functionSchema });
  const found = functions.find(({ name }) => name.endsWith('/functions/sesEvents'));
  const deploy = `Run npm run deploy -- --project ${project}`;
  if (functions.length === 0) return finding.warning('no function is deployed yet: SNS has nobody to post to', deploy);
  if (config.sesEventTopics.length === 0)
    return finding.warning(
      'there is no topic that it would take events of',
      'Do what the line “SES event topics” says first.',
    );
  if (found === undefined)
    return finding.fixThis('it is not deployed: whatever SNS posts is lost', `${deploy}, then subscribe it in SNS.`);
  if (found.state === 'DEPLOYING') return finding.warning('it is being deployed', 'Run this again in some minutes.');
  if (found.state !== 'ACTIVE')
    return finding.fixThis(`its deployment is ${found.state.toLowerCase()}: whatever SNS posts is lost`, deploy);
  return finding.ok(`the HTTPS subscription of each topic posts to ${found.url ?? 'it'}`);
}
