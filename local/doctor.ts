// `npm run doctor -- --project <id> --learners 10000`: looks at what a shop owner gets wrong, and says how to mend it.
import { join } from 'node:path';
import { config } from '../functions/config.ts';
import { once } from '../functions/once.ts';
import { checks } from './doctor/checks.ts';
import { doctorArguments } from './doctor/doctor-arguments.ts';
import { examine } from './doctor/examine.ts';
import { findingLine } from './doctor/finding-line.ts';
import { folderWeeks } from './doctor/folder-weeks.ts';
import { givenParameters } from './doctor/given-parameters.ts';
import { noLookup } from './doctor/no-lookup.ts';
import type { Patient } from './doctor/patient.ts';
import { patientClock } from './doctor/patient-clock.ts';
import { projectWeeks } from './doctor/project-weeks.ts';
import { secretValue } from './doctor/secret-value.ts';
import { sesReadings } from './doctor/ses-readings.ts';
import { shopifyReadings } from './doctor/shopify-readings.ts';
import { txtLookup } from './doctor/txt-lookup.ts';
import { googleApi } from './project/google-api.ts';
import { type NamedProject, namedProject } from './project/named-project.ts';
import { projectRoot } from './project-root.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  const { project: name, learners } = doctorArguments(process.argv.slice(2));
  const project = name === undefined ? undefined : await namedProject(projectRoot, name);
  const patient = await makePatient(project, learners);
  const counts = { ok: 0, warning: 0, 'fix this': 0 };
  const all = checks(project?.id);
  const findings = await Promise.all(all.map((check) => examine(() => check.look(patient), patient.parameters)));
  for (const [index, check] of all.entries()) {
    for (const finding of findings[index] ?? []) {
      counts[finding.answer] += 1;
      console.log(findingLine(check.name, finding));
    }
  }
  if (project === undefined)
    console.log('Firebase itself was not looked at: npm run doctor -- --project <id> does that too.');
  console.log(`${counts.ok} ok, ${counts.warning} to think about, ${counts['fix this']} to fix.`);
  return counts['fix this'] > 0 ? 1 : 0;
});

async function makePatient(project: NamedProject | undefined, learners: number | undefined): Promise<Patient> {
  const google = googleApi({
    project: project?.id ?? '',
    token: once(async () => (await import('./project/google-token.ts')).googleToken()),
    fetch,
  });
  const parameters = await givenParameters({
    root: projectRoot,
    project,
    env: process.env,
    secret: (secret) => secretValue(google, project?.id ?? '', secret),
  });
  // The configuration reads the environment, as it does where it is deployed.
  Object.assign(process.env, parameters.values);
  return {
    project: project?.id,
    parameters,
    config,
    clock: patientClock,
    learners,
    shopify: shopifyReadings(config, patientClock),
    ses: sesReadings(config, patientClock),
    txt: parameters.values.AWS_ENDPOINT_URL_SES ? noLookup : txtLookup(),
    google,
    weeksByLevel: () =>
      project === undefined ? folderWeeks(join(projectRoot, 'content')) : projectWeeks(google, project.id),
  };
}
