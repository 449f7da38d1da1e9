// Check: Monday is set in the project's Cloud Scheduler as the code says.
import { z } from 'zod';
import { weeklySchedule as wanted } from '../../functions/params.ts';
import { readGooglePages } from '../project/read-google-pages.ts';
import { type Finding, finding } from './finding.ts';
import type { Patient } from './patient.ts';

const jobSchema = z.object({
  name: z.string(),
  schedule: z.string().default(''),
  timeZone: z.string().default(''),
  state: z.string(),
});
const locationSchema = z.object({ locationId: z.string() });

/** A schedule that somebody paused is a warning: it may be meant. */
export async function weeklySchedule(patient: Pick<Patient, 'config' | 'google' | 'project'>): Promise<Finding> {
  const { config, google, project } = patient;
  const locations = `https://cloudscheduler.googleapis.com/v1/projects/${project}/locations`;
  const places = await readGooglePages(google, locations, { member: 'locations', row: locationSchema });
  const lists = await Promise.all(
    places.map(({ locationId }) =>
      readGooglePages(google, `${locations}/${locationId}/jobs`, { member: 'jobs', row: jobSchema }),
    ),
  );
  // The name that firebase-tools gives the job of a function named weeklyRun.
  const job = lists.flat().find(({ name }) => /\/jobs\/firebase-schedule-weeklyRun-/.test(name));
  const deploy = `Run npm run deploy -- --project ${project}`;
  if (job === undefined) return finding.fixThis('the project has no schedule: no Monday will come', deploy);
  if (job.schedule !== wanted || job.timeZone !== config.timeZone)
    return finding.fixThis(
      `the schedule is “${job.schedule}” in ${job.timeZone}, and should be “${wanted}” in ${config.timeZone}`,
      deploy,
    );
  if (job.state !== 'ENABLED')
    return finding.warning(
      `the schedule is ${job.state.toLowerCase()}`,
      `https://console.cloud.google.com/cloudscheduler?project=${project} → weeklyRun → Resume.`,
    );
  return finding.ok(`“${job.schedule}” in ${job.timeZone}`);
}
