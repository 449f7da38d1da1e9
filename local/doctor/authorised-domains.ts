// Check: people may sign in at the page's own domain.
import { z } from 'zod';
import { readGoogle } from '../project/read-google.ts';
import { type Finding, finding } from './finding.ts';
import type { Patient } from './patient.ts';

const configSchema = z.object({ authorizedDomains: z.array(z.string()).default([]) });

/** `localhost` among them is a warning: any page on somebody's own machine may then sign in. */
export async function authorisedDomains(patient: Pick<Patient, 'config' | 'google' | 'project'>): Promise<Finding> {
  const { config, google, project } = patient;
  const settings = `https://console.firebase.google.com/project/${project}/authentication/settings → Authorized domains`;
  const url = `https://identitytoolkit.googleapis.com/admin/v2/projects/${project}/config`;
  const domains = (await readGoogle(google, url, configSchema))?.authorizedDomains ?? [];
  const { hostname } = new URL(config.publicUrl);
  if (!domains.includes(hostname))
    return finding.fixThis(`${hostname}, of PUBLIC_URL, is not authorised`, `${settings} → Add domain → ${hostname}.`);
  if (domains.includes('localhost'))
    return finding.warning('localhost is authorised too', `${settings} → localhost → Delete.`);
  return finding.ok(`${hostname} is authorised`);
}
